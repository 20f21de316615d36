import { changedLines, Facet } from './support/facet'
import { near } from './support/places'
import { expect, test } from './support/test'

// The main path, as one person after another walks it.

test('the first visit shows a drawn example that is valid', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  await expect(facet.block('model Customer')).toBeVisible()
  await expect(facet.row('model Customer', 'email String')).toBeVisible()
  await expect(page.getByLabel('relation Payment.order to Order')).toBeAttached()
  await expect(facet.validity).toHaveText('Valid')
})

test('an edit on the canvas changes only the text it must', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const before = await facet.openFixture('clinic.prisma', 'model Patient')
  expect(await facet.text()).toBe(before)

  await facet.row('model Patient', 'fullName String').getByText('fullName').dblclick()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('wholeName')
  await page.keyboard.press('Escape')
  expect(await facet.text()).toBe(before)

  await facet.row('model Patient', 'fullName String').getByText('fullName').dblclick()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('wholeName')
  await page.keyboard.press('Tab')
  await expect(facet.row('model Patient', 'wholeName String')).toBeVisible()
  await page.keyboard.press('Escape')
  const renamed = await facet.text()
  expect(changedLines(before, renamed)).toEqual([
    {
      before: '    fullName  String    @map("full_name")   // as on the card',
      after: expect.stringMatching(
        /^ {4}wholeName +String +@map\("full_name"\) +\/\/ as on the card$/,
      ),
    },
    {
      before: '    @@index([fullName(sort: Desc)], map: "patient_name")',
      after: '    @@index([wholeName(sort: Desc)], map: "patient_name")',
    },
  ])
  await expect(facet.validity).toHaveText('Valid')
})

test('typing in the schema draws it, and one undo serves text and diagram', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const before = await facet.openFixture('clinic.prisma', 'model Patient')

  const editor = page.getByRole('textbox', { name: /schema editor/i })
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nmodel Room {\nid Int @id\nclinic Clin', { delay: 5 })
  await expect(facet.block('model Room')).toBeVisible()
  await expect(facet.block('model Patient')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(facet.row('model Room', 'id Int')).toBeVisible()

  const offsets = await facet.offsets('model Patient', 'model Doctor')
  await facet.drag(facet.block('model Doctor'), 60, 90)
  await expect.poll(() => facet.offsets('model Patient', 'model Doctor')).not.toEqual(near(offsets))

  await facet.button('Undo').click()
  await expect.poll(() => facet.offsets('model Patient', 'model Doctor')).toEqual(near(offsets))
  for (let step = 0; step < 40 && (await facet.button('Undo').isEnabled()); step++) {
    await facet.button('Undo').click()
  }
  await expect(facet.block('model Room')).toBeHidden()
  expect(await facet.text()).toBe(before)

  while (await facet.button('Redo').isEnabled()) await facet.button('Redo').click()
  await expect(facet.block('model Room')).toBeVisible()
})

test('a download is the file that was opened, to the byte', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const text = '\ufeffmodel Crlf {\r\n\tid Int @id // ünïcode 😀\r\n}\r\n\n// mixed\r\n'
  await facet.openFiles({ name: 'crlf.prisma', text })
  await expect(facet.block('model Crlf')).toBeVisible()
  expect((await facet.downloadSchema()).equals(Buffer.from(text))).toBe(true)
})

test('a link opens the same design in another browser, as a copy', async ({ page, newVisitor }) => {
  const facet = new Facet(page)
  await facet.start()
  const text = await facet.openFixture('clinic.prisma', 'model Patient')
  await facet.drag(facet.block('model Clinic'), 40, 120)
  const names = ['model Patient', 'model Doctor', 'model Visit', 'model Clinic'] as const
  await facet.button('Zoom to fit').click()
  const link = await facet.shareLink()
  const offsets = await facet.offsets(...names)

  const theirs = new Facet(await newVisitor())
  await theirs.start(link)
  await expect(theirs.block('model Patient')).toBeVisible()
  expect(await theirs.text()).toBe(text)
  await expect
    .poll(async () => {
      const shown = await theirs.offsets(...names)
      return Math.max(
        ...shown.map(({ x, y }, index) =>
          Math.max(Math.abs(x - (offsets[index]?.x ?? 0)), Math.abs(y - (offsets[index]?.y ?? 0))),
        ),
      )
    })
    .toBeLessThanOrEqual(2)
})

test('a link never replaces an own design', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFixture('clinic.prisma', 'model Patient')
  const link = await facet.shareLink()
  await facet.openFiles({ name: 'own.prisma', text: 'model Mine {\n  id Int @id\n}\n' })
  await expect(facet.block('model Mine')).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await page.goto('about:blank')
  await facet.start(link)
  await expect(facet.block('model Patient')).toBeVisible()
  await page.goto('about:blank')
  await facet.start()
  await expect(facet.block('model Mine')).toBeVisible()
})

for (const [what, fragment] of [
  ['empty', '#'],
  ['of something else', '#hello-world'],
  ['truncated', 'TRUNCATE'],
  ['corrupted', 'CORRUPT'],
] as const) {
  test(`a link that is ${what} leaves a working app`, async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFixture('clinic.prisma', 'model Patient')
    const link = new URL(await facet.shareLink())
    let hash: string = fragment
    if (fragment === 'TRUNCATE') hash = link.hash.slice(0, link.hash.length / 2)
    if (fragment === 'CORRUPT') {
      const middle = Math.floor(link.hash.length / 2)
      const other = link.hash[middle] === 'A' ? 'B' : 'A'
      hash = link.hash.slice(0, middle) + other + link.hash.slice(middle + 1)
    }
    await page.goto('about:blank')
    await facet.start(`/${hash}`)
    if (hash !== '#') {
      await expect(page.getByRole('alert').filter({ hasText: /link/i })).toBeVisible()
    }
    await expect(facet.block('model Patient')).toBeVisible()
    await facet.button('Add model').click()
    await expect(facet.block('model Model')).toBeVisible()
  })
}

test('a reload restores text, layout and undo', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const before = await facet.openFixture('clinic.prisma', 'model Patient')
  await facet.button('Add enum').click()
  await expect(facet.diagram.getByRole('group', { name: /^enum Enum/ })).toBeVisible()
  await page.keyboard.press('Escape')
  const after = await facet.text()
  expect(after).not.toBe(before)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const offsets = await facet.offsets('model Patient', 'model Visit', 'enum VisitState')

  await page.reload()
  await expect(facet.block('model Patient')).toBeVisible()
  expect(await facet.text()).toBe(after)
  const restored = await facet.offsets('model Patient', 'model Visit', 'enum VisitState')
  for (const [index, point] of restored.entries()) {
    expect(Math.abs(point.x - (offsets[index]?.x ?? 0))).toBeLessThanOrEqual(2)
    expect(Math.abs(point.y - (offsets[index]?.y ?? 0))).toBeLessThanOrEqual(2)
  }
  await facet.button('Undo').click()
  await expect.poll(() => facet.text()).toBe(before)
})

test('what was typed right before the page went is there again', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFixture('clinic.prisma', 'model Patient')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await facet.button('Add model').click()
  await expect(facet.block('model Model')).toBeVisible()
  await page.goto('about:blank')
  await facet.start()
  await expect(facet.block('model Model')).toBeVisible()
  await expect(facet.block('model Patient')).toBeVisible()
})

test('two tabs on one design follow each other and never overwrite silently', async ({
  page,
  context,
}) => {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFixture('clinic.prisma', 'model Patient')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const second = new Facet(await context.newPage())
  await second.start()
  await expect(second.block('model Patient')).toBeVisible()

  await second.button('Add model').click()
  await expect(second.block('model Model')).toBeVisible()
  await expect(facet.block('model Model')).toBeVisible()
  expect(await facet.text()).toBe(await second.text())

  await facet.button('Undo').click()
  await expect(facet.block('model Model')).toBeHidden()
  await expect(second.block('model Model')).toBeHidden()
})

test('two tabs that do not hear of each other end in a question, and both versions stay', async ({
  page,
  context,
}) => {
  const beDeaf = () => Reflect.deleteProperty(window, 'BroadcastChannel')
  const other = await context.newPage()
  for (const tab of [page, other]) await tab.addInitScript(beDeaf)
  const facet = new Facet(page)
  await facet.start()
  await facet.openFixture('clinic.prisma', 'model Patient')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const second = new Facet(other)
  await second.start()
  await expect(second.block('model Patient')).toBeVisible()

  await second.button('Add enum').click()
  await expect(second.diagram.getByRole('group', { name: /^enum Enum/ })).toBeVisible()
  await expect(second.page.getByText('Saved', { exact: true })).toBeVisible()
  await facet.button('Add model').click()
  await expect(facet.block('model Model')).toBeVisible()
  await expect(page.getByText(/changed in another tab/).first()).toBeVisible()

  await facet.button('Keep mine as a copy').click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(facet.block('model Model')).toBeVisible()
  // Each tab comes back with its own version.
  await second.page.reload()
  await expect(second.diagram.getByRole('group', { name: /^enum Enum/ })).toBeVisible()
  await expect(second.block('model Model')).toBeHidden()
})

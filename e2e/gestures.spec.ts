import type { Locator, Page } from '@playwright/test'
import { changedLines, Facet, pick } from './support/facet'
import { boxOf, middleOf, near, type Point } from './support/places'
import { expect, test } from './support/test'

// Dragging things in the diagram onto other things in it, and the same by keyboard alone.

const SHOP = `model Customer {
  id    Int    @id @default(autoincrement())
  email String @unique
  notes String
}

model Order {
  id         Int    @id @default(autoincrement())
  customerId Int
  email      String
  state      String
}

model Tag {
  id   Int    @id @default(autoincrement())
  name String
}

enum State {
  OPEN
  SENT
}
`

const RELATED = SHOP.replace('  notes String\n', '  notes String\n  orders Order[]\n').replace(
  '  customerId Int\n',
  '  customer   Customer @relation(fields: [customerId], references: [id])\n  customerId Int\n',
)

async function open(page: Page, text = SHOP): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'shop.prisma', text })
  await expect(facet.block('model Tag')).toBeVisible()
  return facet
}

/** Presses on one thing and moves to another, without letting go. */
async function dragOnto(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await middleOf(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  const end = await middleOf(to)
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
}

/** The dot from which a line is drawn, once the pointer is on the row. */
async function dot(facet: Facet, block: string, row: string): Promise<Locator> {
  await facet.row(block, row).hover()
  return facet.block(block).locator('.canvas-dot').first()
}

async function grip(facet: Facet, block: string, row: string): Promise<Locator> {
  await facet.row(block, row).hover()
  return facet.block(block).locator('.canvas-grip')
}

test.describe('dragging a line', () => {
  test('from a foreign key to a key relates them at once', async ({ page }) => {
    const facet = await open(page)
    const from = await dot(facet, 'model Order', 'customerId Int')
    await dragOnto(page, from, facet.row('model Customer', 'id Int'))
    await expect(page.getByRole('tooltip')).toHaveText('Order.customerId refers to Customer.id')
    await page.mouse.up()
    await expect(
      page.getByRole('button', { name: 'relation Order.customer to Customer' }),
    ).toBeAttached()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await facet.button('Take back').click()
    expect(await facet.text()).toBe(SHOP)
    await facet.button('Redo').click()
    expect(await facet.text()).toMatch(/customer +Customer +@relation\(fields: \[customerId\]/)
  })

  test('from a primary key that is named for the other relates them one-to-one', async ({
    page,
  }) => {
    const profile =
      'model Profile {\n  playerId BigInt\n  text     String\n\n  @@id([playerId])\n}\n'
    const tag = 'model Tag {\n  id Int @id\n}\n'
    const text = `model Player {\n  id BigInt @id\n}\n\n${profile}\n${tag}`
    const facet = await open(page, text)
    const from = await dot(facet, 'model Profile', 'playerId BigInt')
    await dragOnto(page, from, facet.row('model Player', 'id BigInt'))
    await expect(page.getByRole('tooltip')).toHaveText('Profile.playerId refers to Player.id')
    await page.mouse.up()
    await expect(facet.row('model Player', 'profile Profile?')).toBeVisible()
    const drawn = await facet.text()
    expect(drawn).toMatch(/player +Player +@relation\(fields: \[playerId\], references: \[id\]\)/)
    expect(drawn).not.toContain('playerId2')

    await facet.button('Undo').click()
    await facet.block('model Profile').focus()
    await page.keyboard.press('r')
    const popover = page.getByRole('dialog', { name: 'New relation' })
    await pick(popover.getByRole('combobox', { name: 'Relate to' }), 'Player')
    await expect(popover.getByRole('radio', { name: 'One-to-one', exact: true })).toBeChecked()
    await popover.getByRole('button', { name: 'Add relation' }).press('Enter')
    await expect(popover).toBeHidden()
    expect(await facet.text()).toBe(drawn)
  })

  test('says why it cannot end there, and Escape calls it off', async ({ page }) => {
    const facet = await open(page)
    const from = await dot(facet, 'model Order', 'customerId Int')
    await dragOnto(page, from, facet.block('enum State'))
    await expect(page.getByRole('tooltip')).toHaveText('Only models can be related.')
    const { x, y } = await middleOf(facet.row('model Customer', 'email String'))
    await page.mouse.move(x, y, { steps: 4 })
    await expect(page.getByRole('tooltip')).toContainText('String')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await page.mouse.up()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await facet.text()).toBe(SHOP)
  })

  test('an end of a relation goes to another model', async ({ page }) => {
    const facet = await open(page, RELATED)
    const relation = page.getByRole('button', { name: 'relation Order.customer to Customer' })
    await relation.dispatchEvent('click')
    await dragOnto(page, relation.locator('circle').last(), facet.row('model Tag', 'id Int'))
    await expect(page.getByRole('tooltip')).toContainText('Tag')
    await page.mouse.up()
    await expect(
      page.getByRole('button', { name: 'relation Order.customer to Tag' }),
    ).toBeAttached()
    const text = await facet.text()
    expect(text).toMatch(/customer +Tag +@relation\(fields: \[customerId\], references: \[id\]\)/)
    expect(text).toMatch(/model Tag \{[^}]*orders +Order\[\]/)
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(RELATED)
  })
})

test.describe('dragging a row', () => {
  test('puts it elsewhere in its block', async ({ page }) => {
    const facet = await open(page)
    const from = await grip(facet, 'model Tag', 'name String')
    await dragOnto(page, from, facet.row('model Tag', 'id Int'))
    const { x, y } = await middleOf(facet.row('model Tag', 'id Int'))
    await page.mouse.move(x, y - 8)
    await page.mouse.up()
    await expect(facet.block('model Tag').getByRole('listitem').first()).toHaveText('name String')
    expect(await facet.text()).toMatch(/model Tag \{\n {2}name String\n {2}id /)
  })

  test('takes a field to another model, or is called off', async ({ page }) => {
    const facet = await open(page)
    const from = await grip(facet, 'model Customer', 'notes String')
    await dragOnto(page, from, facet.row('model Tag', 'name String'))
    await expect(page.getByRole('tooltip')).toHaveText('Move notes to Tag')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await facet.text()).toBe(SHOP)

    await dragOnto(
      page,
      await grip(facet, 'model Customer', 'notes String'),
      facet.row('model Tag', 'name String'),
    )
    await page.mouse.up()
    await expect(facet.row('model Tag', 'notes String')).toBeVisible()
    await expect(facet.row('model Customer', 'notes String')).toHaveCount(0)
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(SHOP)
  })
})

test.describe('dragging a type', () => {
  test('from a block onto a field retypes the field', async ({ page }) => {
    const facet = await open(page)
    await facet.block('enum State').getByText('State', { exact: true }).hover()
    const sign = facet.block('enum State').locator('.canvas-type-grip')
    await dragOnto(page, sign, facet.row('model Order', 'state String'))
    await expect(page.getByRole('tooltip')).toHaveText('Make Order.state State')
    await page.mouse.up()
    await expect(facet.row('model Order', 'state State')).toBeVisible()
    expect(changedLines(SHOP, await facet.text())).toEqual([
      { before: '  state      String', after: '  state      State' },
    ])
  })

  test('from the list of blocks too', async ({ page }) => {
    const facet = await open(page)
    const item = page.getByRole('tree', { name: 'Blocks' }).getByRole('treeitem', { name: 'State' })
    await item.dragTo(facet.row('model Order', 'state String'))
    await expect(facet.row('model Order', 'state State')).toBeVisible()
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(SHOP)
  })
})

test.describe('lines of text', () => {
  test('a whole line is edited, and mentions follow', async ({ page }) => {
    const facet = await open(page, RELATED)
    await facet.row('model Customer', 'id Int').click()
    await facet.row('model Customer', 'id Int').focus()
    await page.keyboard.press('=')
    const input = facet.diagram.getByRole('textbox', { name: 'Line' })
    await expect(input).toHaveValue('id Int @id @default(autoincrement())')
    await input.fill('email Int @id')
    await expect(facet.diagram.getByRole('alert')).toContainText('already has a field')
    await input.fill('number Int @id')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Customer', 'number Int')).toBeFocused()
    const text = await facet.text()
    expect(text).toMatch(/^ {2}number Int +@id\n/m)
    expect(text).toContain('references: [number]')
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(RELATED)
  })

  test('fields are pasted onto a model, as one step', async ({ page }) => {
    const facet = await open(page)
    await facet.block('model Tag').focus()
    await page.keyboard.press('Enter')
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        '/// Hue.\ncolor String? @unique\n\n// note\nstate State @default(OPEN)\n',
      ),
    )
    await page.keyboard.press('ControlOrMeta+v')
    await expect(facet.row('model Tag', 'color String?')).toBeVisible()
    await expect(facet.row('model Tag', 'state State')).toBeVisible()
    expect(await facet.text()).toContain('  /// Hue.\n  color String? @unique\n')
    await facet.button('Undo').click()
    await expect(facet.row('model Tag', 'color String?')).toHaveCount(0)
    expect(await facet.text()).toBe(SHOP)
  })

  test('a blank row takes attributes after the type', async ({ page }) => {
    const facet = await open(page)
    await facet.block('model Tag').hover()
    await facet.block('model Tag').getByRole('button', { name: 'Add field' }).click()
    await page.keyboard.type('code String? @unique')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Tag', 'code String?')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await facet.text()).toContain('  code String? @unique\n')
  })

  test('a blank row takes a default and finds the type by it', async ({ page }) => {
    const facet = await open(page)
    await facet.block('model Tag').hover()
    await facet.block('model Tag').getByRole('button', { name: 'Add field' }).click()
    await page.keyboard.type('createdAt = now()')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Tag', 'createdAt DateTime')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await facet.text()).toMatch(/ {2}createdAt +DateTime +@default\(now\(\)\)\n/)
    await expect(facet.validity).toHaveText('Valid')
  })
})

test.describe('several blocks', () => {
  test('are selected with Shift, aligned, and brought back', async ({ page }) => {
    const facet = await open(page)
    await facet.block('model Customer').click({ position: { x: 60, y: 12 } })
    await facet.block('model Tag').click({ position: { x: 60, y: 12 }, modifiers: ['Shift'] })
    const toolbar = page.getByRole('toolbar', { name: 'Arrange selected blocks' })
    const before = await facet.offsets('model Customer', 'model Tag')
    const horizontal = Math.abs(before[1]?.x ?? 0) < 0.5
    await toolbar.getByRole('button', { name: horizontal ? 'Align top' : 'Align left' }).click()
    await expect
      .poll(async () => (await facet.offsets('model Customer', 'model Tag'))[1])
      .toMatchObject(horizontal ? { y: expect.closeTo(0, 0) } : { x: expect.closeTo(0, 0) })
    await expect(toolbar.getByRole('button', { name: 'Distribute vertically' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await facet.button('Undo').click()
    await expect.poll(() => facet.offsets('model Customer', 'model Tag')).toEqual(near(before))
  })

  test('are selected with a box, and their menu arranges them', async ({ page }) => {
    const facet = await open(page)
    const box = await boxOf(facet.diagram)
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + 4, box.y + 4)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 6, box.y + box.height - 6, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect(page.getByText('4 blocks', { exact: true })).toBeVisible()
    await facet.block('model Tag').focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Arrange' }).press('ArrowRight')
    await page.getByRole('menuitem', { name: 'Align left' }).press('Enter')
    await expect
      .poll(async () =>
        (await facet.offsets('model Customer', 'model Order', 'enum State')).map(({ x }) => x),
      )
      .toEqual([0, 0, 0].map((zero) => expect.closeTo(zero, 0)))
  })

  test('Space and dragging moves the view, also over a block', async ({ page }) => {
    const facet = await open(page)
    const before = await boxOf(facet.block('model Tag'))
    await facet.block('model Tag').focus()
    const { x, y } = await middleOf(facet.block('model Tag'))
    await page.keyboard.down(' ')
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 60, y + 30, { steps: 5 })
    await page.mouse.up()
    await page.keyboard.up(' ')
    const after = await boxOf(facet.block('model Tag'))
    expect(Math.round(after.x - before.x)).toBe(60)
    await expect(facet.button('Undo')).toBeDisabled()
  })

  test('are cut as text', async ({ page }) => {
    const facet = await open(page)
    await facet.block('enum State').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+x')
    await expect(facet.block('enum State')).toHaveCount(0)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'enum State {\n  OPEN\n  SENT\n}\n',
    )
  })
})

test.describe('by keyboard alone', () => {
  test('Tab goes from block to block as they lie', async ({ page }) => {
    const facet = await open(page)
    const places: Point[] = []
    await facet.diagram.getByLabel('Diagram canvas').focus()
    for (let count = 0; count < 4; count++) {
      await page.keyboard.press('Tab')
      await expect(page.locator(':focus')).toHaveRole('group')
      const { x, y } = await boxOf(page.locator(':focus'))
      places.push({ x: Math.round(x), y: Math.round(y) })
    }
    const lines = places.map(({ x, y }) => ({ x, line: Math.round(y / 120) }))
    const sorted = [...lines].sort((a, b) => a.line - b.line || a.x - b.x)
    expect(lines).toEqual(sorted)
  })

  test('a relation is added, edited, reconnected and deleted', async ({ page }) => {
    const facet = await open(page)
    await facet.block('model Order').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('r')
    const popover = page.getByRole('dialog', { name: 'New relation' })
    await pick(popover.getByRole('combobox', { name: 'Relate to' }), 'Tag')
    await popover.getByRole('button', { name: 'Add relation' }).press('Enter')
    const relation = page.getByRole('button', { name: 'relation Order.tag to Tag' })
    await expect(relation).toBeAttached()

    await relation.focus()
    await page.keyboard.press('Enter')
    await expect(relation).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('complementary', { name: 'Inspector' }).locator(':focus'),
    ).toBeVisible()

    await relation.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Reconnect…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Reconnect relation' })
    await pick(dialog.getByRole('combobox', { name: 'New end' }), 'Customer')
    await expect(dialog.getByText('Order.tag refers to Customer')).toBeVisible()
    await dialog.getByRole('button', { name: 'Reconnect' }).press('Enter')
    const moved = page.getByRole('button', { name: 'relation Order.tag to Customer' })
    await expect(moved).toBeAttached()

    await moved.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Delete')
    await expect(moved).toHaveCount(0)
    await expect(facet.validity).toHaveText('Valid')
  })

  test('a relation is begun while the focus is on its way back from the last', async ({ page }) => {
    const facet = await open(page)
    const popover = page.getByRole('dialog', { name: 'New relation' })
    const target = popover.getByRole('combobox', { name: 'Relate to' })
    await facet.block('model Order').focus()
    await page.keyboard.press('r')
    await pick(target, 'Tag')
    await page.evaluate(() => {
      const { requestAnimationFrame } = window
      window.requestAnimationFrame = (run) =>
        requestAnimationFrame((now) => setTimeout(() => run(now), 500))
    })
    await popover.getByRole('button', { name: 'Add relation' }).press('Enter')
    await expect(popover).toBeHidden()
    await facet.block('model Tag').focus()
    await page.keyboard.press('r')
    await expect(target).toBeVisible()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    await pick(target, 'Customer')
    await popover.getByRole('button', { name: 'Add relation' }).press('Enter')
    await expect(facet.row('model Tag', 'customer Customer')).toBeVisible()
  })

  test('the menu of a relation changes its kind', async ({ page }) => {
    const facet = await open(page, RELATED)
    const relation = page.getByRole('button', { name: 'relation Order.customer to Customer' })
    await relation.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Kind' }).press('ArrowRight')
    await page.getByRole('menuitemradio', { name: 'One-to-one' }).press('Enter')
    await expect(
      facet.row('model Customer', 'orders Order?').or(facet.row('model Customer', 'order Order?')),
    ).toBeVisible()
    expect(await facet.text()).toMatch(/customerId Int +@unique/)
  })

  test('a field goes to another model by its menu', async ({ page }) => {
    const facet = await open(page)
    await facet.row('model Customer', 'notes String').click()
    await facet.row('model Customer', 'notes String').focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Move to' }).press('ArrowRight')
    await page.getByRole('menuitem', { name: 'Tag' }).press('Enter')
    await expect(facet.row('model Tag', 'notes String')).toBeVisible()
  })

  test('a card tells of what has the focus, and Escape sends it away', async ({ page }) => {
    const facet = await open(page, RELATED)
    await facet.diagram.getByLabel('Diagram canvas').focus()
    await page.keyboard.press('Tab')
    const card = page.getByRole('tooltip')
    await expect(card).toContainText(/fields|values/)
    await expect(page.locator(':focus')).toHaveAttribute('aria-describedby', /.+/)
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
  })

  test('the pointer can rest on a card', async ({ page }) => {
    const facet = await open(page, RELATED)
    await facet.block('model Order').getByText('Order', { exact: true }).hover()
    const card = page.getByRole('tooltip')
    await expect(card).toContainText('Refers to Customer')
    await card.hover()
    await card.getByText('Refers to Customer').dblclick()
    await expect(card).toBeVisible()
    expect(await page.evaluate(() => String(document.getSelection()))).not.toBe('')
  })
})

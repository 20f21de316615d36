import type { Page } from '@playwright/test'
import { changedLines, Facet, pick } from './support/facet'
import { boxOf, middleOf, near, type Point } from './support/places'
import { expect, test } from './support/test'

// What a person does on the diagram itself, by mouse and by keyboard.

const BLOG = `model User {
  id    Int    @id @default(autoincrement())
  email String @unique
  role  Role   @default(READER)
  posts Post[]
}

model Post {
  id       Int    @id @default(autoincrement())
  title    String
  author   User   @relation(fields: [authorId], references: [id])
  authorId Int
}

model Tag {
  id   Int    @id @default(autoincrement())
  name String
}

enum Role {
  READER
  WRITER
}
`

async function openBlog(page: Page, text = BLOG): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'blog.prisma', text })
  await expect(facet.block('model Tag')).toBeVisible()
  return facet
}

/** A place on the diagram where nothing is drawn. */
async function emptyPoint(facet: Facet): Promise<Point> {
  const box = await boxOf(facet.diagram)
  const point = { x: box.x + box.width / 2, y: box.y + 14 }
  const isEmpty = await facet.page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.matches('.react-flow__pane') ?? false,
    point,
  )
  expect(isEmpty).toBe(true)
  return point
}

test.describe('drawing', () => {
  test('blocks, rows and relations have their names', async ({ page }) => {
    const facet = await openBlog(page)
    await expect(facet.block('enum Role')).toBeVisible()
    await expect(facet.row('model User', 'email String')).toBeVisible()
    await expect(facet.row('model User', 'email String')).toHaveText('email String')
    await expect(facet.row('model User', 'posts Post[]')).toBeVisible()
    await expect(facet.row('enum Role', 'WRITER')).toBeVisible()
    await expect(page.getByRole('button', { name: 'relation Post.author to User' })).toBeAttached()
  })

  test('a block whose text breaks stays, marked as stale, and cannot be edited', async ({
    page,
  }) => {
    const facet = await openBlog(page)
    await page.getByRole('textbox', { name: /schema editor/i }).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('\nmodel Tag2 {\nid Int @id\n')
    await expect(facet.block('model Tag2')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    const user = facet.block('model User')
    await expect(user.getByText('stale')).toBeVisible()
    await expect(facet.row('model User', 'email String')).toBeVisible()
    await facet.row('model User', 'email String').getByText('email').dblclick()
    await expect(facet.diagram.getByRole('textbox')).toHaveCount(0)
  })

  test('an empty design says how to begin', async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'empty.prisma', text: '// nothing\n' })
    await expect(facet.diagram.getByText('Nothing here yet')).toBeVisible()
    await facet.diagram.getByRole('button', { name: 'Add a model' }).click()
    await expect(facet.block('model Model')).toBeVisible()
    await expect(facet.diagram.getByText('Nothing here yet')).toBeHidden()
  })
})

test.describe('editing in place', () => {
  test('Enter goes from field to field, and on to a new one', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.row('model Tag', 'id Int').getByText('id', { exact: true }).dblclick()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('label')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Tag', 'label String')).toBeVisible()
    await page.keyboard.type('color String?')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Tag', 'color String?')).toBeVisible()
    await page.keyboard.type('size')
    await page.keyboard.press('Tab')
    await page.keyboard.type('int')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Tag', 'size Int')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(facet.diagram.getByRole('textbox')).toHaveCount(0)
    const text = await facet.text()
    expect(text).toContain('  label String\n')
    expect(text).toMatch(/ {2}color String\?\n {2}size +Int\n/)
  })

  test('a name that cannot be taken stays, with the reason', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.row('model User', 'email String').getByText('email').dblclick()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('role')
    await page.keyboard.press('Enter')
    await expect(facet.diagram.getByRole('alert')).toContainText('already')
    await expect(facet.diagram.getByRole('textbox', { name: 'Name' })).toHaveValue('role')
    await page.keyboard.press('Escape')
    await expect(facet.row('model User', 'email String')).toBeVisible()
    expect(await facet.text()).toBe(BLOG)
  })

  test('Tab goes from the name to the type, where a list narrows down', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.row('model Tag', 'name String').getByText('name').dblclick()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('option', { name: /^Role/ })).toBeVisible()
    await page.keyboard.type('date')
    await expect(
      page.getByRole('listbox', { name: 'Types' }).getByRole('option').first(),
    ).toContainText('DateTime')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Tag', 'name DateTime')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(changedLines(BLOG, await facet.text())).toEqual([
      { before: '  name String', after: '  name DateTime' },
    ])
  })

  test('double-clicking the background makes a model and asks for its name', async ({ page }) => {
    const facet = await openBlog(page)
    const { x, y } = await emptyPoint(facet)
    await page.mouse.dblclick(x, y)
    await expect(facet.block('model Model')).toBeVisible()
    await page.keyboard.type('Comment')
    await page.keyboard.press('Enter')
    await expect(facet.block('model Comment')).toBeVisible()
    await page.keyboard.type('body')
    await page.keyboard.press('Enter')
    await expect(facet.row('model Comment', 'body String')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await facet.text()).toContain('model Comment {\n')
  })

  test('values are added to an enum at its end', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.block('enum Role').hover()
    await facet.block('enum Role').getByRole('button', { name: 'Add value' }).click()
    await page.keyboard.type('ADMIN')
    await page.keyboard.press('Enter')
    await expect(facet.row('enum Role', 'ADMIN')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await facet.text()).toBe(BLOG.replace('  WRITER\n', '  WRITER\n  ADMIN\n'))
  })
})

test.describe('moving', () => {
  test('a drag is one step, and undo brings the block back', async ({ page }) => {
    const facet = await openBlog(page)
    const before = await facet.offsets('model User', 'model Tag')
    await facet.drag(facet.block('model Tag'), 70, 110)
    await expect.poll(() => facet.offsets('model User', 'model Tag')).not.toEqual(near(before))
    await facet.button('Undo').click()
    await expect.poll(() => facet.offsets('model User', 'model Tag')).toEqual(near(before))
    await expect(facet.button('Undo')).toBeDisabled()
  })

  test('a burst of arrow keys is one step', async ({ page }) => {
    const facet = await openBlog(page)
    const before = await facet.offsets('model User', 'model Tag')
    await facet.block('model Tag').focus()
    await page.keyboard.press('Enter')
    for (let count = 0; count < 4; count++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => facet.offsets('model User', 'model Tag')).not.toEqual(near(before))
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => facet.offsets('model User', 'model Tag')).toEqual(near(before))
    await expect(facet.button('Undo')).toBeDisabled()
  })

  test('what is selected moves together', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.block('model User').focus()
    await page.keyboard.press('ControlOrMeta+a')
    const before = await facet.offsets('model User', 'model Post', 'model Tag', 'enum Role')
    const box = await boxOf(facet.block('model User'))
    await facet.drag(facet.block('model Post'), 40, 60)
    const after = await boxOf(facet.block('model User'))
    expect(Math.round(after.x - box.x)).toBeGreaterThan(20)
    expect(await facet.offsets('model User', 'model Post', 'model Tag', 'enum Role')).toEqual(
      near(before),
    )
  })
})

test.describe('relating', () => {
  test('a line drawn between two models becomes the relation that was chosen', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.block('model Post').getByText('Post', { exact: true }).first().hover()
    const dot = facet.block('model Post').locator('.canvas-dot').first()
    const from = await middleOf(dot)
    const to = await boxOf(facet.block('model Tag'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x + 60, to.y + 30, { steps: 8 })
    await page.mouse.up()
    const popover = page.getByRole('dialog', { name: 'New relation' })
    await popover.getByRole('radio', { name: 'Many-to-many', exact: true }).check()
    await expect(popover.getByRole('list')).toContainText('Tag[]')
    await page.keyboard.press('Enter')
    await expect(popover).toBeHidden()
    await expect(page.getByRole('button', { name: 'relation Post.tags to Tag' })).toBeAttached()
    const text = await facet.text()
    expect(text).toMatch(/ {2}tags +Tag\[\]\n/)
    expect(text).toMatch(/ {2}posts +Post\[\]\n/)
  })

  test('R relates by keyboard, and Escape leaves everything as it was', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.block('model Tag').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('r')
    const popover = page.getByRole('dialog', { name: 'New relation' })
    await pick(popover.getByRole('combobox', { name: 'Relate to' }), 'Post')
    await expect(popover.getByRole('list')).toContainText('postId')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(popover).toBeHidden()
    expect(await facet.text()).toBe(BLOG)
  })

  test('a relation is selected by its line and deleted', async ({ page }) => {
    const facet = await openBlog(page)
    const relation = page.getByRole('button', { name: 'relation Post.author to User' })
    await relation.dispatchEvent('click')
    await expect(relation).toHaveAttribute('aria-pressed', 'true')
    await relation.focus()
    await page.keyboard.press('Delete')
    await expect(relation).toHaveCount(0)
    const text = await facet.text()
    expect(text).not.toContain('posts Post[]')
    expect(text).toContain('authorId Int')
  })
})

test.describe('keyboard and menus', () => {
  test('rows are walked and reordered by keyboard', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.block('model Tag').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(facet.row('model Tag', 'id Int')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(facet.row('model Tag', 'name String')).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(facet.block('model Tag').getByRole('listitem').first()).toHaveText('name String')
    await expect(facet.row('model Tag', 'name String')).toBeFocused()
    await page.keyboard.press('F2')
    await expect(facet.diagram.getByRole('textbox', { name: 'Name' })).toHaveValue('name')
  })

  test('a block is copied as text and pasted under a free name', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.block('model Tag').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^model Tag \{/)
    await page.keyboard.press('ControlOrMeta+v')
    await expect(facet.diagram.getByRole('group', { name: /^model Tag/ })).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+d')
    await expect(facet.diagram.getByRole('group', { name: /^model Tag/ })).toHaveCount(3)
  })

  test('Delete removes what is selected, and undo brings it back', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.row('model Tag', 'name String').getByText('name').click()
    await page.keyboard.press('Delete')
    await expect(facet.row('model Tag', 'name String')).toHaveCount(0)
    await facet.block('model Tag').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Backspace')
    await expect(facet.block('model Tag')).toHaveCount(0)
    await facet.button('Undo').click()
    await facet.button('Undo').click()
    await expect(facet.row('model Tag', 'name String')).toBeVisible()
    expect(await facet.text()).toBe(BLOG)
  })

  test('the menu of a row opens by keyboard and says what the row is', async ({ page }) => {
    const facet = await openBlog(page)
    await facet.row('model User', 'email String').getByText('email').click()
    await facet.row('model User', 'email String').focus()
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menuitemcheckbox', { name: 'Unique' })).toBeChecked()
    await page.getByRole('menuitemradio', { name: 'Optional' }).click()
    await expect(facet.row('model User', 'email String?')).toBeVisible()
    expect(changedLines(BLOG, await facet.text())).toEqual([
      { before: '  email String @unique', after: '  email String? @unique' },
    ])
  })

  test('the menu of the background makes a block there', async ({ page }) => {
    const facet = await openBlog(page)
    const { x, y } = await emptyPoint(facet)
    await page.mouse.click(x, y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Add enum here' }).click()
    await expect(facet.diagram.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await page.keyboard.type('Status')
    await page.keyboard.press('Tab')
    await expect(facet.block('enum Status')).toBeVisible()
  })
})

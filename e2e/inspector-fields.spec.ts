import type { Locator, Page } from '@playwright/test'
import { changedLines, Facet, pick } from './support/facet'
import { expect, test } from './support/test'

const BLOG = `datasource db {
  provider = "postgresql"
}

// What people write.
model Post {
  id         Int     @id
  title      String
  views      Int     // since the start
  isOpen     Boolean
  tags       String[]
  role       Role
  createdAt  DateTime
  authorId   Int
  reviewerId Int?
  author     User    @relation("Author", fields: [authorId], references: [id])
  reviewer   User?   @relation("Reviewer", fields: [reviewerId], references: [id])
  labels     Label[]
}

model User {
  id       Int    @id
  written  Post[] @relation("Author")
  reviewed Post[] @relation("Reviewer")
}

model Label {
  id    Int    @id
  posts Post[]
}

enum Role {
  USER
  ADMIN
  GUEST
}
`

/** Opens a schema and gives the inspector. */
async function open(page: Page, text: string, block: string): Promise<[Facet, Locator]> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'blog.prisma', text })
  await expect(facet.block(block)).toBeVisible()
  return [facet, page.getByRole('complementary', { name: 'Inspector' })]
}

/** Selects a row of a block: a field or an enum value. */
async function select(facet: Facet, block: string, text: string): Promise<void> {
  await facet.row(block, text).click()
}

async function commit(control: Locator, value: string): Promise<void> {
  await control.fill(value)
  await control.press('Enter')
}

/** The lines that differ from the blog, without the space that aligns them. */
async function changes(facet: Facet, before = BLOG): Promise<string[]> {
  const lines = changedLines(before, await facet.text())
  return lines.map(({ after }) => after.trim().replace(/ +/g, ' '))
}

test.describe('fields', () => {
  test('each type has an editor for its default', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    const way = inspector.getByLabel('Default', { exact: true })
    const value = inspector.getByLabel('Default value')

    await select(facet, 'model Post', 'title')
    await way.selectOption('Text')
    await expect(value).toBeFocused()
    await commit(value, ' "new" ')
    await select(facet, 'model Post', 'views')
    await way.selectOption('Number')
    await commit(value, '1.5')
    await expect(inspector.getByText('An Int is a whole number such as 12.')).toBeVisible()
    await expect(value).toHaveValue('1.5')
    await commit(value, '15')
    await select(facet, 'model Post', 'isOpen')
    await way.selectOption('True or false')
    await inspector.getByRole('switch', { name: 'Default value' }).click()
    await select(facet, 'model Post', 'role')
    await way.selectOption('Value')
    await value.selectOption('GUEST')
    await select(facet, 'model Post', 'createdAt')
    await way.selectOption('now()')
    expect(await changes(facet)).toEqual([
      'title String @default(" \\"new\\" ")',
      'views Int @default(15) // since the start',
      'isOpen Boolean @default(true)',
      'role Role @default(GUEST)',
      'createdAt DateTime @default(now())',
    ])
    await expect(facet.validity).toHaveText('Valid')
  })

  test('a list has a list as its default', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'tags')
    await inspector.getByLabel('Default', { exact: true }).selectOption('List')
    for (const item of ['a', 'b', 'c']) {
      await inspector.getByRole('button', { name: 'Add item' }).click()
      await page.keyboard.type(item)
      await page.keyboard.press('Enter')
    }
    await inspector.getByRole('button', { name: 'Remove item 2' }).click()
    await commit(inspector.getByLabel('Item 2', { exact: true }), 'd')
    expect(await changes(facet)).toEqual(['tags String[] @default(["a", "d"])'])
  })

  test('an expression is written as it is, and what is not known is kept', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    const way = inspector.getByLabel('Default', { exact: true })
    await select(facet, 'model Post', 'title')
    await way.selectOption('SQL expression')
    await commit(inspector.getByLabel('SQL expression'), `concat('a', "b"())`)
    expect(await changes(facet)).toEqual([
      `title String @default(dbgenerated("concat('a', \\"b\\"())"))`,
    ])
    await way.selectOption('As written…')
    const written = inspector.getByLabel('As written')
    await expect(written).toHaveValue(`dbgenerated("concat('a', \\"b\\"())")`)
    await commit(written, 'later(')
    await expect(inspector.getByText('This is not one value of the schema language.')).toBeVisible()
    await commit(written, 'cuid(2)')
    await expect(way).toHaveValue('cuid(2)')
    await way.selectOption('None')
    expect(await changes(facet)).toEqual([])
  })

  test('what a field cannot be says why', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'id Int')
    await expect(inspector.getByRole('radio', { name: 'Optional' })).toBeDisabled()
    await expect(inspector.getByRole('group', { name: 'Arity' })).toHaveAccessibleDescription(
      'Not optional: A primary key is always there, once. Not list: A primary key is always there, once.',
    )
  })

  test('a type of the database is given by its name', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'title')
    await pick(inspector.getByRole('combobox', { name: 'Type', exact: true }), 'Unsupp')
    await commit(inspector.getByLabel('Type in the database'), 'tsvector')
    expect(await changes(facet)).toEqual(['title Unsupported("tsvector")'])
  })
})

test.describe('enum values', () => {
  test('a value is renamed, moved and deleted', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'enum Role')
    await select(facet, 'enum Role', 'ADMIN')
    await expect(inspector.getByText('Value 2 of 3')).toBeVisible()
    await inspector.getByRole('button', { name: 'Move up' }).press('Enter')
    await expect(inspector.getByText('Value 1 of 3')).toBeVisible()
    await commit(inspector.getByLabel('Name', { exact: true }), 'OWNER')
    expect(await facet.text()).toBe(BLOG.replace('  USER\n  ADMIN\n', '  OWNER\n  USER\n'))
    await inspector.getByRole('button', { name: 'Delete value' }).click()
    expect(await facet.text()).toBe(BLOG.replace('  ADMIN\n', ''))
  })
})

test.describe('relations', () => {
  test('parallel relations are told apart, and changed by the keyboard', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'author User')
    await expect(
      inspector.getByRole('button', { name: 'Post.reviewer → User.reviewed' }),
    ).toBeVisible()
    await inspector.getByLabel('On delete').selectOption('Cascade')
    await expect(inspector.getByLabel('On update').locator('option').first()).toHaveText(
      'Default (Cascade)',
    )
    await inspector.getByRole('switch', { name: 'Required' }).press('Space')
    await commit(inspector.getByLabel('Relation name'), 'Writer')
    await commit(inspector.getByLabel('Field of User'), 'posts')
    expect(await changes(facet)).toEqual([
      'authorId Int?',
      'author User? @relation("Writer", fields: [authorId], references: [id], onDelete: Cascade)',
      'posts Post[] @relation("Writer")',
    ])
    await commit(inspector.getByLabel('Relation name'), 'Reviewer')
    await expect(inspector.getByText(/is called Reviewer/)).toBeVisible()
  })

  test('a change that loses something says so first', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'author User')
    const kind = inspector.getByLabel('Kind')
    await kind.selectOption('Many-to-many')
    const preview = inspector.getByRole('region', { name: 'Before this is changed' })
    await expect(preview).toContainText('Post.authorId goes')
    expect(await facet.text()).toBe(BLOG)
    await preview.getByRole('button', { name: 'Cancel' }).press('Enter')
    await expect(kind).toHaveValue('one-to-many')
    await expect(kind).toBeFocused()

    await kind.selectOption('Many-to-many')
    await preview.getByRole('button', { name: 'Apply' }).press('Enter')
    await expect(kind).toHaveValue('many-to-many')
    const text = await facet.text()
    expect(text).not.toContain('authorId')
    await expect(facet.validity).toHaveText('Valid')
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(BLOG)
  })

  test('a join model is made and unmade', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'labels')
    await inspector.getByRole('button', { name: 'Make join model' }).click()
    await inspector.getByRole('button', { name: 'Apply' }).click()
    await expect(facet.validity).toHaveText('Valid')
    const join = inspector.getByRole('button', { name: /^Turn \w+ into many-to-many$/ })
    await join.click()
    const apply = inspector.getByRole('button', { name: 'Apply' })
    if (await apply.isVisible()) await apply.click()
    await expect(join).toBeHidden()
    await expect(facet.validity).toHaveText('Valid')
    expect(await facet.text()).toContain('model Label {\n  id    Int    @id\n  posts Post[]\n}\n')
  })

  test('a composite key is put together pair by pair', async ({ page }) => {
    const text = `datasource db {
  provider = "postgresql"
}

model Order {
  tenant Int
  number String
  lines  Line[]

  @@id([tenant, number])
}

model Line {
  id          Int    @id
  orderTenant Int
  orderNumber String
  wrong       Int
  order       Order  @relation(fields: [wrong], references: [number])
}
`
    const [facet, inspector] = await open(page, text, 'model Line')
    await select(facet, 'model Line', 'order Order')
    await expect(inspector.getByText('wrong is Int, but number is String.')).toBeVisible()
    await inspector.getByLabel('Foreign key field 1').selectOption('orderTenant')
    await inspector.getByLabel('Referenced field 1').selectOption('tenant')
    await inspector.getByRole('button', { name: 'Add pair' }).click()
    await inspector.getByLabel('Foreign key field 2').selectOption('orderNumber')
    await inspector.getByLabel('Referenced field 2').selectOption('number')
    expect(await facet.text()).toContain(
      '@relation(fields: [orderTenant, orderNumber], references: [tenant, number])\n',
    )
    await expect(facet.validity).toHaveText('Valid')
  })

  test('a relation is deleted with its key or without', async ({ page }) => {
    const [facet, inspector] = await open(page, BLOG, 'model Post')
    await select(facet, 'model Post', 'author User')
    await inspector.getByRole('button', { name: 'Post.reviewer → User.reviewed' }).click()
    await inspector.getByRole('switch', { name: 'Keep the key fields when deleted' }).click()
    await inspector.getByRole('button', { name: 'Delete relation' }).click()
    const text = await facet.text()
    expect(text).not.toContain('review')
    expect(text).toContain('authorId')
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(BLOG)
  })
})

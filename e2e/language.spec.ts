import type { Locator, Page } from '@playwright/test'
import { axe } from './support/axe'
import { type Code, designColor, openCode } from './support/code'
import { expect, test } from './support/test'

const SCHEMA = `datasource db {
  provider = "postgresql"
}

/// Whoever writes.
model Author {
  id    Int    @id @default(autoincrement())
  email String @unique
  role  Role
  books Book[]
}

model Book {
  id       Int    @id
  title    String @map("book_title")
  authorId Int
  author   Author @relation(fields: [authorId], references: [id])

  @@index([title])
}

enum Role {
  READER
  WRITER
}
`

const AUTHOR = `datasource db {
  provider = "postgresql"
}

model Author {
  id     Int      @id
  books  Book[]
  essays Essay[]
}
`

const BOOK = `model Book {
  id       Int    @id
  authorId Int
  author   Author @relation(fields: [authorId], references: [id])
}

model Essay {
  id       Int    @id
  authorId Int
  author   Author @relation(fields: [authorId], references: [id])
}
`

/** Puts the cursor into a word of a line. */
async function goTo(code: Code, line: string, word: string): Promise<void> {
  await piece(code, line, word).click()
}

/** A piece of a line that is drawn in one colour. */
function piece(code: Code, line: string, text: string): Locator {
  return code.line(line).first().locator('span > span').getByText(text, { exact: true }).first()
}

function suggestion(page: Page, name: string | RegExp): Locator {
  return page.getByRole('listbox', { name: 'Suggest' }).getByRole('listitem', { name })
}

test.describe('completion', () => {
  test('puts in a whole block, and goes from stop to stop', async ({ page }) => {
    const { facet, code } = await openCode(page, SCHEMA)
    await code.editor.focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('\nmod', { delay: 30 })
    await expect(suggestion(page, /^model/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(code.line('model Name {')).toBeVisible()
    await page.keyboard.type('Shelf', { delay: 30 })
    await page.keyboard.press('Tab')
    await page.keyboard.type('room Int', { delay: 30 })
    await expect(facet.row('model Shelf', 'room Int')).toBeVisible()
    expect(await facet.text()).toBe(
      `${SCHEMA}\nmodel Shelf {\n  id Int @id @default(autoincrement())\n  room Int\n}`,
    )
  })

  test('goes on in text that is broken', async ({ page }) => {
    const { facet, code } = await openCode(page, SCHEMA)
    await code.goToEndOf('books Book')
    await page.keyboard.type('\nbroken Bo', { delay: 30 })
    await expect(suggestion(page, /^Book, model/)).toBeVisible()
    await expect(suggestion(page, /^Boolean/)).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(code.line('broken Boolean')).toBeVisible()
    await page.keyboard.type(' @default(', { delay: 30 })
    await expect(suggestion(page, /^true/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(facet.row('model Author', 'broken Boolean')).toBeVisible()
  })
})

test('hovering a name explains it', async ({ page }) => {
  const { code } = await openCode(page, SCHEMA)
  await piece(code, 'author   Author', 'Author').hover()
  await expect(page.getByRole('tooltip').filter({ hasText: 'Whoever writes.' })).toBeVisible()
})

test('a definition in another file is opened there, and references are listed', async ({
  page,
}) => {
  const { code } = await openCode(page, AUTHOR, BOOK)
  const files = page.getByRole('tablist', { name: 'Files' })
  await files.getByRole('tab', { name: 'part1.prisma' }).click()
  await goTo(code, 'author   Author', 'Author')
  await page.keyboard.press('F12')
  await expect(files.getByRole('tab', { name: 'part0.prisma' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(code.editor).toBeFocused()
  await page.keyboard.press('Shift+F12')
  const references = page.getByRole('tree', { name: 'References' })
  await expect(references).toBeVisible()
  await expect(page.getByText(/References \(3\)/)).toBeVisible()
  await expect(references.getByRole('treeitem', { name: /part1\.prisma/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(references).toBeHidden()
})

test('F2 renames over all files, keeps the database as it is, and is one step to undo', async ({
  page,
}) => {
  const { facet, code } = await openCode(page, AUTHOR, BOOK)
  const files = page.getByRole('tablist', { name: 'Files' })
  await goTo(code, 'model Author', 'Author')
  await page.keyboard.press('F2')
  const box = page.getByRole('dialog', { name: 'Rename Author' })
  await expect(box.getByText('Named in 3 places, in 2 files.')).toBeVisible()
  const name = box.getByRole('textbox', { name: 'New name' })
  await expect(name).toBeFocused()
  await page.keyboard.type('Book')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Writer')
  await expect(box.getByRole('checkbox', { name: /Keep the name/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(box).toBeHidden()
  await expect(code.editor).toBeFocused()
  await expect(facet.block('model Writer')).toBeVisible()
  await expect(code.line('@@map("Author")')).toBeVisible()
  await files.getByRole('tab', { name: 'part1.prisma' }).click()
  await expect(code.line('author   Writer')).toHaveCount(2)

  await facet.button('Undo').click()
  await expect(facet.block('model Author')).toBeVisible()
  await expect(code.line('author   Author')).toHaveCount(2)
  await files.getByRole('tab', { name: 'part0.prisma' }).click()
  await expect(code.line('model Author')).toBeVisible()
  await expect(code.line('@@map')).toBeHidden()
})

test('quick fixes are offered in the text and in Problems', async ({ page }) => {
  const { facet, code } = await openCode(page, SCHEMA)
  await code.goToEndOf('title')
  await page.keyboard.type('\nshelf Shelf', { delay: 30 })
  await expect(facet.validity).toHaveText('1 error')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(page.getByText('Create the model Shelf')).toBeVisible()
  await page.keyboard.press('Escape')

  await code.tab('Problems').click()
  const problems = page.getByRole('tabpanel', { name: 'Problems' })
  const fix = problems.getByRole('button', { name: /^Fix….*Shelf/ })
  await fix.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Create the enum Shelf' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Create the enum Shelf' }).press('Enter')
  await expect(facet.block('enum Shelf')).toBeVisible()
  await facet.button('Undo').click()
  await expect(facet.block('enum Shelf')).toBeHidden()
})

test.describe('formatting', () => {
  test('of spaces alone is one step over all files', async ({ page }) => {
    const { facet, code } = await openCode(
      page,
      AUTHOR.replace('id     Int      @id', 'id Int @id'),
      BOOK.replace('authorId Int', 'authorId   Int'),
    )
    await code.goToEndOf('id Int')
    await page.keyboard.press('Shift+Alt+F')
    await expect(page.getByRole('status').filter({ hasText: 'Formatted 2 files' })).toBeVisible()
    await expect(code.line('id     Int      @id')).toBeVisible()
    await facet.button('Undo').click()
    await expect(code.line('id Int @id')).toBeVisible()
    await expect(facet.button('Undo')).toBeDisabled()
  })

  test('that would do more is shown first', async ({ page }) => {
    const text = SCHEMA.replace('  authorId Int\n', '').replace(/ @relation\(.*\)/, '')
    const { facet, code } = await openCode(page, text)
    await facet.runAction('Format schema')
    const dialog = page.getByRole('dialog', { name: 'Format the schema' })
    const changes = dialog.getByRole('region', { name: /^Changes of/ })
    await expect(
      changes.locator('.view-line').filter({ hasText: 'authorId' }).first(),
    ).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
    expect(await facet.text()).toBe(text)

    await facet.runAction('Format schema')
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await expect(dialog).toBeHidden()
    await expect(code.line('authorId').first()).toBeVisible()
  })
})

test('names are coloured by what they mean', async ({ page }) => {
  const { code } = await openCode(page, SCHEMA)
  const color = (line: string, text: string) =>
    piece(code, line, text).evaluate((element) => getComputedStyle(element).color)
  for (const [line, text, name] of [
    ['id       Int', 'id', '--key-primary'],
    ['authorId Int', 'authorId', '--key-foreign'],
    ['author   Author', 'author', '--accent'],
    ['role  Role', 'Role', '--kind-enum'],
    ['title    String', 'title', '--text'],
  ] as const) {
    await expect
      .poll(() => color(line, text), `${text} in ${line}`)
      .toBe(await designColor(page, name))
  }
})

test('hints say what the database has, and can be switched off', async ({ page }) => {
  const { facet, code } = await openCode(page, SCHEMA)
  const line = code.line('@@index([title')
  await expect(line).toContainText('book_title')
  await facet.runAction('Switch hints in the text')
  await expect(line).not.toContainText('book_title')
  await page.reload()
  await expect(line).toBeVisible()
  await expect(piece(code, 'id       Int', 'id')).toBeVisible()
  await expect(line).not.toContainText('book_title')
  await facet.runAction('Switch hints in the text')
  await expect(line).toContainText('book_title')
})

test('places are right behind tabs, emoji and line ends of Windows', async ({ page }) => {
  const text =
    '\ufeff/// 😀 für 漢字\r\nmodel A {\r\n\tid Int @id /* 😀 */\r\n\tb  B[] // 😀\r\n}\r\n\r\nmodel B {\r\n\tid Int @id\r\n\taId Int\r\n\ta /* 😀 */ A @relation(fields: [aId], references: [id])\r\n}\r\n'
  const { facet, code } = await openCode(page, text)
  await goTo(code, 'fields: [aId]', 'aId')
  await page.keyboard.press('F12')
  await page.keyboard.press('F2')
  const box = page.getByRole('dialog', { name: 'Rename aId' })
  await box.getByRole('textbox', { name: 'New name' }).fill('ownerId')
  await box.getByRole('checkbox', { name: /Keep the name/ }).uncheck()
  await page.keyboard.press('Enter')
  await box.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(box).toBeHidden()
  await expect(facet.row('model B', 'ownerId Int')).toBeVisible()
  expect(await facet.text()).toBe(text.replace('aId', 'ownerId').replace('[aId]', '[ownerId]'))
})

test('symbols are searched from the editor', async ({ page }) => {
  const { facet, code } = await openCode(page, SCHEMA)
  await code.goToEndOf('email')
  await page.keyboard.press('ControlOrMeta+Shift+o')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Role')
  await expect(page.getByRole('option', { name: /^Role/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(facet.block('enum Role')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`its lists and boxes have no serious accessibility problem (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    const { code } = await openCode(page, SCHEMA)
    await goTo(code, 'model Author', 'Author')
    await page.keyboard.press('F2')
    const box = page.getByRole('dialog', { name: 'Rename Author' })
    await expect(box).toBeVisible()
    expect(await axe(page, '[data-slot="popover"]')).toEqual([])
  })
}

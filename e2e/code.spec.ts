import { readFile } from 'node:fs/promises'
import { axe } from './support/axe'
import { openCode as open } from './support/code'
import { changedLines } from './support/facet'
import { expect, test } from './support/test'

/** Valid for PostgreSQL, CockroachDB and SQLite alike. */
const SCHEMA = `datasource db {
  provider = "postgresql"
}

// Whoever writes.
model Author {
  id    String @id @default(uuid())
  name  String // as printed
  books Book[]
}

model Book {
  id       String @id @default(uuid())
  title    String
  author   Author @relation(fields: [authorId], references: [id])
  authorId String
}
`

/** Blocks enough to scroll. */
const LONG_SCHEMA = Array.from(
  { length: 60 },
  (_, index) => `model Model${index} {\n  id Int @id\n  note${index} String\n}\n`,
).join('\n')

test.describe('the Schema tab', () => {
  test('what is typed is drawn; brackets, indentation and comments go on by themselves', async ({
    page,
  }) => {
    const { facet, code } = await open(page, SCHEMA)
    await code.editor.focus()
    await page.keyboard.press('ControlOrMeta+End')
    // The editor helps where it knows what it colours, and it colours when it has time.
    const pieces = code.line('authorId String').locator('span span')
    await expect.poll(() => pieces.count()).toBeGreaterThan(1)
    await page.keyboard.type('\n/// A place to read.\nOr to talk.\n', { delay: 15 })
    // The third line began as a comment as well, and is none.
    await page.keyboard.press('Shift+Home')
    await page.keyboard.type('model Room {\nid Int @id\nseats Int[]', { delay: 15 })
    await expect(facet.row('model Room', 'seats Int[]')).toBeVisible()
    expect(await facet.text()).toBe(
      `${SCHEMA}\n/// A place to read.\n/// Or to talk.\nmodel Room {\n  id Int @id\n  seats Int[]\n}`,
    )
  })

  test('an edit on the canvas leaves the cursor where it was', async ({ page }) => {
    const { facet, code } = await open(page, SCHEMA)
    await code.goToEndOf('authorId String')
    await facet.row('model Author', 'name String').getByText('name', { exact: true }).dblclick()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('fullName')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect(code.line('fullName')).toBeVisible()
    expect(changedLines(SCHEMA, await facet.text())).toEqual([
      {
        before: '  name  String // as printed',
        after: expect.stringMatching(/^ {2}fullName +String \/\/ as printed$/),
      },
    ])
    await code.editor.focus()
    await page.keyboard.type('?')
    await expect(facet.row('model Book', 'authorId String?')).toBeVisible()
  })

  test('its undo goes through typing and gestures in the order they happened', async ({ page }) => {
    const { facet, code } = await open(page, SCHEMA)
    await code.goToEndOf('title')
    await page.keyboard.type('\npages Int')
    await expect(facet.row('model Book', 'pages Int')).toBeVisible()
    await facet.button('Add model').click()
    await page.keyboard.press('Escape')
    await expect(code.line('model Model {')).toBeVisible()

    await code.editor.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(code.line('model Model {')).toBeHidden()
    await expect(facet.row('model Book', 'pages Int')).toBeVisible()
    for (let step = 0; step < 10 && (await facet.button('Undo').isEnabled()); step++) {
      await page.keyboard.press('ControlOrMeta+z')
    }
    expect(await facet.text()).toBe(SCHEMA)
    await code.editor.focus()
    while (await facet.button('Redo').isEnabled())
      await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(code.line('model Model {')).toBeVisible()
  })

  test('several cursors make one step', async ({ page }) => {
    const { facet, code } = await open(page, 'model A {\n  id Int @id\n  a String\n  b String\n}\n')
    await code.goToEndOf('a String')
    await page.keyboard.press('ControlOrMeta+Alt+ArrowDown')
    await page.keyboard.type('?')
    await expect(facet.row('model A', 'a String?')).toBeVisible()
    await expect(facet.row('model A', 'b String?')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(facet.row('model A', 'b String?')).toBeHidden()
    await expect(facet.row('model A', 'a String?')).toBeHidden()
  })

  test('the cursor selects in the diagram, and the diagram shows the text', async ({ page }) => {
    const { facet, code } = await open(page, LONG_SCHEMA)
    await code.line('note1 String').click()
    await expect(facet.row('model Model1', 'note1 String')).toHaveAttribute('aria-current', 'true')
    await expect(code.editor).toBeFocused()

    await expect(code.line('model Model50 {')).toBeHidden()
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type('Model50')
    await page.keyboard.press('Enter')
    await expect(code.line('model Model50 {')).toBeVisible()
  })

  test('each of several files has a tab, and a selection opens its file', async ({ page }) => {
    const { facet, code } = await open(
      page,
      'model First {\n  id Int @id\n  second Second[]\n}\n',
      'model Second {\n  id Int @id\n  first First @relation(fields: [firstId], references: [id])\n  firstId Int\n}\n',
    )
    const files = page.getByRole('tablist', { name: 'Files' })
    await expect(files.getByRole('tab')).toHaveText(['part0.prisma', 'part1.prisma'])
    await facet.block('model Second').getByText('Second', { exact: true }).click()
    await expect(code.line('model Second {')).toBeVisible()
    await expect(files.getByRole('tab', { name: 'part1.prisma' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await files.getByRole('tab', { name: 'part0.prisma' }).click()
    await code.goToEndOf('id Int')
    await page.keyboard.type(' // kept')
    await files.getByRole('tab', { name: 'part1.prisma' }).click()
    await expect(code.line('model Second {')).toBeVisible()
    await files.getByRole('tab', { name: 'part0.prisma' }).click()
    await expect(code.line('// kept')).toBeVisible()
  })
})

test.describe('the Problems tab', () => {
  test('lists what is wrong, and leads to it', async ({ page }) => {
    const { facet, code } = await open(page, SCHEMA)
    await expect(facet.validity).toHaveText('Valid')
    await code.tab('Problems').click()
    await expect(page.getByText('No problems')).toBeVisible()

    await code.tab('Schema').click()
    await code.goToEndOf('title')
    await page.keyboard.type('\nshelf Shelf')
    await expect(facet.validity).toHaveText('1 error')
    await expect(code.tab('Problems')).toContainText('1')
    await code.tab('Problems').click()
    await page.getByRole('button', { name: /Shelf.*15:9/ }).click()
    await expect(code.tab('Schema')).toHaveAttribute('aria-selected', 'true')
    await expect(code.editor).toBeFocused()
    await expect(facet.row('model Book', 'shelf Shelf')).toHaveAttribute('aria-current', 'true')
    await page.keyboard.type('Int')
    await expect(facet.row('model Book', 'shelf Int')).toBeVisible()
    await expect(facet.validity).toHaveText('Valid')
  })
})

test.describe('the SQL tab', () => {
  test('shows what Prisma Migrate would run, for three databases', async ({ page }) => {
    const { facet, code } = await open(page, SCHEMA)
    await code.tab('SQL').click()
    await expect(code.provider).toHaveValue('postgresql')
    await expect(code.sql).toContainText('CREATE TABLE "Author"')
    await expect(code.sql).toContainText('"name" TEXT NOT NULL')
    await expect(code.sql).toContainText('ADD CONSTRAINT "Book_authorId_fkey" FOREIGN KEY')

    await code.provider.selectOption({ label: 'CockroachDB' })
    await expect(code.sql).toContainText('"name" STRING NOT NULL')
    await code.provider.selectOption({ label: 'SQLite' })
    await expect(code.sql).toContainText('"id" TEXT NOT NULL PRIMARY KEY')
    // Only a preview: the schema still says PostgreSQL.
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('follows the schema, and keeps the last good SQL while it is not valid', async ({
    page,
  }) => {
    const { facet, code } = await open(page, SCHEMA)
    await code.tab('SQL').click()
    await expect(code.sql).toContainText('CREATE TABLE "Book"')
    await facet.row('model Book', 'title String').getByText('title', { exact: true }).dblclick()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('heading')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect(code.sql).toContainText('"heading" TEXT NOT NULL')

    await code.tab('Schema').click()
    await code.goToEndOf('heading')
    await page.keyboard.type('\nshelf Shelf')
    await code.tab('SQL').click()
    await expect(
      page.getByText('The schema has errors; this is the SQL of the last valid version'),
    ).toBeVisible()
    await expect(page.getByRole('tabpanel').getByText(/Type "Shelf" is neither/)).toBeVisible()
    await expect(code.sql).toContainText('"heading" TEXT NOT NULL')
  })

  test('is copied and downloaded as it is shown', async ({ page }) => {
    const { code } = await open(page, SCHEMA)
    await code.tab('SQL').click()
    await expect(code.sql).toContainText('CREATE TABLE "Book"')
    const shown = await code.sql.locator('pre').textContent()

    await page.getByRole('button', { name: 'Copy SQL' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'SQL copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download SQL' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('schema.sql')
    expect(await readFile(await download.path(), 'utf8')).toBe(shown)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`its tabs have no serious accessibility problem (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const { code } = await open(
      page,
      `${SCHEMA}\nmodel Broken {\n  shelf Shelf\n}\n`,
      SCHEMA.slice(0, 0),
    )
    for (const tab of ['Schema', 'SQL', 'Problems']) {
      await code.tab(tab).click()
      await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
      expect(await axe(page, '[data-slot="code-side"]')).toEqual([])
    }
  })
}

import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model Author {
  id    String @id @default(uuid())
  name  String
  email String @db.Citext
  books Book[]
}

model Book {
  id       String @id @default(uuid())
  title    String
  author   Author @relation(fields: [authorId], references: [id])
  authorId String
}
`

/** The schema before: without Book, with a table that is gone since. */
const BEFORE = `datasource db {
  provider = "postgresql"
}

model Author {
  id   String  @id @default(uuid())
  name String?
  born Int
}

model Draft {
  id Int @id
}
`

/** The SQL tab, by roles and names. */
class Sql extends Facet {
  readonly sql: Locator
  readonly about: Locator
  readonly provider: Locator

  constructor(page: Page) {
    super(page)
    this.sql = page.getByRole('region', { name: 'SQL preview' })
    this.about = page.getByRole('region', { name: 'About this SQL' })
    this.provider = page.getByRole('combobox', { name: 'Provider' })
  }

  static async open(page: Page, text = SCHEMA, creates = 'CREATE TABLE "Author"'): Promise<Sql> {
    const sql = new Sql(page)
    await sql.start()
    await sql.openFiles({ name: 'library.prisma', text })
    await expect(sql.block(/model \w+/.exec(text)?.[0] ?? '')).toBeVisible()
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await expect(sql.sql).toContainText(creates)
    return sql
  }

  /** All of the SQL, whatever of it is in view. */
  async shown(): Promise<string> {
    return (await this.sql.locator('pre').textContent()) ?? ''
  }

  async pasteBaseline(text: string): Promise<void> {
    await this.button('Choose baseline').click()
    await this.page.getByRole('textbox', { name: 'Or paste its text' }).fill(text)
    await this.button('Use this text').click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** A line of the editor that is in view. */
  line(text: string): Locator {
    return this.sql.locator('.view-line').filter({ hasText: text })
  }
}

test.describe('another provider', () => {
  test('is previewed without changing the schema, with what it does not have', async ({ page }) => {
    const tab = await Sql.open(page)
    const before = await tab.downloadSchema()
    await tab.provider.selectOption({ label: 'MySQL' })
    await expect(tab.sql).toContainText('CREATE TABLE `Author`')
    await expect(tab.about).toContainText('Written by Facet as Prisma Migrate would')
    await tab.about.getByRole('button', { name: /^What MySQL does not have/ }).click()
    await expect(
      tab.about.getByRole('list', { name: 'What MySQL does not have' }).getByRole('listitem'),
    ).toContainText(['Citext'])
    await tab.provider.selectOption({ label: 'SQL Server' })
    await expect(tab.sql).toContainText('CREATE TABLE [dbo].[Author]')
    await tab.provider.selectOption({ label: 'SQLite' })
    await expect(tab.sql).toContainText('"email" TEXT NOT NULL')
    expect(await tab.downloadSchema()).toEqual(before)
  })

  test('is previewed with something in the place of all that it does not have', async ({
    page,
  }) => {
    const kept = await Sql.open(
      page,
      `${SCHEMA}\nenum Genre {\n  PROSE\n  VERSE @map("in verse")\n}\n`.replace(
        '  title    String\n',
        '  title    String\n  genre    Genre @default(VERSE)\n  notes    Json\n  tags     String[]\n',
      ),
    )
    await kept.provider.selectOption({ label: 'SQL Server' })
    await expect(kept.sql).toContainText('[notes] NVARCHAR(max) NOT NULL')
    await expect(kept.sql).toContainText('[genre] NVARCHAR(1000) NOT NULL CONSTRAINT')
    await expect(kept.sql).toContainText("DEFAULT 'in verse'")
    await kept.about.getByRole('button', { name: /^What SQL Server does not have/ }).click()
    const list = kept.about.getByRole('list', { name: 'What SQL Server does not have' })
    await expect(list).toContainText('Genre: SQL Server has no enums. String takes its place.')
    await expect(list).toContainText('SQL Server has no Json. String @db.NVarChar(Max) takes')
    await kept.provider.selectOption({ label: 'SQLite' })
    await expect(kept.sql).toContainText('"tags" JSONB')
    await kept.provider.selectOption({ label: 'MongoDB' })
    await expect(kept.sql).toContainText('db.createCollection("Author")')
  })

  test('is previewed with a table for lists of keys', async ({ page }) => {
    const tab = await Sql.open(
      page,
      `datasource db {
  provider = "mongodb"
}

model Post {
  id     String   @id @map("_id")
  tagIds String[]
  tags   Tag[]    @relation(fields: [tagIds], references: [id])
}

model Tag {
  id      String   @id @map("_id")
  postIds String[]
  posts   Post[]   @relation(fields: [postIds], references: [id])
}
`,
      'db.createCollection("Post")',
    )
    await tab.provider.selectOption({ label: 'PostgreSQL' })
    await expect(tab.sql).toContainText('CREATE TABLE "_PostToTag"')
    await expect(tab.sql).not.toContainText('tagIds')
    await tab.about.getByRole('button', { name: /^What PostgreSQL does not have/ }).click()
    await expect(
      tab.about.getByRole('list', { name: 'What PostgreSQL does not have' }),
    ).toContainText('Post.tags: PostgreSQL has no many-to-many relations in lists of keys. A table')
  })

  test('MongoDB gets a script, which is said to be one', async ({ page }) => {
    const tab = await Sql.open(
      page,
      SCHEMA.replace('  email String @db.Citext\n', '').replaceAll(
        '@id @default(uuid())',
        '@id @map("_id")',
      ),
    )
    await tab.provider.selectOption({ label: 'MongoDB' })
    await expect(tab.sql).toContainText('db.createCollection("Author")')
    await expect(tab.about).toContainText('mongosh script of what “prisma db push” does')
    await expect(
      page.getByRole('button', { name: 'Export migration: Prisma has none for MongoDB' }),
    ).toBeDisabled()
  })

  test('an enum leads to its columns where the database keeps it there', async ({ page }) => {
    const tab = await Sql.open(
      page,
      `${SCHEMA}\nenum Genre {\n  PROSE\n  VERSE\n}\n\nenum Unused {\n  A\n}\n`.replace(
        '  title    String\n',
        '  title    String\n  genre    Genre @map("the_genre")\n',
      ),
    )
    const marked = tab.sql.locator('.facet-selected-line')
    await page.getByRole('treeitem', { name: 'Genre', exact: true }).click()
    await expect(tab.line('CREATE TYPE "Genre"')).toBeVisible()
    await tab.provider.selectOption({ label: 'MySQL' })
    await expect(tab.line('`the_genre` ENUM')).toBeVisible()
    await expect(marked).toHaveCount(1)
    const note = page.getByRole('status', { name: 'Selected enum' })
    await expect(note).toBeEmpty()
    await page.getByRole('treeitem', { name: 'Unused', exact: true }).click()
    await expect(note).toHaveText(
      'No field has the enum Unused, and no statement here is about it.',
    )
    await expect(marked).toHaveCount(0)
  })

  test('an invalid schema gets Prisma’s own message', async ({ page }) => {
    const tab = await Sql.open(page)
    await tab.openFiles({
      name: 'broken.prisma',
      text: 'datasource db {\n  provider = "mysql"\n}\n\nmodel Broken {\n  id Int @id\n  a Nope\n}\n',
    })
    await expect(tab.block('model Broken')).toBeVisible()
    await expect(tab.sql).toContainText('The schema has errors, so there is no SQL yet.')
    await expect(tab.sql).toContainText('Type "Nope" is neither a built-in type')
  })
})

test.describe('a migration', () => {
  test('leads from a pasted schema, with steps, warnings and marks', async ({ page }) => {
    const tab = await Sql.open(page)
    await tab.pasteBaseline(BEFORE)
    await expect(page.getByText('From Pasted text')).toBeVisible()
    await expect(tab.sql).toContainText('DROP COLUMN "born"')

    const warnings = tab.about.getByRole('list', { name: 'Warnings' })
    await expect(warnings).toContainText('You are about to drop the column `born`')
    await expect(warnings).toContainText('You are about to drop the `Draft` table')
    await expect(warnings).toContainText('Made the column `name` on table `Author` required')
    await expect(warnings).toContainText('Added the required column `email` to the `Author` table')
    const removed = tab.about.getByRole('list', { name: 'Removed' }).getByRole('listitem')
    await expect(removed).toHaveText(['model Draft', 'Author.born'])

    const author = tab.block('model Author')
    await expect(
      author.getByRole('img', { name: 'changed since the baseline; removed: born' }),
    ).toBeVisible()
    await expect(
      tab.block('model Book').getByRole('img', { name: 'added since the baseline' }),
    ).toBeVisible()
    await expect(tab.row('model Author', 'email String, added since the baseline')).toBeVisible()
    await expect(tab.row('model Author', 'name String, changed since the baseline')).toBeVisible()
    await page.getByRole('switch', { name: 'Mark changes in the diagram' }).click()
    await expect(author.getByRole('img')).toHaveCount(0)

    const steps = tab.about.getByRole('list', { name: 'Steps' })
    await steps.getByRole('button', { name: 'Create the table Book' }).click()
    await expect(tab.line('CREATE TABLE "Book"')).toBeVisible()
    await expect(page.getByRole('treeitem', { name: 'Book', selected: true })).toBeVisible()
  })

  test('of MongoDB is the difference, said to be that, with steps and warnings', async ({
    page,
  }) => {
    const schema = (...models: string[]) =>
      `datasource db {\n  provider = "mongodb"\n}\n\n${models.join('\n')}`
    const author = (...lines: string[]) =>
      `model Author {\n  id String @id @map("_id")\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
    const draft = 'model Draft {\n  id String @id @map("_id")\n}\n'
    const tab = new Sql(page)
    await tab.start()
    const text = schema(author('mail String @unique', '', '@@map("authors")'))
    await tab.openFiles({ name: 'library.prisma', text })
    await expect(tab.block('model Author')).toBeVisible()
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await expect(tab.sql).toContainText('db.createCollection("authors")')
    await tab.pasteBaseline(schema(author('mail String'), draft))
    await expect(tab.sql).toContainText('db.getCollection("Author").renameCollection("authors")')
    await expect(tab.sql).not.toContainText('createCollection')
    await expect(tab.sql).toContainText('db.getCollection("Draft").drop()')
    await expect(tab.about).toContainText('This is the difference from the baseline')
    await expect(
      tab.about.getByRole('list', { name: 'Warnings' }).getByRole('listitem'),
    ).toHaveText([
      /^You are about to drop the `Draft` collection\./,
      /^A unique index over the fields `\[mail\]` of the collection `authors` will be created\./,
    ])
    const steps = tab.about.getByRole('list', { name: 'Steps' })
    await expect(steps.getByRole('listitem')).toHaveText([
      'Rename the collection Author to authors',
      'Add the unique index authors_mail_key to authors',
      'Drop the collection Draft',
    ])
    await steps.getByRole('button', { name: /^Add the unique index/ }).click()
    await expect(page.getByRole('treeitem', { name: 'Author', selected: true })).toBeVisible()
    await tab.pasteBaseline(text)
    await expect(tab.sql).toContainText('Nothing to migrate')
  })

  test('its baseline outlives a reload, and nothing changed is said plainly', async ({ page }) => {
    const tab = await Sql.open(page)
    await tab.button('Choose baseline').click()
    await page.getByRole('button', { name: 'As it was opened' }).click()
    await expect(tab.sql).toContainText('Nothing to migrate')

    await page.getByRole('tab', { name: 'Schema', exact: true }).click()
    const editor = page.getByRole('textbox', { name: 'Schema editor' })
    await editor.focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('model Shelf {\nid Int @id\n')
    await expect(tab.block('model Shelf')).toBeVisible()
    await expect(tab.validity).toHaveText('Valid')
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await expect(tab.sql).toContainText('CREATE TABLE "Shelf"')
    await expect(tab.sql).not.toContainText('CREATE TABLE "Book"')
    await expect(page.getByText('Saved', { exact: true })).toBeAttached()

    await page.reload()
    await expect(tab.block('model Shelf')).toBeVisible()
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await expect(page.getByText('From As it was opened')).toBeVisible()
    await expect(tab.sql).toContainText('CREATE TABLE "Shelf"')
    await expect(tab.sql).not.toContainText('CREATE TABLE "Book"')
    await expect(
      tab.block('model Shelf').getByRole('img', { name: 'added since the baseline' }),
    ).toBeVisible()

    await page.getByRole('button', { name: 'Start from an empty database' }).click()
    await expect(tab.sql).toContainText('CREATE TABLE "Book"')
  })

  test('leads from an earlier step, a file, another design, and what a link carried', async ({
    page,
    newVisitor,
  }) => {
    const tab = await Sql.open(page)
    await tab.row('model Book', 'title String').getByText('title', { exact: true }).dblclick()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('heading')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect(tab.row('model Book', 'heading String')).toBeVisible()
    await tab.button('Choose baseline').click()
    await page.getByRole('button', { name: /^Before “Rename/ }).click()
    await expect(tab.sql).toContainText('ADD COLUMN     "heading" TEXT NOT NULL')

    await tab.button('Choose baseline').click()
    await page.getByLabel('Baseline files').setInputFiles({
      name: 'before.prisma',
      mimeType: 'text/plain',
      buffer: Buffer.from(BEFORE),
    })
    await expect(page.getByText('From before.prisma')).toBeVisible()
    await expect(tab.sql).toContainText('DROP TABLE "Draft"')

    await tab.openFiles({ name: 'second.prisma', text: BEFORE })
    await expect(tab.block('model Draft')).toBeVisible()
    await expect(page.getByText('From an empty database')).toBeVisible()
    await tab.button('Choose baseline').click()
    await page.getByRole('button', { name: /^library/ }).click()
    await expect(tab.sql).toContainText('CREATE TABLE "Draft"')
    await expect(tab.sql).toContainText('DROP TABLE "Book"')

    const link = await tab.shareLink()
    const other = new Sql(await newVisitor())
    await other.start(new URL(link).pathname + new URL(link).hash)
    await expect(other.block('model Draft')).toBeVisible()
    await other.page.getByRole('tab', { name: 'SQL', exact: true }).click()
    // The baseline is in no link.
    await expect(other.page.getByText('From an empty database')).toBeVisible()
    await other.button('Choose baseline').click()
    await other.page.getByRole('button', { name: 'What the link carried' }).click()
    await expect(other.sql).toContainText('Nothing to migrate')
  })

  test('what is no schema is refused with a reason, and nothing is lost', async ({ page }) => {
    const tab = await Sql.open(page)
    await tab.button('Choose baseline').click()
    const dialog = page.getByRole('dialog')
    await tab.button('Use this text').click()
    await expect(dialog).toContainText('Paste the text of a Prisma schema here first.')
    await page.getByRole('textbox', { name: 'Or paste its text' }).fill('Dear diary')
    await tab.button('Use this text').click()
    await expect(dialog).toContainText('There is no model, enum or other block')
    await page.keyboard.press('Escape')
    await expect(page.getByText('From an empty database')).toBeVisible()
    await tab.pasteBaseline('model A {\n  id Nope @id\n}\n')
    await expect(tab.sql).toContainText('The baseline is not a valid schema for PostgreSQL')
    await expect(tab.sql).toContainText('Type "Nope" is neither')
  })

  test('is exported as the folder that Prisma Migrate keeps', async ({ page }) => {
    const tab = await Sql.open(page)
    await tab.pasteBaseline(BEFORE.replace('model Draft {\n  id Int @id\n}\n', ''))
    await expect(tab.sql).toContainText('CREATE TABLE "Book"')
    await tab.button('Export migration').click()
    const name = page.getByRole('textbox', { name: 'Name of the migration' })
    await expect(name).toHaveValue('add_book')
    await name.fill('Add books, at last')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .zip' }).click(),
    ])
    const archive = unzipSync(await readFile(await download.path()))
    const [path, lock] = Object.keys(archive).sort()
    expect(path).toMatch(/^migrations\/\d{14}_add_books_at_last\/migration\.sql$/)
    expect(lock).toBe('migrations/migration_lock.toml')
    const textOf = (path = '') => Buffer.from(archive[path] ?? []).toString()
    expect(textOf(path)).toBe(await tab.shown())
    expect(textOf(lock)).toBe(
      '# Please do not edit this file manually\n# It should be added in your version-control system (e.g., Git)\nprovider = "postgresql"\n',
    )
  })
})

test.describe('the SQL itself', () => {
  test('can be read, and leads to its blocks and back', async ({ page }) => {
    const tab = await Sql.open(page)
    await expect(tab.line('CREATE TABLE "Book"')).toBeVisible()
    await tab.line('CREATE TABLE "Book"').click()
    await expect(page.getByRole('treeitem', { name: 'Book', selected: true })).toBeVisible()
    const before = await tab.shown()
    await page.keyboard.type('x')
    expect(await tab.shown()).toBe(before)

    await page.getByRole('treeitem', { name: 'Author', exact: true }).click()
    await expect(tab.sql.locator('.facet-selected-line').first()).toBeAttached()
    await tab.line('REFERENCES').click()
    await page.keyboard.press('F12')
    await expect(page.getByRole('treeitem', { name: 'Book', selected: true })).toBeVisible()
    await expect(tab.block('model Book')).toBeInViewport()
  })

  test('is folded by statement', async ({ page }) => {
    const tab = await Sql.open(page)
    await tab.line('CREATE TABLE "Author"').click()
    await page.keyboard.press('ControlOrMeta+Shift+[')
    await expect(tab.line('CREATE TABLE "Author"')).toBeHidden()
    await expect(tab.line('CREATE TABLE "Book"')).toBeVisible()
    await expect(tab.sql.locator('pre')).toContainText('CREATE TABLE "Author"')
  })

  test('of a large schema is all there, though only some of it is drawn', async ({ page }) => {
    const models = Array.from(
      { length: 200 },
      (_, at) =>
        `model Table${at} {\n  id Int @id\n  name String${at === 0 ? ' @unique' : ''}\n}\n`,
    )
    const tab = await Sql.open(page, SCHEMA + models.join('\n'))
    await expect(tab.sql.locator('pre')).toContainText('CREATE TABLE "Table199"')
    await tab.runAction('Table199')
    await expect(tab.line('CREATE TABLE "Table199"')).toBeVisible()

    // The cursor selects what the statement is about, and stays where it is.
    const index = tab.line('CREATE UNIQUE INDEX "Table0_name_key"')
    await tab.line('CREATE TABLE "Table199"').click()
    await page.keyboard.press('ControlOrMeta+End')
    await index.click()
    await expect(page.getByRole('treeitem', { name: 'Table0', selected: true })).toBeVisible()
    await expect(index).toBeVisible()
    await expect(tab.line('CREATE TABLE "Table0"')).toBeHidden()
  })
})

test('a planner that stops is told of, and started again', async ({ page }) => {
  const tab = await Sql.open(page)
  await tab.provider.selectOption({ label: 'MySQL' })
  await expect(tab.sql).toContainText('CREATE TABLE `Author`')
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      if (self.name !== 'sql-planner') return
      const post = self.postMessage.bind(self)
      self.postMessage = () => post({ type: 'fatal', reason: 'panic', detail: 'made to' })
    })
  }
  await tab.pasteBaseline(BEFORE)
  const message = page.getByText('The SQL planner stopped because of an error inside it.')
  await expect(message).toBeVisible()
  await tab.button('Try again').click()
  await expect(tab.sql).toContainText('DROP TABLE `Draft`')
  await expect(message).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the SQL tab has no serious accessibility problem (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const tab = await Sql.open(page)
    await tab.pasteBaseline(BEFORE)
    await expect(tab.about.getByRole('list', { name: 'Warnings' })).toBeVisible()
    await expect(tab.line('DROP COLUMN "born"')).toBeVisible()
    expect(await axe(page, '[data-slot="code-side"]')).toEqual([])
    expect(await axe(page, '.canvas')).toEqual([])
    await tab.button('Choose baseline').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await axe(page, '[role="dialog"]')).toEqual([])
    await page.keyboard.press('Escape')
    await tab.button('Export migration').click()
    await expect(page.getByRole('textbox', { name: 'Name of the migration' })).toBeVisible()
    expect(await axe(page, '[data-slot="popover"]')).toEqual([])
  })
}

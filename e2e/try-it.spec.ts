import { expect, type Locator, type Page } from '@playwright/test'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { test } from './support/test'

const schema = (provider: string, models: string) =>
  `datasource db {\n  provider = "${provider}"\n}\n\n${models}`

const LIBRARY = `model Author {
  id    Int    @id @default(autoincrement())
  name  String
  books Book[]
}

model Book {
  id       Int    @id @default(autoincrement())
  title    String
  author   Author @relation(fields: [authorId], references: [id])
  authorId Int
}
`

/** A database that a schema is tried in, by roles and names. */
class Trial extends Facet {
  readonly panel: Locator
  readonly steps: Locator
  readonly tables: Locator
  readonly grid: Locator
  readonly editor: Locator

  constructor(page: Page) {
    super(page)
    this.panel = page.getByRole('region', { name: 'Try it' })
    this.steps = this.panel.getByRole('list', { name: 'Steps' }).getByRole('listitem')
    this.tables = this.panel.getByRole('list', { name: 'Tables' })
    this.grid = this.panel.getByRole('grid', { name: 'Result' })
    this.editor = this.panel.getByRole('textbox', { name: 'SQL console' })
  }

  /** Opens a schema and its SQL. */
  static async open(page: Page, text: string): Promise<Trial> {
    const trial = new Trial(page)
    await trial.start()
    await trial.openFiles({ name: 'library.prisma', text })
    await expect(trial.block('model Author')).toBeVisible()
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await expect(page.getByRole('region', { name: 'SQL preview' })).toContainText('CREATE TABLE')
    return trial
  }

  async begin(): Promise<void> {
    await this.button('Try it').click()
    await expect(this.panel).toBeVisible()
  }

  table(name: string): Locator {
    return this.tables.getByRole('button', { name: new RegExp(`^${name}, `) })
  }

  async type(sql: string): Promise<void> {
    await this.editor.focus()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(sql)
  }
}

const TIME = { timeout: 30_000 }

test('PostgreSQL: the schema is created, filled and queried', async ({ page }) => {
  const trial = await Trial.open(page, schema('postgresql', LIBRARY))
  await trial.begin()
  await expect(trial.steps).toHaveText(
    [/Start PostgreSQL, done/, /Create the schema, done/, /Add sample rows, done/],
    TIME,
  )
  await expect(trial.panel.getByRole('heading')).toHaveText(/^PostgreSQL \d+/)
  await expect(trial.table('Author')).toHaveAccessibleName('Author, 20 rows')

  await trial.table('Book').click()
  await expect(trial.grid).toHaveAttribute('aria-rowcount', '21')
  await expect(trial.grid.getByRole('columnheader')).toHaveText([
    'idinteger',
    'titletext',
    'authorIdinteger',
  ])

  await trial.type(
    'INSERT INTO "Author" ("name") VALUES (\'Me\');\nSELECT "id", "name" FROM "Author" WHERE "id" > 20;',
  )
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(trial.grid.getByRole('gridcell')).toHaveText(['21', 'Me'])
  await expect(trial.table('Author')).toHaveAccessibleName('Author, 21 rows')
  await trial.grid.focus()
  await page.keyboard.press('ArrowRight')
  await expect(trial.panel.getByRole('region', { name: 'Value of name' })).toContainText('Me')

  await trial.button('Start over').click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('What you changed in this one is lost')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await trial.button('Close database').click()
  await expect(trial.panel).toBeHidden()
  await expect(trial.button('Try it')).toBeFocused()
})

test('an error shows the database’s words, and where', async ({ page }) => {
  const trial = await Trial.open(page, schema('sqlite', LIBRARY))
  await trial.begin()
  await expect(trial.steps.last()).toHaveText(/Add sample rows, done/, TIME)
  await trial.type('SELECT 1 AS one;\nSELECT "name", nope FROM "Author";')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(trial.panel.getByRole('alert')).toHaveText('no such column: nope')
  await expect(trial.panel.locator('mark')).toHaveText('nope')
  await expect(trial.panel.locator('.squiggly-error')).toBeVisible()
  // Undo belongs to the console while it is written in, and the design is left alone.
  const before = await trial.validity.textContent()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(trial.panel.locator('.squiggly-error')).toBeHidden()
  await expect(trial.block('model Author')).toBeVisible()
  expect(await trial.validity.textContent()).toBe(before)
})

test('a migration meets rows, and fails as it would in production', async ({ page }) => {
  const after = LIBRARY.replace('  name  String', '  code  String\n  name  String')
  const trial = await Trial.open(page, schema('sqlite', after))
  await trial.button('Choose baseline').click()
  await page.getByRole('textbox', { name: 'Or paste its text' }).fill(schema('sqlite', LIBRARY))
  await trial.button('Use this text').click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await trial.begin()
  await expect(trial.steps).toHaveText(
    [
      /Start SQLite, done/,
      /Create the baseline, done/,
      /Add sample rows, done/,
      /Run the migration, failed/,
    ],
    TIME,
  )
  const alert = trial.panel.getByRole('alert')
  await expect(alert).toContainText('In production it would fail the same way')
  await expect(alert).toContainText('NOT NULL constraint failed')
  await trial.type('SELECT 1')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(trial.grid).toBeVisible()
  await trial.button('Show why').click()
  await expect(alert).toContainText('NOT NULL constraint failed')
  // Without rows there is nothing that it could fail on.
  await trial.panel.getByRole('combobox', { name: 'Sample rows' }).selectOption('No sample rows')
  await expect(trial.steps.last()).toHaveText(/Run the migration, done/, TIME)
  await expect(trial.table('Author')).toHaveAccessibleName('Author, 0 rows')
})

test('it can be stopped, and made again after a change', async ({ page }) => {
  const trial = await Trial.open(page, schema('postgresql', LIBRARY))
  await trial.begin()
  await trial.button('Stop').click()
  await expect(trial.panel.getByText('Stopped. The database is gone')).toBeVisible()
  await trial.button('Close database').click()
  await page.getByRole('combobox', { name: 'Provider' }).selectOption({ label: 'SQLite' })
  await trial.begin()
  await expect(trial.steps.last()).toHaveText(/Add sample rows, done/, TIME)
  await page.getByRole('tab', { name: 'Schema', exact: true }).click()
  await page.getByRole('textbox', { name: 'Schema editor' }).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nmodel Shelf {\n  id Int @id\n')
  await expect(trial.panel.getByText('The schema has changed since.')).toBeVisible()
  await expect(trial.validity).toHaveText('Valid')
  await trial.button('Recreate').click()
  await expect(trial.table('Shelf')).toHaveAccessibleName('Shelf, 20 rows', TIME)
  await expect(trial.panel.getByText('The schema has changed since.')).toBeHidden()
})

test('databases that do not run in a page say so', async ({ page }) => {
  const trial = await Trial.open(page, schema('mysql', LIBRARY))
  await expect(trial.button('Try it')).toBeDisabled()
  await trial.button('Try it').hover({ force: true })
  await expect(page.getByRole('tooltip')).toContainText('MySQL does not run in a browser')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('is accessible', async ({ page }) => {
      const trial = await Trial.open(page, schema('sqlite', LIBRARY))
      await trial.begin()
      await trial.table('Book').click(TIME)
      await expect(trial.grid).toBeVisible()
      expect(await axe(page, '[data-slot="database-panel"]')).toEqual([])
      await trial.type('SELECT nope')
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(trial.panel.getByRole('alert')).toBeVisible()
      expect(await axe(page, '[data-slot="database-panel"]')).toEqual([])
    })
  })
}

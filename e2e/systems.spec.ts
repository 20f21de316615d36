import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { axe } from './support/axe'
import { Drawing } from './support/drawing'
import { expect, test } from './support/test'

// The schemas of the guides, drawn from "New design for…" and taken away as projects.

test.slow()

/** The files of the archive that the dialog downloads, by path. */
async function downloadProject(page: Page): Promise<Map<string, string>> {
  const dialog = page.getByRole('dialog', { name: 'Export as a project' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  await expect(dialog).toBeHidden()
  const files = unzipSync(await readFile(await download.path()))
  const decoder = new TextDecoder()
  return new Map(Object.entries(files).map(([path, bytes]) => [path, decoder.decode(bytes)]))
}

async function openExport(drawing: Drawing) {
  await drawing.button('Export').click()
  await drawing.page.getByRole('menuitem', { name: 'Export as a project…' }).click()
  return drawing.page.getByRole('dialog', { name: 'Export as a project' })
}

test('the Player and Profile of the TiDB guide', async ({ page }) => {
  const drawing = new Drawing(page)
  await drawing.startEmpty()

  await test.step('from the empty diagram', async () => {
    await drawing.button('New design for…').click()
    const dialog = page.getByRole('dialog', { name: 'New design for…' })
    await expect(dialog.getByRole('radio', { name: 'PostgreSQL' })).toBeFocused()
    await dialog.getByText('Distributed SQL in the manner of MySQL').click()
    await dialog.getByText('Prisma 6', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('drawn', async () => {
    await page.getByRole('button', { name: 'Add a model' }).click()
    await drawing.nameAndFill('model', 'Player', [
      'name String @unique(map: "uk_player_on_name") @db.VarChar(50)',
      'coins Decimal = 0',
      'goods Int = 0',
      'createdAt DateTime = now()',
    ])
    await drawing.addBlock('m', 'model', 'Profile', ['biography String @db.Text'])
    await drawing.row('model Profile', 'id Int').click()
    await page.keyboard.press('Delete')
    await drawing.relate('Profile', 'Player', 'One-to-one')
    await expect(drawing.row('model Player', 'profile Profile?')).toBeVisible()
    await drawing.selectField('Profile', 'playerId')
    await drawing.switch('Primary key (@id)')
    await drawing.switch('Unique (@unique)')
    await drawing.set('Name in the database', 'player_id')
    await drawing.selectBlock('Profile')
    await drawing.set('Name in the database', 'profiles')
    await drawing.selectField('Profile', 'player')
    await drawing.choose('On delete', 'Cascade')
    await drawing.set('Name of the constraint', 'fk_profile_on_player_id')
    await drawing.selectField('Player', 'createdAt')
    await drawing.set('Name in the database', 'created_at')
    await drawing.selectBlock('Player')
    await drawing.set('Name in the database', 'players')
  })
  const text = await drawing.text()
  expect(text).toBe(TIDB_SCHEMA)
  await expect(drawing.validity).toHaveText('Valid')

  const dialog = await openExport(drawing)
  // The system that the design was begun for.
  await expect(dialog.getByLabel('System').locator('option:checked')).toHaveText('TiDB')
  await dialog.getByLabel('Project name').fill('Bookshop Players')
  await expect(dialog.getByText('The schema is exported exactly as it is.')).toBeVisible()
  await dialog.getByRole('radio', { name: '.env.example' }).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(
    ':4000/DATABASE?sslaccept=strict',
  )
  const files = await downloadProject(page)
  expect(files.get('prisma/schema.prisma')).toBe(text)
  expect(files.get('.env.example')).toContain(':4000/DATABASE?sslaccept=strict"\n')
  expect(files.has('prisma.config.ts')).toBe(false)
  const manifest = JSON.parse(files.get('package.json') ?? '')
  expect(manifest.name).toBe('bookshop-players')
  expect(manifest.devDependencies.prisma).toBe('6.19.3')
})

test('the User and Post of the Supabase guide', async ({ page }) => {
  const drawing = new Drawing(page)
  await drawing.start()
  await drawing.openFiles({ name: 'ledger.prisma', text: 'model Entry {\n  id Int @id\n}\n' })
  await expect(drawing.block('model Entry')).toBeVisible()

  await test.step('by the keyboard alone', async () => {
    await drawing.runAction('New design for')
    const dialog = page.getByRole('dialog', { name: 'New design for…' })
    await expect(dialog.getByRole('radio', { name: 'PostgreSQL' })).toBeFocused()
    for (const name of ['MySQL', 'SQLite', 'SQL Server', 'CockroachDB', 'MongoDB']) {
      await page.keyboard.press('ArrowRight')
      await expect(dialog.getByRole('radio', { name })).toBeChecked()
    }
    await expect(dialog.getByRole('radio', { name: 'Prisma 7' })).toBeDisabled()
    await expect(dialog.getByText('Prisma 7 has no MongoDB connector')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(dialog.getByRole('radio', { name: 'Supabase' })).toBeChecked()
    await expect(dialog.getByRole('radio', { name: 'Prisma 7' })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Nothing here yet')).toBeVisible()
  })

  await test.step('drawn', async () => {
    await page.getByRole('button', { name: 'Add a model' }).click()
    await drawing.nameAndFill('model', 'Post', [
      'title String',
      'content String?',
      'published Boolean = false',
    ])
    await drawing.addBlock('m', 'model', 'User', ['email String @unique', 'name String?'])
    await drawing.relate('Post', 'User', 'One-to-many', true)
  })
  const text = await drawing.text()
  expect(text).toBe(SUPABASE_SCHEMA)
  await expect(drawing.validity).toHaveText('Valid')
  await page.getByRole('tab', { name: 'SQL' }).click()
  await expect(page.getByRole('region', { name: 'SQL preview' })).toContainText(
    'ALTER TABLE "Post" ADD CONSTRAINT "Post_userId_fkey"',
  )

  const dialog = await openExport(drawing)
  await expect(dialog.getByLabel('System').locator('option:checked')).toHaveText('Supabase')
  await expect(dialog.getByText('With the first migration.')).toBeVisible()
  const files = await downloadProject(page)
  expect(files.get('prisma/schema.prisma')).toBe(text)
  const migration = [...files].find(([path]) => /^prisma\/migrations\/\d{14}_init\//.test(path))
  expect(migration?.[1]).toContain('CREATE TABLE "User"')
  expect(files.get('prisma/migrations/migration_lock.toml')).toContain('provider = "postgresql"')
  expect(files.get('prisma.config.ts')).toContain("url: env('DIRECT_URL')")
  expect(files.get('.env.example')).toMatch(/:6543\/postgres\?pgbouncer=true"\n/)
  expect(files.get('.env.example')).toMatch(/pooler\.supabase\.com:5432\/postgres"\n/)
  expect(files.get('supabase-role.sql')).toContain('BYPASSRLS CREATEDB')
  expect(files.get('README.md')).toContain('npm run db:migrate')

  await test.step('the design before it is still there', async () => {
    await drawing.runAction('Recent designs')
    await expect(page.getByRole('dialog').getByText('ledger')).toBeVisible()
  })
})

test('a schema for another Prisma is adapted only as far as it is wanted', async ({ page }) => {
  const drawing = new Drawing(page)
  await drawing.start()
  const text =
    'datasource db {\n  provider = "sqlite"\n  url      = "file:./a.db"\n}\n\nmodel A {\n  id Int @id\n}\n'
  await drawing.openFiles({ name: 'a.prisma', text })
  await expect(drawing.block('model A')).toBeVisible()

  const dialog = await openExport(drawing)
  await expect(dialog.getByRole('radio', { name: 'Prisma 6' })).toBeChecked()
  await dialog.getByText('Prisma 7', { exact: true }).click()
  await expect(dialog.getByText('Upgrade to Prisma 7')).toBeVisible()
  const files = await downloadProject(page)
  expect(files.get('prisma/schema.prisma')).toBe(text.replace('  url      = "file:./a.db"\n', ''))

  const again = await openExport(drawing)
  await again.getByText('Prisma 7', { exact: true }).click()
  await again.getByRole('checkbox').click()
  expect((await downloadProject(page)).get('prisma/schema.prisma')).toBe(text)
  expect(await drawing.text()).toBe(text)
})

test('a schema that is not valid is exported without a migration, and said to be', async ({
  page,
}) => {
  const drawing = new Drawing(page)
  await drawing.start()
  await drawing.openFiles({
    name: 'a.prisma',
    text: 'datasource db {\n  provider = "sqlite"\n}\n\nmodel A {\n  id Missing @id\n}\n',
  })
  await expect(drawing.block('model A')).toBeVisible()
  const dialog = await openExport(drawing)
  await expect(dialog.getByText('The schema is not valid yet')).toBeVisible()
  const paths = [...(await downloadProject(page)).keys()]
  expect(paths.filter((path) => path.includes('migrations'))).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialogs have no serious accessibility findings in the ${colorScheme}`, async ({
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme })
    const drawing = new Drawing(page)
    await drawing.start()
    await drawing.runAction('New design for')
    await expect(page.getByRole('dialog', { name: 'New design for…' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.screenshot({ path: info.outputPath('new-design.png') })
    await page.keyboard.press('Escape')
    const dialog = await openExport(drawing)
    await dialog.getByLabel('System').selectOption('Supabase')
    await expect(dialog.getByText('With the first migration.')).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.screenshot({ path: info.outputPath('project.png') })
  })
}

const TIDB_SCHEMA = `generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "mysql"
  url      = env("DATABASE_URL")
}

model Player {
  id        Int      @id @default(autoincrement())
  name      String   @unique(map: "uk_player_on_name") @db.VarChar(50)
  coins     Decimal  @default(0)
  goods     Int      @default(0)
  createdAt DateTime @default(now()) @map("created_at")
  profile   Profile?

  @@map("players")
}

model Profile {
  biography String @db.Text
  player    Player @relation(fields: [playerId], references: [id], onDelete: Cascade, map: "fk_profile_on_player_id")
  playerId  Int    @id @map("player_id")

  @@map("profiles")
}
`

const SUPABASE_SCHEMA = `generator client {
  provider = "prisma-client"
  output   = "../generated/prisma"
}

datasource db {
  provider = "postgresql"
}

model Post {
  id        Int     @id @default(autoincrement())
  title     String
  content   String?
  published Boolean @default(false)
  user      User?   @relation(fields: [userId], references: [id])
  userId    Int?
}

model User {
  id    Int     @id @default(autoincrement())
  email String  @unique
  name  String?
  posts Post[]
}
`

import type { Locator, Page } from '@playwright/test'
import { Facet, pick } from './support/facet'
import { boxOf } from './support/places'
import { expect, test } from './support/test'

const SCHEMA = `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
  schemas  = ["public", "auth"]
}

generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["views", "madeUp"]
}

/// Somebody who can sign in.
model User {
  id       Int    @id
  email    String @unique
  tenantId Int
  name     String?

  @@index([tenantId, email(sort: Desc)], map: "by_tenant")
  @@schema("auth")
}

model Post {
  id    Int    @id
  title Strin

  @@schema("public")
}

enum Role {
  USER
  ADMIN @map("admin")

  @@schema("auth")
}
`

async function open(page: Page): Promise<{ facet: Facet; inspector: Locator }> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'shop.prisma', text: SCHEMA })
  await expect(facet.block('model User')).toBeVisible()
  return { facet, inspector: page.getByRole('complementary', { name: 'Inspector' }) }
}

function select(page: Page, name: string): Promise<void> {
  return page.getByRole('treeitem', { name, exact: true }).click()
}

test.describe('the inspector of blocks', () => {
  test('says what is selected, and leads back', async ({ page }) => {
    const { inspector } = await open(page)
    const heading = inspector.getByRole('heading', { level: 2 })
    await expect(heading).toHaveText('Schema')
    await select(page, 'User')
    await expect(heading).toHaveText('modelUser')
    await inspector.getByRole('button', { name: /^email String/ }).click()
    await expect(heading).toHaveText('fieldemail')
    await inspector.getByRole('button', { name: 'Back to model User' }).click()
    await expect(heading).toHaveText('modelUser')
    await inspector.getByRole('button', { name: 'Schema settings' }).click()
    await expect(heading).toHaveText('Schema')
  })

  test('F6 goes there and back', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await facet.block('model User').click({ position: { x: 30, y: 10 } })
    await page.keyboard.press('F6')
    await expect(inspector.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await page.keyboard.press('F6')
    await expect(inspector.getByRole('textbox', { name: 'Name', exact: true })).not.toBeFocused()
    await expect(facet.diagram.locator(':focus')).toHaveCount(1)
  })

  test('opens on F6 where the panes lie over the diagram', async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 450 })
    const { inspector } = await open(page)
    await page.keyboard.press('F6')
    await expect(inspector.getByLabel('Version of Prisma')).toBeFocused()
  })

  test('puts fields in order by keys and by dragging', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await select(page, 'User')
    const fields = inspector.getByRole('list', { name: 'Fields' })
    const handles = fields.getByRole('button', { name: /^Move / })
    const labels = () =>
      handles.evaluateAll((all) => all.map((handle) => handle.getAttribute('aria-label')))
    await expect(handles).toHaveCount(4)
    const handle = fields.getByRole('button', { name: 'Move name' })
    await handle.focus()
    await page.keyboard.press('ArrowUp')
    await expect(handle).toBeFocused()
    await page.keyboard.press('ArrowUp')
    expect(await labels()).toEqual(['Move id', 'Move name', 'Move email', 'Move tenantId'])
    await expect(handle).toBeFocused()

    const from = await boxOf(fields.getByRole('button', { name: 'Move email' }))
    const to = await boxOf(fields.getByRole('button', { name: 'Move tenantId' }))
    await page.mouse.move(from.x + 4, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 4, to.y + to.height - 1, { steps: 5 })
    await page.mouse.up()
    expect(await labels()).toEqual(['Move id', 'Move name', 'Move tenantId', 'Move email'])
    for (let step = 0; step < 3; step++) await facet.button('Undo').click()
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('adds values one after another, and refuses what cannot be one', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await select(page, 'Role')
    await expect(inspector.getByRole('button', { name: 'ADMIN "admin"' })).toBeVisible()
    const line = inspector.getByRole('textbox', { name: 'Add a value' })
    await line.fill('GUEST')
    await page.keyboard.press('Enter')
    await expect(line).toHaveValue('')
    await expect(line).toBeFocused()
    await page.keyboard.type('USER')
    await page.keyboard.press('Enter')
    await expect(inspector.getByRole('alert')).toHaveText('Role already has a value called USER.')
    await line.fill('BOT')
    await page.keyboard.press('Enter')
    expect(await facet.text()).toBe(
      SCHEMA.replace('  ADMIN @map("admin")\n', '  ADMIN @map("admin")\n  GUEST\n  BOT\n'),
    )
  })

  test('repeats what the engine says, at the field', async ({ page }) => {
    const { inspector } = await open(page)
    await select(page, 'Post')
    const notes = inspector.getByRole('list', { name: 'Prisma says' })
    await expect(notes).toContainText('Type "Strin" is neither a built-in type')
    await notes.getByRole('button', { name: 'title' }).click()
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('fieldtitle')
  })

  test('shows every key with what it says', async ({ page }) => {
    const { inspector } = await open(page)
    await select(page, 'User')
    const key = inspector.getByRole('button', { name: /^Index on tenantId, email desc/ })
    await key.click()
    await expect(key).toHaveAttribute('aria-expanded', 'true')
    await expect(inspector.getByLabel('Order of email')).toHaveValue('Desc')
    await expect(inspector.getByLabel('Index type').getByRole('option')).toHaveText([
      'Default',
      'BTree',
      'Hash',
      'Gin',
      'Gist',
      'SpGist',
      'Brin',
    ])
    await expect(inspector.getByLabel('Length of email')).toHaveCount(0)
    await inspector.getByRole('button', { name: 'Add a key or index' }).click()
    await expect(page.getByRole('menuitem')).toHaveText(['Unique', 'Index'])
  })

  test('adds, changes and deletes keys', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await select(page, 'User')
    await inspector.getByRole('button', { name: 'Add a key or index' }).click()
    await page.getByRole('menuitem', { name: 'Unique' }).click()
    const add = inspector.getByRole('combobox', { name: 'Add a field to the key' })
    await expect(add).toBeFocused()
    await add.click()
    await page.getByRole('option', { name: /^tenantId/ }).click()
    await expect(add).toBeFocused()
    await pick(add, 'name')
    await expect(add).toBeFocused()
    await inspector.getByRole('button', { name: 'Move name' }).last().focus()
    await page.keyboard.press('ArrowUp')
    await inspector.getByRole('textbox', { name: 'Name in Prisma Client' }).fill('email')
    await page.keyboard.press('Enter')
    await expect(inspector.getByText('User has a field called email.')).toBeVisible()
    await inspector.getByRole('textbox', { name: 'Name in Prisma Client' }).fill('byName')
    await page.keyboard.press('Enter')
    await inspector.getByLabel('Order of tenantId').selectOption('Desc')
    expect(await facet.text()).toBe(
      SCHEMA.replace(
        '  @@index([tenantId',
        '  @@unique([name, tenantId(sort: Desc)], name: "byName")\n  @@index([tenantId',
      ),
    )
    await inspector.getByRole('button', { name: 'Delete unique on name, tenantId desc' }).click()
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('sets the schema of several blocks in one step', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await facet.block('model User').click({ position: { x: 30, y: 10 } })
    await facet.block('model Post').click({ position: { x: 30, y: 10 }, modifiers: ['Shift'] })
    await inspector.getByRole('combobox', { name: 'Database schema' }).click()
    await page.getByRole('option', { name: 'public' }).click()
    await inspector.getByRole('checkbox', { name: /Leave out of Prisma Client/ }).click()
    expect(await facet.text()).toBe(
      SCHEMA.replace(
        '  @@schema("auth")\n}\n\nmodel Post',
        '  @@ignore\n  @@schema("public")\n}\n\nmodel Post',
      ).replace('  @@schema("public")\n}\n\nenum', '  @@ignore\n  @@schema("public")\n}\n\nenum'),
    )
    await facet.button('Undo').click()
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('remembers which sections are folded', async ({ page }) => {
    const { inspector } = await open(page)
    await select(page, 'User')
    const fields = inspector.getByRole('button', { name: /^Fields/ })
    await fields.click()
    await expect(inspector.getByRole('list', { name: 'Fields' })).toHaveCount(0)
    await select(page, 'Post')
    await expect(fields).toHaveAttribute('aria-expanded', 'false')
    await page.reload()
    await select(page, 'User')
    await expect(fields).toHaveAttribute('aria-expanded', 'false')
  })

  test('lists several blocks, and deletes them in one step', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await facet.block('model User').click({ position: { x: 30, y: 10 } })
    await facet.block('model Post').click({ position: { x: 30, y: 10 }, modifiers: ['Shift'] })
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('2 blocks')
    await expect(inspector.getByText('2 models')).toBeVisible()
    await expect(inspector.getByRole('combobox', { name: 'Database schema' })).toHaveText('Mixed')
    await inspector.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(facet.block('model User')).toBeHidden()
    await facet.button('Undo').click()
    expect(await facet.text()).toBe(SCHEMA)
  })
})

test.describe('the inspector of the schema', () => {
  test('asks the engine which preview features there are, and keeps others', async ({ page }) => {
    const { inspector } = await open(page)
    const features = inspector.getByRole('group', { name: 'Preview features' })
    await expect(features.getByRole('checkbox', { name: 'relationJoins' })).not.toBeChecked()
    await expect(features.getByRole('checkbox', { name: 'views' })).toBeChecked()
    await expect(features.getByRole('checkbox', { name: 'madeUp' })).toBeChecked()
    await expect(features.getByText('not known')).toHaveCount(1)
  })

  test('changes the version of Prisma that checks the schema', async ({ page }) => {
    const { inspector } = await open(page)
    await expect(inspector.getByRole('textbox', { name: 'Connection', exact: true })).toHaveValue(
      'DATABASE_URL',
    )
    await inspector.getByLabel('Version of Prisma').selectOption('7')
    await expect(inspector.getByText('prisma.config.ts', { exact: true })).toBeVisible()
    await expect(inspector.getByRole('button', { name: 'Remove url' })).toBeVisible()
  })

  test('asks before the provider is changed', async ({ page }) => {
    const { facet, inspector } = await open(page)
    const provider = inspector.getByRole('combobox', { name: 'Database' })
    await provider.selectOption('SQLite')
    const dialog = page.getByRole('alertdialog', { name: 'Change the provider to SQLite?' })
    await expect(dialog).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(provider).toHaveValue('postgresql')
    expect(await facet.text()).toBe(SCHEMA)
  })

  test('changes the provider, and with it what the database does not have', async ({ page }) => {
    const { facet, inspector } = await open(page)
    await inspector.getByRole('combobox', { name: 'Database' }).selectOption('SQLite')
    const dialog = page.getByRole('alertdialog', { name: 'Change the provider to SQLite?' })
    await expect(dialog.getByRole('listitem')).toHaveText([
      'SQLite has no schemas to choose from. The setting schemas is removed.',
      'User is in schema auth, and SQLite has none. It is taken out of it.',
      'Post is in schema public, and SQLite has none. It is taken out of it.',
      'Role is in schema auth, and SQLite has none. It is taken out of it.',
    ])
    await dialog.getByRole('button', { name: 'Change' }).click()
    await expect(dialog).toBeHidden()
    const adapted = SCHEMA.replace('"postgresql"', '"sqlite"')
      .replace('  schemas  = ["public", "auth"]\n', '')
      .replace('  @@schema("auth")\n', '')
      .replace('\n  @@schema("public")\n', '')
      .replace('\n  @@schema("auth")\n', '')
    await expect.poll(() => facet.text()).toBe(adapted)
    await page.keyboard.press('Control+z')
    await expect.poll(() => facet.text()).toBe(SCHEMA)
  })
})

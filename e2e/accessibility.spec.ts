import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

// No serious findings while panels, menus, dialogs and bars are open: one page a theme.

const INSPECTOR = 'aside[aria-label="Inspector"]'

const SCHEMA = `datasource db {
  provider = "postgresql"
}

generator client {
  provider = "prisma-client"
  output   = "./client"
}

/// Whoever may sign in.
model User {
  id    Int      @id @default(autoincrement())
  email String   @unique @db.VarChar(320)
  tags  String[] @default(["new"])
  role  Role     @default(ADMIN)
  posts Post[]

  @@index([email(sort: Desc), role])
}

model Post {
  id       Int    @id
  authorId Int
  author   User   @relation(fields: [authorId], references: [id])
  missing  Absent
}

enum Role {
  ADMIN @map("admin")
  GUEST
}
`

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the panels of the inspector', async ({ page }) => {
      test.slow()
      const { facet, inspector } = await open(page)
      await expect(inspector.getByRole('checkbox', { name: 'relationJoins' })).toBeVisible()
      expect(await axe(page, INSPECTOR)).toEqual([])
      await inspector.getByRole('combobox', { name: 'Database' }).selectOption('SQLite')
      await expect(page.getByRole('alertdialog')).toBeVisible()
      expect(await axe(page, '[role="alertdialog"]')).toEqual([])
      await page.keyboard.press('Escape')

      await select(page, 'Post')
      await expect(inspector.getByRole('list', { name: 'Prisma says' })).toBeVisible()
      expect(await axe(page, INSPECTOR)).toEqual([])
      await inspector.getByRole('button', { name: /^author User/ }).click()
      await inspector.getByLabel('Kind').selectOption('Many-to-many')
      await expect(inspector.getByRole('button', { name: 'Apply' })).toBeVisible()
      expect(await axe(page, INSPECTOR)).toEqual([])

      await select(page, 'User')
      await inspector.getByRole('button', { name: /^Index on/ }).click()
      expect(await axe(page, INSPECTOR)).toEqual([])
      await inspector.getByRole('button', { name: 'Add a key or index' }).click()
      expect(await axe(page, '[role="menu"]')).toEqual([])
      await page.keyboard.press('Escape')
      await inspector.getByRole('button', { name: /^tags/ }).click()
      await expect(inspector.getByRole('combobox', { name: 'Native type' })).toBeVisible()
      expect(await axe(page, INSPECTOR)).toEqual([])

      await select(page, 'Role')
      expect(await axe(page, INSPECTOR)).toEqual([])
      await inspector.getByRole('button', { name: /^ADMIN/ }).click()
      await expect(inspector.getByText('Value 1 of 2')).toBeVisible()
      expect(await axe(page, INSPECTOR)).toEqual([])

      await facet.block('model User').click({ position: { x: 30, y: 10 } })
      await facet.block('model Post').click({ position: { x: 30, y: 10 }, modifiers: ['Shift'] })
      await expect(page.getByRole('toolbar', { name: 'Arrange selected blocks' })).toBeVisible()
      expect(await axe(page)).toEqual([])
    })

    test('groups, notes, menus and bars of the diagram', async ({ page }) => {
      test.slow()
      const { facet } = await open(page)
      const header = { position: { x: 30, y: 10 } }
      await facet.block('model User').click(header)
      await page.keyboard.press('g')
      await page.keyboard.press('Escape')
      await facet.block('model Post').click({ ...header, button: 'right' })
      await page.getByRole('menuitem', { name: 'Colour' }).click()
      await expect(page.getByRole('menuitemradio', { name: 'Orange' })).toBeVisible()
      expect(await axe(page, '[role="menu"]')).toEqual([])
      await page.getByRole('menuitemradio', { name: 'Orange' }).click()
      await expect(page.getByRole('menu')).toHaveCount(0)
      await page.keyboard.press('n')
      await page.getByRole('textbox', { name: 'Note text' }).fill('A note')
      await page.keyboard.press('Escape')
      expect(await axe(page, '.canvas')).toEqual([])

      await page.getByRole('button', { name: /^View: / }).click()
      expect(await axe(page, '[role="menu"]')).toEqual([])
      await page.keyboard.press('Escape')
      await facet.button('View options').click()
      expect(await axe(page, '[role="menu"]')).toEqual([])
      await page.keyboard.press('Escape')

      await facet.block('model User').click(header)
      await facet.runAction('find path')
      const dialog = page.getByRole('dialog', { name: 'Find a path' })
      await dialog.getByRole('button', { name: 'Find path' }).click()
      await expect(dialog.getByRole('alert')).toBeVisible()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
      await page.keyboard.press('Escape')

      await facet.block('model User').click(header)
      await page.keyboard.press('f')
      await expect(page.getByRole('group', { name: 'Focus' })).toBeVisible()
      expect(await axe(page, '.canvas')).toEqual([])
    })
  })
}

async function open(page: Page) {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'schema.prisma', text: SCHEMA })
  await expect(facet.block('model Post')).toBeVisible()
  return { facet, inspector: page.getByRole('complementary', { name: 'Inspector' }) }
}

async function select(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name, exact: true }).click()
}

import type { Locator, Page } from '@playwright/test'
import { type Code, openCode } from './support/code'
import { boxOf } from './support/places'
import { expect, test } from './support/test'

const SCHEMA = `datasource db {
  provider = "postgresql"
}

model Author {
  id    Int    @id
  name  String @db.VarChar(80)
  books Book[] @relation("Written")
}

model Book {
  id       Int    @id
  name     String
  subtitle String
  authorId Int
  author   Author @relation("Written", fields: [authorId], references: [id])

  @@index([name])
}
`

/** A model longer than the editor is high. */
const LONG = `model Long {\n  id Int @id\n${Array.from({ length: 80 }, (_, at) => `  note${at} String\n`).join('')}}\n`

/** A piece of a line that is drawn in one colour. */
function piece(code: Code, line: string, text: string): Locator {
  return code.line(line).first().locator('span > span').getByText(text, { exact: true }).first()
}

/** The places that are marked as what the cursor is on: where it is declared, or where it is used. */
function marks(page: Page, style: 'wordHighlight' | 'wordHighlightStrong'): Locator {
  return page.locator(`.view-overlays .${style}`)
}

async function typeInto(code: Code, line: string, text: string): Promise<void> {
  await code.goToEndOf(line)
  await code.page.keyboard.type(text, { delay: 30 })
}

test('the parameters of what is being written are shown, the one at the cursor among them', async ({
  page,
}) => {
  const { code } = await openCode(page, SCHEMA)
  await typeInto(code, 'subtitle String', ' @db.VarChar(')
  const help = page.locator('.parameter-hints-widget')
  await expect(help).toContainText('VarChar(length)')
  await expect(help.locator('.parameter.active')).toHaveText('length')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await typeInto(code, '@@index([name])', '\n@@index([id], ')
  await expect(help).toContainText('@@index([field, …]')
  await page.keyboard.type('map: ', { delay: 30 })
  await expect(help.locator('.parameter.active')).toContainText('map')
  await expect(help).toContainText('The name of the constraint or index')
})

test('both ends of a relation’s name change while one is typed, as one step', async ({ page }) => {
  const { facet, code } = await openCode(page, SCHEMA)
  await expect(facet.validity).toHaveText('Valid')
  await code.goToEndOf('books Book[]')
  // Behind the last letter, within the quotes.
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.linked-editing-decoration')).toHaveCount(2)
  await page.keyboard.type('By', { delay: 60 })
  await expect(code.line('books Book[] @relation("WrittenBy")')).toBeVisible()
  await expect(code.line('@relation("WrittenBy", fields')).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
  for (let step = 0; step < 4 && (await facet.button('Undo').isEnabled()); step++) {
    await page.keyboard.press('ControlOrMeta+z')
  }
  expect(await facet.text()).toBe(SCHEMA)
})

test('the head of a block stays while its body is scrolled', async ({ page }) => {
  const { code } = await openCode(page, LONG)
  const head = page.locator('.sticky-widget').getByText('model', { exact: false })
  await expect(head).toBeHidden()
  await code.line('note0 String').click()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(code.line('note79 String')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  // The cursor is at the end of the block, which is selected; its head is not scrolled to.
  await expect(page.getByRole('treeitem', { name: 'Long', selected: true })).toBeVisible()
  await expect(code.line('note79 String')).toBeVisible()
  await expect(page.locator('.sticky-widget')).toContainText('model Long {')
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(code.line('note0 String')).toBeVisible()
  await expect(page.locator('.sticky-widget')).not.toContainText('model')
})

test('saving formats where that is switched on, and says so only to those who listen', async ({
  page,
}) => {
  const ragged = SCHEMA.replace('subtitle String', 'subtitle  String')
  const { facet, code } = await openCode(page, ragged)
  await code.goToEndOf('subtitle String')
  await page.keyboard.press('ControlOrMeta+s')
  await facet.runAction('Switch formatting on save')
  await expect(page.getByRole('status').filter({ hasText: 'Formatting on save: on' })).toBeVisible()
  expect(await facet.text()).toBe(ragged)
  await code.goToEndOf('subtitle String')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(facet.button('Undo')).toBeEnabled()
  expect(await facet.text()).toBe(SCHEMA)
  await facet.button('Undo').click()
  await expect(facet.button('Undo')).toBeDisabled()
  expect(await facet.text()).toBe(ragged)

  // Prisma's formatter would give it a foreign key.
  await typeInto(code, 'subtitle String', '\neditor Author')
  await page.keyboard.press('Escape')
  const before = await facet.text()
  await code.goToEndOf('subtitle String')
  await page.keyboard.press('ControlOrMeta+s')
  const note = page.getByRole('status').filter({ hasText: /^Saved, but not formatted/ })
  await expect(note).toBeVisible()
  expect(await facet.text()).toBe(before)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Format the schema' })).toBeVisible()
})

test('what the cursor is on is marked where it is meant, not where it is spelt', async ({
  page,
}) => {
  const { code } = await openCode(page, SCHEMA)
  // "name" stands in both models; the index is of that of Book.
  await piece(code, '@@index([name])', 'name').click()
  await expect(marks(page, 'wordHighlightStrong')).toHaveCount(1)
  await expect(marks(page, 'wordHighlight')).toHaveCount(1)
  await piece(code, '@db.VarChar(80)', 'name').click()
  await expect(marks(page, 'wordHighlight')).toHaveCount(0)
  await expect(marks(page, 'wordHighlightStrong')).toHaveCount(1)
})

test('what a completion means is shown beside it', async ({ page }) => {
  const { code } = await openCode(page, SCHEMA)
  await typeInto(code, 'subtitle String', '\nborn DateTime @upd')
  await expect(page.getByRole('listbox', { name: 'Suggest' })).toBeVisible()
  // As in VS Code, asking once more shows what the one in question means.
  await page.keyboard.press('ControlOrMeta+Space')
  const details = page.locator('.suggest-details')
  await expect(details).toContainText('Prisma Client sets the field to the present time')
  await expect(details.getByRole('link', { name: /documentation/ })).toBeVisible()
})

test('a bulb where something can be mended stands beside the text and moves none', async ({
  page,
}) => {
  const { facet, code } = await openCode(page, SCHEMA.replace('subtitle String', 'shelf Shelf'))
  await expect(facet.validity).toHaveText('1 error')
  const bulb = page.locator('.facet-fix-bulb')
  await code.goToEndOf('authorId Int')
  const before = await boxOf(code.line('shelf Shelf'))
  await code.goToEndOf('shelf Shelf')
  await expect(bulb).toHaveCount(1)
  expect(await boxOf(code.line('shelf Shelf'))).toEqual(before)
  const box = await boxOf(bulb)
  expect(box.y).toBe(before.y)
  expect(box.x + box.width).toBeLessThanOrEqual(before.x)

  await bulb.click()
  await expect(page.getByText('Create the model Shelf')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(code.editor).toBeFocused()
  await code.goToEndOf('authorId Int')
  await expect(bulb).toHaveCount(0)
})

test('a block is folded by its arrow', async ({ page }) => {
  const { code } = await openCode(page, SCHEMA)
  await code.line('model Author {').hover()
  await page.locator('.cldr.codicon-folding-expanded').nth(1).click()
  await expect(code.line('books Book[]')).toBeHidden()
  await expect(code.line('authorId Int')).toBeVisible()
  await page.locator('.cldr.codicon-folding-collapsed').click()
  await expect(code.line('books Book[]')).toBeVisible()
})

import type { Locator, Page } from '@playwright/test'
import { axe } from './support/axe'
import { Facet } from './support/facet'
import { boxOf } from './support/places'
import { expect, test } from './support/test'

// What is wrong at a block or a row is said and mended on the diagram, by mouse and by keyboard.

/** With nothing wrong, but an index missing. */
const SOUND = `datasource db {
  provider = "postgresql"
}

model Author {
  id        Int      @id
  name      String
  books     Book[]
  createdAt DateTime @default(now())
}

model Book {
  id        Int      @id
  title     String
  authorId  Int
  author    Author   @relation(fields: [authorId], references: [id])
  createdAt DateTime @default(now())
}
`

const ONE_SIDED = SOUND.replace('  books     Book[]\n', '')

const UNKNOWN = SOUND.replace(
  '  authorId  Int\n',
  '  shelf     Shelf\n  state     State    @default(NEW)\n  authorId  Int\n',
)

async function open(page: Page, text: string, validity: string): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'library.prisma', text })
  await expect(facet.block('model Book')).toBeVisible()
  await expect(facet.validity).toHaveText(validity)
  return facet
}

function fixes(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name: `Fixes for ${name}`, exact: true })
}

/** Waits until the rules of our own have looked, which a sound schema shows in Problems alone. */
async function waitForHints(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Problems', exact: true }).click()
  await expect(
    page.getByRole('region', { name: 'Foreign key without an index', exact: true }),
  ).toBeVisible()
}

test('a missing back relation is mended from its row, and undone in one step', async ({ page }) => {
  const facet = await open(page, ONE_SIDED, '1 error')
  const row = facet.row('model Book', 'author Author, error')
  await row.getByRole('button', { name: 'Fix author' }).click()
  const popover = fixes(page, 'Book.author')
  await expect(popover).toContainText('is missing an opposite relation field')
  await expect(row).toHaveAttribute('aria-current', 'true')
  await popover.getByRole('button', { name: 'Add the missing field to Author' }).click()
  await expect(popover).toBeHidden()
  await expect(facet.row('model Author', 'books Book[]')).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
  await expect(facet.row('model Book', 'author Author').getByRole('button')).toBeHidden()
  expect(await facet.text()).toBe(
    ONE_SIDED.replace(
      '  createdAt DateTime @default(now())\n',
      '  createdAt DateTime @default(now())\n  books     Book[]\n',
    ),
  )

  await facet.button('Undo').click()
  await expect(facet.row('model Author', 'books Book[]')).toBeHidden()
  await expect(facet.validity).toHaveText('1 error')
  await expect(facet.button('Undo')).toBeDisabled()
  expect(await facet.text()).toBe(ONE_SIDED)
})

test('an unknown type becomes a model or an enum by keyboard alone', async ({ page }) => {
  const facet = await open(page, UNKNOWN, '2 errors')
  const row = facet.row('model Book', 'shelf Shelf, error')
  await facet.block('model Book').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(row).toBeFocused()
  await page.keyboard.press('ControlOrMeta+.')
  const popover = fixes(page, 'Book.shelf')
  await expect(popover).toContainText('Type "Shelf" is neither a built-in type')
  const model = popover.getByRole('button', { name: 'Create the model Shelf' })
  await expect(model).toBeFocused()
  await expect(model).toHaveAccessibleDescription(/Type "Shelf"/)
  await page.keyboard.press('Escape')
  await expect(popover).toBeHidden()
  await expect(row).toBeFocused()

  await page.keyboard.press('ControlOrMeta+.')
  await expect(model).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(popover.getByRole('button', { name: 'Create the enum Shelf' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(popover).toBeHidden()
  await expect(facet.block('enum Shelf')).toBeFocused()
  await expect(facet.validity).toHaveText('1 error')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(facet.block('enum Shelf')).toBeHidden()
  expect(await facet.text()).toBe(UNKNOWN)
})

test('a block lists what is wrong with all of it, and hints below', async ({ page }) => {
  const facet = await open(page, UNKNOWN, '2 errors')
  await waitForHints(page)
  await facet.block('model Book').getByRole('button', { name: 'Fix Book' }).click()
  const popover = fixes(page, 'model Book')
  const items = popover.getByRole('listitem')
  await expect(items).toHaveText([
    /^shelf: Type "Shelf"/,
    /^state: Type "State"/,
    /^author: No index/,
    /^author: .*deleting/,
  ])
  await expect(items.nth(0).getByRole('button')).toHaveText([
    'Create the model Shelf',
    'Create the enum Shelf',
  ])
  await expect(items.nth(2).getByRole('img', { name: 'Hint' })).toBeVisible()
  await popover.getByRole('button', { name: 'Create the model Shelf' }).click()
  await expect(facet.row('model Shelf', 'books Book[]')).toBeVisible()
  await facet.button('Undo').click()
  expect(await facet.text()).toBe(UNKNOWN)
})

test('a hint is mended on the node, where it has no mark', async ({ page }) => {
  const facet = await open(page, SOUND, 'Valid')
  await waitForHints(page)
  const row = facet.row('model Book', 'author Author')
  await expect(facet.block('model Book').getByRole('button', { name: /^Fix/ })).toHaveCount(0)
  await expect(row).toHaveAccessibleName('author Author')
  await row.click()
  await page.keyboard.press('ControlOrMeta+.')
  const popover = fixes(page, 'Book.author')
  await expect(popover.getByRole('button', { name: 'Accept here' }).first()).toBeVisible()
  await popover.getByRole('button', { name: 'Add @@index([authorId])' }).press('Enter')
  await expect(popover).toBeHidden()
  expect(await facet.text()).toContain('@@index([authorId])')
  await facet.button('Undo').click()
  expect(await facet.text()).toBe(SOUND)

  // With nothing to say of a row, its block is asked; with nothing of that either, it says so.
  await facet.row('model Author', 'name String').click()
  await page.keyboard.press('ControlOrMeta+.')
  await expect(
    page.getByRole('status').filter({ hasText: 'There is nothing to fix at Author.name' }),
  ).toBeVisible()
})

test('the menus of a row and of a block have fixes', async ({ page }) => {
  const facet = await open(page, UNKNOWN, '2 errors')
  await facet.row('model Book', 'shelf Shelf').click({ button: 'right' })
  const fix = page.getByRole('menuitem', { name: 'Fix', exact: true })
  await expect(fix).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(fix).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Type "Shelf" is neither').last()).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Create the model Shelf' })).toBeFocused()
  await page.getByRole('menuitem', { name: 'Create the enum Shelf' }).press('Enter')
  await expect(facet.block('enum Shelf')).toBeVisible()

  await facet.block('model Author').click({ button: 'right', position: { x: 60, y: 16 } })
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
  await expect(fix, 'nothing is wrong with Author').toBeHidden()
  await page.keyboard.press('Escape')
  await facet.block('model Book').click({ button: 'right', position: { x: 60, y: 16 } })
  await fix.press('Enter')
  await page.getByRole('menuitem', { name: 'Create the enum State' }).press('Enter')
  await expect(facet.block('enum State')).toBeVisible()
  await expect(facet.validity).toHaveText('Valid')
})

test('fixes are for the text as it is, though it changes while they are open', async ({ page }) => {
  const facet = await open(page, ONE_SIDED, '1 error')
  await facet.row('model Book', 'title String').click()
  await page.keyboard.press('Delete')
  await expect(facet.row('model Book', 'title String')).toBeHidden()
  await facet.row('model Book', 'author Author').getByRole('button').click()
  const popover = fixes(page, 'Book.author')
  const button = popover.getByRole('button', { name: 'Add the missing field to Author' })
  await expect(button).toBeFocused()
  // What was deleted comes back above: everything in the text is elsewhere than before.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(facet.row('model Book', 'title String')).toBeVisible()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(facet.row('model Author', 'books Book[]')).toBeVisible()
  await facet.button('Undo').click()
  expect(await facet.text()).toBe(ONE_SIDED)
})

test('the fixes stay beside their block while the diagram is zoomed', async ({ page }) => {
  const facet = await open(page, ONE_SIDED, '1 error')
  const block = facet.block('model Book')
  await facet.row('model Book', 'author Author').getByRole('button').click()
  const popover = fixes(page, 'Book.author')
  await expect(popover).toBeVisible()
  const edges = async () => {
    const [node, box] = await Promise.all([boxOf(block), boxOf(popover)])
    return { width: node.width, gap: box.x - node.x - node.width }
  }
  const before = await edges()
  const { x, y } = await boxOf(block)
  await page.mouse.move(x - 40, y)
  await page.mouse.wheel(0, 240)
  await expect.poll(async () => (await edges()).width).toBeLessThan(before.width - 10)
  await expect.poll(async () => Math.abs((await edges()).gap - before.gap)).toBeLessThan(2)
  await expect(popover.getByRole('button').first()).toBeFocused()
})

test('the inspector offers them beside what Prisma says', async ({ page }) => {
  const facet = await open(page, UNKNOWN, '2 errors')
  await facet.row('model Book', 'shelf Shelf').click()
  const notes = page.getByRole('list', { name: 'Prisma says' })
  await notes.getByRole('button', { name: /^Fix….*Shelf/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Create the model Shelf' }).press('Enter')
  await expect(facet.row('model Shelf', 'books Book[]')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the marks and the fixes are accessible', async ({ page }) => {
      const facet = await open(page, UNKNOWN, '2 errors')
      await waitForHints(page)
      expect(await axe(page, '[aria-label="Diagram"]')).toEqual([])
      await facet.block('model Book').getByRole('button', { name: 'Fix Book' }).click()
      const popover = fixes(page, 'model Book')
      await expect(popover.getByRole('button', { name: /^Add @@index/ })).toBeVisible()
      await expect(popover.getByRole('button', { name: 'Create the model Shelf' })).toBeFocused()
      expect(await axe(page, '[role="dialog"]')).toEqual([])
    })
  })
}

test('a menu that is open is not pushed about by what Prisma says late', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.wasm', async (route) => {
    await held
    await route.continue()
  })
  const facet = new Facet(page)
  await facet.start()
  // With nothing to mend but what Prisma sees.
  const text = ONE_SIDED.replace(/\}\n$/, '\n  @@index([authorId])\n}\n')
  await facet.openFiles({ name: 'library.prisma', text })
  await expect(facet.block('model Book')).toBeVisible()
  const header = { position: { x: 30, y: 10 } }
  await facet.block('model Book').click({ ...header, button: 'right' })
  const items = page.getByRole('menu').getByRole('menuitem')
  await expect(items.first()).toHaveAccessibleName(/^Rename/)
  const place = await boxOf(items.first())
  release()
  await expect(facet.validity).toHaveText('1 error')
  await expect(
    facet.block('model Book').getByRole('button', { name: /^Fix/ }).first(),
  ).toBeAttached()
  expect(await boxOf(items.first())).toEqual(place)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await facet.block('model Book').click({ ...header, button: 'right' })
  await expect(items.first()).toHaveAccessibleName(/^Fix/)
})

test('in a narrow window they fit, below the row', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  const facet = await open(page, ONE_SIDED, '1 error')
  const row = facet.row('model Book', 'author Author')
  await row.click()
  await page.keyboard.press('ControlOrMeta+.')
  const popover = fixes(page, 'Book.author')
  await expect(popover.getByRole('button', { name: /^Add the missing field/ })).toBeVisible()
  const box = await boxOf(popover)
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(390)
  await page.keyboard.press('Escape')
  await expect(popover).toBeHidden()

  // There is no room for a menu beside the menu.
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Fix…', exact: true }).click()
  await expect(popover.getByRole('button', { name: /^Add the missing field/ })).toBeFocused()
})

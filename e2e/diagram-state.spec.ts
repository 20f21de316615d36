import type { Page } from '@playwright/test'
import { Facet } from './support/facet'
import { boxOf, middleOf, near, type Point } from './support/places'
import { expect, test } from './support/test'

// Groups, notes, colours and named views: made by mouse and keyboard, undone, kept and shared.

const SHOP = `model Customer {
  id     Int     @id
  orders Order[]
}

model Order {
  id         Int      @id
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId Int
  lines      Line[]
}

model Line {
  id      Int   @id
  order   Order @relation(fields: [orderId], references: [id])
  orderId Int
}

model Log {
  id Int @id
}
`

async function openShop(page: Page): Promise<Facet> {
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'shop.prisma', text: SHOP })
  await expect(facet.block('model Log')).toBeVisible()
  return facet
}

const header = (facet: Facet, block: string) => facet.block(block).locator('header')

async function select(facet: Facet, ...blocks: string[]): Promise<void> {
  for (const [index, block] of blocks.entries()) {
    await header(facet, block).click(index === 0 ? {} : { modifiers: ['Control'] })
  }
}

/** Selects the blocks, groups them with the key, and types the title. */
async function group(facet: Facet, title: string, ...blocks: string[]): Promise<void> {
  await select(facet, ...blocks)
  await facet.page.keyboard.press('g')
  const input = facet.page.getByRole('textbox', { name: 'Group title' })
  await expect(input).toBeFocused()
  await input.fill(title)
  await input.press('Enter')
  await expect(facet.block(`group ${title}`)).toBeFocused()
}

function middle(facet: Facet, block: string): Promise<Point> {
  return middleOf(facet.block(block))
}

/** Whether a block lies inside a group's area on the screen. */
async function isInside(facet: Facet, block: string, area: string): Promise<boolean> {
  const box = await boxOf(facet.block(area))
  const { x, y } = await middle(facet, block)
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
}

const note = (facet: Facet, name: string | RegExp) => facet.diagram.getByRole('note', { name })
const switcher = (facet: Facet) => facet.diagram.getByRole('button', { name: /^View: / })

test.describe('groups', () => {
  test('are made of a selection, move with their blocks, and are undone', async ({ page }) => {
    const facet = await openShop(page)
    await group(facet, 'Sales', 'model Customer', 'model Order')
    expect(await isInside(facet, 'model Customer', 'group Sales')).toBe(true)
    const before = await middle(facet, 'model Customer')

    await facet.drag(facet.block('group Sales').getByText('Sales'), 60, 40)
    const after = await middle(facet, 'model Customer')
    expect(Math.round(after.x - before.x)).toBe(60)
    expect(Math.round(after.y - before.y)).toBe(40)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await middle(facet, 'model Customer')).x).toBe(before.x)

    await page.keyboard.press('Control+z')
    await expect(facet.block('group New group')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(facet.diagram.locator('.canvas-group')).toHaveCount(0)
    expect(await facet.text()).toBe(SHOP)
  })

  test('take in a block that is dropped on them, and let go of one dragged out', async ({
    page,
  }) => {
    const facet = await openShop(page)
    await group(facet, 'Sales', 'model Customer', 'model Order')
    const to = await middle(facet, 'group Sales')
    const from = await middle(facet, 'model Log')
    const way = { x: to.x - from.x, y: to.y - from.y }
    await facet.drag(header(facet, 'model Log'), way.x, way.y)
    const title = facet.block('group Sales').getByText('Sales')
    // Now it moves along.
    const before = await middle(facet, 'model Log')
    await facet.drag(title, 30, 30)
    expect(Math.round((await middle(facet, 'model Log')).x - before.x)).toBe(30)
    await page.keyboard.press('Control+z')
    // The move and the joining are one step.
    await page.keyboard.press('Control+z')
    await expect
      .poll(async () => Math.round((await middle(facet, 'model Log')).x))
      .toBe(Math.round(from.x))
    await facet.drag(title, 30, 0)
    expect(Math.round((await middle(facet, 'model Log')).x)).toBe(Math.round(from.x))
  })

  test('are moved, renamed, coloured and removed by keyboard', async ({ page }) => {
    const facet = await openShop(page)
    await group(facet, 'Sales', 'model Customer', 'model Order')
    const before = await middle(facet, 'model Order')
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await middle(facet, 'model Order')).x).toBeGreaterThan(before.x)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Group title' }).fill('Shop')
    await page.keyboard.press('Enter')
    await expect(facet.block('group Shop')).toBeFocused()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Colour' }).press('ArrowRight')
    await page.getByRole('menuitemradio', { name: 'Red' }).press('Enter')
    await expect(facet.block('group Shop')).toHaveAttribute('data-color', 'red')
    await facet.block('group Shop').press('Delete')
    await expect(facet.block('group Shop')).toBeHidden()
    await expect(facet.block('model Order')).toBeVisible()
  })

  test('are made by connectedness from the palette', async ({ page }) => {
    const facet = await openShop(page)
    await facet.runAction('Group by connectedness')
    await expect(facet.block('group Order')).toBeVisible()
    expect(await isInside(facet, 'model Line', 'group Order')).toBe(true)
  })
})

test.describe('notes', () => {
  test('are written, moved, resized and deleted by keyboard', async ({ page }) => {
    const facet = await openShop(page)
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Note text' }).fill('Ask the team')
    await page.keyboard.press('Escape')
    const asked = note(facet, 'note Ask the team')
    await expect(asked).toBeFocused()
    const before = await boxOf(asked)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(async () => (await boxOf(asked)).y).toBeGreaterThan(before.y)
    await expect.poll(async () => (await boxOf(asked)).width).toBeGreaterThan(before.width)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Note text' }).fill('Ask\nagain')
    await page.keyboard.press('Escape')
    await expect(note(facet, 'note Ask again')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(facet.diagram.getByRole('note')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(note(facet, 'note Ask again')).toBeVisible()
  })

  test('are dragged, resized by their handle and edited by mouse', async ({ page }) => {
    const facet = await openShop(page)
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Note text' }).fill('Mouse')
    await page.keyboard.press('Escape')
    const mouse = note(facet, 'note Mouse')
    const before = await boxOf(mouse)
    await facet.drag(mouse, 50, 30)
    const left = async () => Math.round((await boxOf(mouse)).x - before.x)
    await expect.poll(left).toBe(50)
    const moved = await boxOf(mouse)
    await facet.drag(mouse.locator('.canvas-note-handle'), 40, 40)
    const wider = async () => Math.round((await boxOf(mouse)).width - moved.width)
    await expect.poll(wider).toBe(40)
    expect(Math.round((await boxOf(mouse)).x)).toBe(Math.round(moved.x))
    await mouse.dblclick()
    await expect(page.getByRole('textbox', { name: 'Note text' })).toBeFocused()
  })
})

test.describe('named views', () => {
  test('show their blocks in places of their own', async ({ page }) => {
    const facet = await openShop(page)
    const whole = await facet.offsets('model Order', 'model Line')
    await select(facet, 'model Order', 'model Line')
    await switcher(facet).click()
    await page.getByRole('menuitem', { name: 'New view from selection' }).click()
    await page.getByRole('textbox', { name: 'View name' }).fill('Fulfilment')
    await page.keyboard.press('Enter')
    await expect(switcher(facet)).toHaveText(/Fulfilment/)
    await expect(facet.block('model Customer')).toBeHidden()
    await expect(facet.block('model Line')).toBeVisible()

    await facet.drag(header(facet, 'model Line'), 0, 90)
    await switcher(facet).click()
    await page.getByRole('menuitemradio', { name: /^All models/ }).click()
    await expect(facet.block('model Customer')).toBeVisible()
    await expect.poll(() => facet.offsets('model Order', 'model Line')).toEqual(near(whole))

    // Undoing the move leads to where it was made.
    await page.keyboard.press('Control+z')
    await expect(facet.block('model Customer')).toBeHidden()
    await expect(switcher(facet)).toHaveText(/Fulfilment/)
  })

  test('take in what is added, and are renamed, duplicated and deleted', async ({ page }) => {
    const facet = await openShop(page)
    await select(facet, 'model Log')
    await switcher(facet).click()
    await page.getByRole('menuitem', { name: 'New view from selection' }).click()
    await page.getByRole('textbox', { name: 'View name' }).fill('Logs')
    await page.keyboard.press('Enter')
    await facet.button('Add model').click()
    await page.keyboard.press('Escape')
    await expect(facet.diagram.locator('.react-flow__node')).toHaveCount(2)
    await switcher(facet).click()
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect(switcher(facet)).toHaveText(/Logs copy/)
    await switcher(facet).click()
    await page.getByRole('menuitem', { name: 'Delete view' }).click()
    await expect(switcher(facet)).toHaveText(/All models/)
    await expect(facet.diagram.locator('.react-flow__node')).toHaveCount(5)
  })
})

test('everything is kept across a reload and in a link', async ({ page, newVisitor }) => {
  const facet = await openShop(page)
  await group(facet, 'Sales', 'model Customer', 'model Order')
  await select(facet, 'model Log')
  await header(facet, 'model Log').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Colour' }).click()
  await page.getByRole('menuitemradio', { name: 'Teal' }).click()
  await select(facet, 'model Order', 'model Line')
  await switcher(facet).click()
  await page.getByRole('menuitem', { name: 'New view from selection' }).click()
  await page.getByRole('textbox', { name: 'View name' }).fill('Fulfilment')
  await page.keyboard.press('Enter')
  await expect(facet.block('model Customer')).toBeHidden()
  await header(facet, 'model Line').click()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note text' }).fill('Packed by hand — 手')
  await page.keyboard.press('Escape')

  const check = async (shown: Facet) => {
    await expect(switcher(shown)).toHaveText(/Fulfilment/)
    await expect(shown.block('model Line')).toBeVisible()
    await expect(shown.block('model Customer')).toBeHidden()
    await expect(note(shown, 'note Packed by hand — 手')).toBeVisible()
    await switcher(shown).click()
    await shown.page.getByRole('menuitemradio', { name: /^All models/ }).click()
    await expect(shown.block('group Sales')).toBeVisible()
    expect(await isInside(shown, 'model Customer', 'group Sales')).toBe(true)
    await expect(shown.diagram.getByRole('note')).toHaveCount(0)
    await expect(shown.block('model Log').locator('.canvas-node')).toHaveAttribute(
      'data-color',
      'teal',
    )
  }

  const link = await facet.shareLink()
  const other = new Facet(await newVisitor())
  await other.start(link)
  await check(other)
  expect(await other.text()).toBe(SHOP)

  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(facet.block('model Line')).toBeVisible()
  await check(facet)
  // The history outlives the reload too: the last change was the note's text.
  await page.keyboard.press('Control+z')
  await expect(switcher(facet)).toHaveText(/Fulfilment/)
  await expect(note(facet, 'note without text')).toBeVisible()
})

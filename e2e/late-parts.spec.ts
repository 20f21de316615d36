import type { Page } from '@playwright/test'
import { Facet } from './support/facet'
import { expect, test } from './support/test'

/** Opens the app and keeps what is in the menus away until `release` is called. */
async function startWithoutMenus(page: Page): Promise<{ facet: Facet; release(): void }> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    if (body.includes('Stop editing in this folder')) await released
    await route.fulfill({ response, body })
  })
  const facet = new Facet(page)
  await facet.start()
  return { facet, release }
}

test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }))

test.describe('a menu that is asked for before it has come', () => {
  test('opens below its button when it has', async ({ page }) => {
    const { facet, release } = await startWithoutMenus(page)
    const button = facet.button('File')
    await expect(button).toHaveAttribute('aria-haspopup', 'menu')
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await button.click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    release()
    await expect(page.getByRole('menuitem', { name: 'Save', exact: true })).toBeVisible()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(button).toBeFocused()
  })

  test('opens by key, and the button keeps the focus until then', async ({ page }) => {
    const { facet, release } = await startWithoutMenus(page)
    const button = facet.button('Theme')
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(button).toBeFocused()
    release()
    await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitemradio', { name: 'System' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })

  test('opens on the diagram for what was pressed', async ({ page }) => {
    const { facet, release } = await startWithoutMenus(page)
    await facet.block('model Customer').getByText('Customer').first().click({ button: 'right' })
    await expect(page.getByRole('menu')).toHaveCount(0)
    release()
    const menu = page.getByRole('menu', { name: 'Actions' })
    await expect(menu.getByRole('menuitem', { name: /^Rename/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
  })

  test('is forgotten by whoever does something else', async ({ page }) => {
    const { facet, release } = await startWithoutMenus(page)
    await facet.button('File').click()
    await page.keyboard.press('Escape')
    await facet.button('Theme').click()
    release()
    await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
    await expect(page.getByRole('menu')).toHaveCount(1)
  })
})

test('a button says what it does on hovering and on keyboard focus', async ({ page }) => {
  const facet = new Facet(page)
  await facet.start()
  const tooltip = (text: string) => page.getByRole('tooltip').filter({ hasText: text })
  // Tooltips come after the diagram, so the pointer may have to move once more.
  await expect(async () => {
    await facet.diagram.hover({ position: { x: 5, y: 200 } })
    await facet.button('Add model').hover()
    await expect(tooltip('Add model')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await facet.button('Add enum').hover()
  await expect(tooltip('Add enum')).toBeVisible()
  await expect(tooltip('Add model')).toHaveCount(0)
  // A pointer may be on its way to the tooltip, until it has moved elsewhere.
  await facet.diagram.hover({ position: { x: 5, y: 200 } })
  await facet.diagram.hover({ position: { x: 5, y: 300 } })
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await facet.button('Add model').focus()
  await page.keyboard.press('Tab')
  await expect(tooltip('Add enum')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
})

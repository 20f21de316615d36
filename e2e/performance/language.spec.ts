import { expect, test } from '@playwright/test'
import { Code } from '../support/code'
import { Facet } from '../support/facet'
import { frameTimes, percentiles } from './frame-times'
import { generateSchema } from './generate-schema'
import { measure, timeUntil } from './time-until'

// Prints figures; asserts nothing about time. From a key or the pointer to what is on the screen.

const MODELS = 300

test(`answers of the editor at ${MODELS} models`, async ({ page }) => {
  test.setTimeout(180_000)
  const facet = new Facet(page)
  await facet.start()
  await facet.openFiles({ name: 'generated.prisma', text: generateSchema(MODELS) })
  await expect(facet.block('model Model0')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
  const code = new Code(page)
  await expect(code.editor).toBeAttached()
  await page.waitForTimeout(3000)

  await measure(
    `${MODELS} models: from a letter to the list of completions, of which the editor waits 110 ms`,
    async () => {
      await code.editor.focus()
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.press('Enter')
      const time = await timeUntil(
        page,
        'keydown',
        { selector: '.suggest-widget.visible .monaco-list-row', text: 'model' },
        () => page.keyboard.press('m'),
      )
      await page.keyboard.press('Escape')
      return time
    },
  )

  await page.keyboard.press('ControlOrMeta+Home')
  const type = page
    .locator('.view-line span > span')
    .filter({ hasText: /^Model1$/ })
    .first()
  await measure(
    `${MODELS} models: from the pointer to a hover, of which the editor waits 300 ms`,
    async () => {
      await page.mouse.move(5, 5)
      await expect(page.locator('.monaco-hover:visible')).toHaveCount(0)
      await page.waitForTimeout(500)
      return timeUntil(page, 'mousemove', { selector: '.monaco-hover', text: 'model' }, () =>
        type.hover(),
      )
    },
  )
  await page.mouse.move(5, 5)

  await measure(`${MODELS} models: from F12 to the definition`, async () => {
    await code.editor.focus()
    await page.keyboard.press('ControlOrMeta+Home')
    await type.click()
    return timeUntil(page, 'keydown', { selector: '.view-line', text: 'model Model1 {' }, () =>
      page.keyboard.press('F12'),
    )
  })

  await code.editor.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nmodel Typed {\nid Int @id', { delay: 60 })
  await page.waitForTimeout(1500)
  const times = await frameTimes(page, async () => {
    await page.keyboard.type('\nname String? @default("none")\nat DateTime', { delay: 60 })
  })
  console.log(`${MODELS} models: typing with all features on: ${percentiles(times)}`)
})

import { expect, test } from '@playwright/test'
import { Facet } from '../support/facet'
import { frameTimes, percentiles } from './frame-times'
import { generateSchema } from './generate-schema'
import { measure, timeUntil } from './time-until'

// Prints how long it takes from a change to its SQL in the page, and the frames meanwhile; asserts
// nothing about time.

const MODELS = 300

/** A model that one other refers to, and the one that most others do. */
const CASES = [
  ['Model10', 'from the name of a model to its SQL'],
  ['Model0', 'from the name that most others mention to its SQL'],
] as const

const PROVIDERS = ['PostgreSQL', 'MySQL', 'SQLite', 'SQL Server', 'MongoDB', 'CockroachDB']

for (const provider of PROVIDERS) {
  test(`SQL of ${MODELS} models for ${provider}`, async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'generated.prisma', text: generateSchema(MODELS) })
    await expect(facet.block('model Model0')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await page.getByRole('combobox', { name: 'Provider' }).selectOption({ label: provider })
    const sql = page.getByRole('region', { name: 'SQL preview' }).locator('pre')
    // And not what Prisma has against the schema.
    await expect(sql).toContainText(/CREATE TABLE|createCollection/, { timeout: 60_000 })
    await expect(sql).toContainText('Model0')
    await page.waitForTimeout(2000)

    for (const [model, what] of CASES) {
      await page.getByRole('tree').getByText(model, { exact: true }).click()
      const name = page.getByRole('textbox', { name: 'Name', exact: true })
      await expect(name).toHaveValue(model)
      await page.waitForTimeout(1000)
      const frames: number[] = []
      await measure(`${MODELS} models, ${provider}: ${what}`, async (round) => {
        const text = `Renamed${round}Of${model}`
        await name.fill(text)
        // What the change before left to be done later is done by now.
        await page.waitForTimeout(500)
        let time = 0
        const shown = { selector: '[aria-label="SQL preview"] pre', text }
        const change = async () => {
          time = await timeUntil(page, 'keydown', shown, () => name.press('Enter'))
        }
        frames.push(...(await frameTimes(page, change)))
        return time
      })
      console.log(`${MODELS} models, ${provider}: frames meanwhile: ${percentiles(frames)}`)
    }
  })
}

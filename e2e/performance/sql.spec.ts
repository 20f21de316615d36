import { expect, test } from '@playwright/test'
import { Facet } from '../support/facet'
import { frameTimes, percentiles } from './frame-times'
import { generateSchema } from './generate-schema'
import { measure, timeUntil } from './time-until'

// Prints how long it takes from a change to its SQL in the page, and the frames meanwhile; asserts
// nothing about time.

const MODELS = 300
const PROVIDERS = ['PostgreSQL', 'MySQL', 'SQLite', 'SQL Server', 'MongoDB', 'CockroachDB']

for (const provider of PROVIDERS) {
  test(`SQL of ${MODELS} models for ${provider}`, async ({ page }) => {
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'generated.prisma', text: generateSchema(MODELS) })
    await expect(facet.block('model Model0')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
    await page.getByRole('tree').getByText('Model0', { exact: true }).click()
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    await expect(name).toHaveValue('Model0')
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await page.getByRole('combobox', { name: 'Provider' }).selectOption({ label: provider })
    const sql = page.getByRole('region', { name: 'SQL preview' }).locator('pre')
    // And not what Prisma has against the schema.
    await expect(sql).toContainText(/CREATE TABLE|createCollection/, { timeout: 60_000 })
    await expect(sql).toContainText('Model0')
    await page.waitForTimeout(2000)

    const frames = await frameTimes(page, () =>
      measure(`${MODELS} models, ${provider}: from a change to its SQL`, async (round) => {
        const text = `Renamed${round}`
        await name.fill(text)
        return timeUntil(
          page,
          'keydown',
          { selector: '[aria-label="SQL preview"] pre', text },
          () => name.press('Enter'),
        )
      }),
    )
    console.log(`${MODELS} models, ${provider}: frames meanwhile: ${percentiles(frames)}`)
  })
}

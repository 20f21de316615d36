import { expect, type Page, test } from '@playwright/test'
import { Facet } from '../support/facet'
import { generateSchema } from './generate-schema'

// Prints how long the embedded databases take to start in the page, and to be filled; asserts
// nothing about time. Each is measured in the built app, from the press of "Try it".

/** When the steps of making a database were done, in ms after the press. */
async function measure(page: Page): Promise<string> {
  const panel = page.getByRole('region', { name: 'Try it' })
  const steps = panel.getByRole('list', { name: 'Steps' }).getByRole('listitem')
  const began = Date.now()
  await page.getByRole('button', { name: 'Try it', exact: true }).click()
  const times: string[] = []
  for (const name of ['Start', 'Create', 'Add']) {
    const step = steps.filter({ hasText: new RegExp(`^${name} .*, done`) })
    await expect(step).toBeVisible({ timeout: 120_000 })
    times.push(`${name.toLowerCase()} ${Date.now() - began} ms`)
  }
  await panel.getByRole('button', { name: 'Close database' }).click()
  return times.join(', ')
}

for (const database of ['PostgreSQL', 'SQLite']) {
  test(`starting ${database} and filling 100 tables`, async ({ page }) => {
    test.setTimeout(300_000)
    const facet = new Facet(page)
    await facet.start()
    await facet.openFiles({ name: 'generated.prisma', text: generateSchema(100) })
    await expect(facet.block('model Model0')).toBeVisible({ timeout: 60_000 })
    await page.getByRole('tab', { name: 'SQL', exact: true }).click()
    await page.getByRole('combobox', { name: 'Provider' }).selectOption({ label: database })
    await expect(page.getByRole('region', { name: 'SQL preview' })).toContainText('CREATE TABLE')
    for (const which of ['first', 'second']) {
      console.log(`${database}, ${which} time, done after the press: ${await measure(page)}`)
    }
  })
}

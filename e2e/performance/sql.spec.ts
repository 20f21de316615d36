import { expect, test } from '@playwright/test'
import { changeProvider } from '@/lib/commands/describe-provider-change'
import { WITH_STAND_INS } from '@/lib/commands/stand-ins'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { Facet } from '../support/facet'
import { frameTimes, percentiles } from './frame-times'
import { generateSchema } from './generate-schema'
import { measure, timeUntil } from './time-until'

// Prints how long it takes from a change to its SQL in the page, and the frames meanwhile; asserts
// nothing about time.

const MODELS = 300

const PROVIDERS = [
  ['postgresql', 'PostgreSQL'],
  ['mysql', 'MySQL'],
  ['sqlite', 'SQLite'],
  ['sqlserver', 'SQL Server'],
  ['mongodb', 'MongoDB'],
  ['cockroachdb', 'CockroachDB'],
] as const

const GENERATED = generateSchema(MODELS)

/** A model that one other refers to, and the one that most others do. */
const CASES = [
  ['Model10', 'from the name of a model to its SQL'],
  ['Model0', 'from the name that most others mention to its SQL'],
] as const

for (const [provider, title] of PROVIDERS) {
  const schemas = [['its own schema', schemaFor(provider)]]
  if (provider !== 'postgresql') schemas.push(['a schema of PostgreSQL', GENERATED])
  for (const [of = '', text = ''] of schemas) {
    test(`SQL of ${MODELS} models for ${title}, of ${of}`, async ({ page }) => {
      const facet = new Facet(page)
      await facet.start()
      await facet.openFiles({ name: 'generated.prisma', text })
      await expect(facet.block('model Model0')).toBeVisible({ timeout: 60_000 })
      await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
      await page.getByRole('tab', { name: 'SQL', exact: true }).click()
      await page.getByRole('combobox', { name: 'Provider' }).selectOption({ label: title })
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
        await measure(`${title}, of ${of}: ${what}`, async (round) => {
          const renamed = `Renamed${round}Of${model}`
          await name.fill(renamed)
          // What the change before left to be done later is done by now.
          await page.waitForTimeout(500)
          let time = 0
          const shown = { selector: '[aria-label="SQL preview"] pre', text: renamed }
          const change = async () => {
            time = await timeUntil(page, 'keydown', shown, () => name.press('Enter'))
          }
          frames.push(...(await frameTimes(page, change)))
          return time
        })
        console.log(`${title}, of ${of}: frames meanwhile: ${percentiles(frames)}`)
      }
    })
  }
}

/** The generated schema as one of the provider; it is one of PostgreSQL. */
function schemaFor(provider: string): string {
  const files = new Map([['generated.prisma', parse(GENERATED)]])
  const change = changeProvider({ graph: deriveGraph(files), files }, provider, WITH_STAND_INS)
  return change?.draft.ctx.files.get('generated.prisma')?.text ?? GENERATED
}

/** Plans a migration: what differs, written in the database's SQL, with what a person should know. */

import { writtenDialectFor } from './dialects'
import { diffTables } from './diff-tables'
import type { Migration, MigrationStep } from './migration'
import { blockIds, warningsOfSteps } from './migration-warnings'
import { stepSummary, stepTable } from './step-summary'
import type { PlannedProvider, Tables } from './tables'

/** What `prisma migrate diff --script` prints when there is nothing to do. */
const EMPTY = '-- This is an empty migration.'

/** The migration from one schema, or from an empty database, to another. */
export function planMigration(from: Tables | null, to: Tables<PlannedProvider>): Migration {
  const dialect = writtenDialectFor(to.provider)
  const idOf = blockIds(to)
  const diff = diffTables(from, to, dialect.rules)
  const steps = diff.flatMap((step): MigrationStep[] => {
    const table = stepTable(step)
    const sql = dialect
      .render(step)
      .map((statement) => `${statement};\n`)
      .join('')
    if (sql === '') return []
    return [{ kind: step.kind, summary: stepSummary(step), sql, blockId: table && idOf(table) }]
  })
  const body = steps.map(({ kind, sql }) => `-- ${kind}\n${sql}`).join('\n')
  return {
    sql: steps.length === 0 ? `${EMPTY}\n` : dialect.script(body),
    steps,
    warnings: warningsOfSteps(diff, to, dialect),
  }
}

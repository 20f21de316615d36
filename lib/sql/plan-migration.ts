/** Plans a migration: what differs, written in the database's SQL, with what a person should know. */

import { dialectFor } from './dialects'
import { diffTables } from './diff-tables'
import type { Migration, MigrationStep, MigrationWarning } from './migration'
import { stepWarnings } from './migration-warnings'
import { stepSummary, stepTable } from './step-summary'
import { tableKey } from './table-keys'
import type { Table, Tables } from './tables'

/** What `prisma migrate diff --script` prints when there is nothing to do. */
const EMPTY = '-- This is an empty migration.'

/** The migration from one schema, or from an empty database, to another. */
export function planMigration(from: Tables | null, to: Tables): Migration {
  const dialect = dialectFor(to.provider)
  const ids = new Map(to.tables.map((table) => [tableKey(table), table.blockId]))
  // The model of the next schema, so that one can be led to it; of the previous if it is gone.
  const idOf = (table: Table) => ids.get(tableKey(table)) ?? table.blockId
  const steps: MigrationStep[] = []
  const warnings: MigrationWarning[] = []
  for (const step of diffTables(from, to, dialect.rules)) {
    const table = stepTable(step)
    for (const warning of stepWarnings(step, dialect)) {
      const { text, isBlocking } = warning
      warnings.push({ text, isBlocking, blockId: idOf(warning.table) })
    }
    const sql = dialect
      .render(step)
      .map((statement) => `${statement};\n`)
      .join('')
    if (sql === '') continue
    const blockId = table && idOf(table)
    steps.push({ kind: step.kind, summary: stepSummary(step), sql, blockId })
  }
  const body = steps.map(({ kind, sql }) => `-- ${kind}\n${sql}`).join('\n')
  return {
    sql: steps.length === 0 ? `${EMPTY}\n` : dialect.script(body),
    steps,
    // As `prisma migrate dev` lists them: what may be lost, then what cannot be executed.
    warnings: [...warnings].sort((a, b) => Number(a.isBlocking) - Number(b.isBlocking)),
  }
}

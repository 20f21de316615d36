/** The SQL that Facet shows for an oracle's schemas, made as the app makes it but in Node. */

import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi, SqlProvider } from '@/lib/engines/schema-engine/shared'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { planMigration } from '@/lib/sql/plan-migration'
import type { PlannedProvider } from '@/lib/sql/tables'
import { tablesOf } from '@/lib/sql/tables-of'
import type { OracleProvider } from './pairs'

/** SQL, or why there is none. */
export type Generated = GeneratedSql | { readonly problem: string }

export interface GeneratedSql {
  readonly sql: string
  /** What it can lose or fail at; `null` where Prisma's engine does not say it. */
  readonly warnings: readonly string[] | null
}

export interface SqlGenerator {
  /** The migration between two schemas, or from nothing. */
  generate(before: string | null, after: string, provider: OracleProvider): Promise<Generated>
}

export async function createGenerator(): Promise<SqlGenerator> {
  const engine = await loadEngine()
  return {
    generate: async (before, after, provider) => {
      if (provider === 'mysql' || provider === 'sqlserver') {
        return plan(before, after, provider)
      }
      return askEngine(engine, before, after, provider)
    },
  }
}

/** What our own planner writes, for the providers for which Prisma ships no engine. */
function plan(before: string | null, after: string, provider: PlannedProvider): Generated {
  const tables = (text: string) =>
    tablesOf(deriveGraph(new Map([['schema.prisma', parse(text)]])), provider)
  const { sql, warnings } = planMigration(before === null ? null : tables(before), tables(after))
  return { sql, warnings: warnings.map(({ text }) => text) }
}

async function askEngine(
  engine: SchemaEngineApi,
  before: string | null,
  after: string,
  provider: SqlProvider,
): Promise<Generated> {
  const file = (text: string) => [{ path: 'schema.prisma', text }]
  const from = before === null ? null : file(before)
  const result = await engine.diff({ from, to: file(after), provider })
  return result.kind === 'sql' ? { sql: result.sql, warnings: null } : { problem: result.message }
}

/** Prisma's own migration engine, as the app's worker loads it. */
async function loadEngine(): Promise<SchemaEngineApi> {
  installPrismaGlobals(() => {})
  return createHandlers(await engineInNode())
}

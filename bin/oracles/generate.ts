/** The SQL that Facet shows for schemas, made as the app makes it but in Node. */

import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi, SchemaFile, SqlProvider } from '@/lib/engines/schema-engine/shared'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import type { PlannedProvider, RelationalProvider, Tables } from '@/lib/sql/tables'
import { tablesOf } from '@/lib/sql/tables-of'
import type { OracleProvider } from './pairs'

/** SQL, or why there is none. */
export type Generated = GeneratedSql | { readonly problem: string }

export interface GeneratedSql {
  readonly sql: string
  /** What it can lose or fail at. */
  readonly warnings: readonly string[]
}

export interface SqlGenerator {
  /** The migration between two schemas, or from nothing. */
  generate(
    before: readonly SchemaFile[] | null,
    after: readonly SchemaFile[],
    provider: OracleProvider,
  ): Promise<Generated>
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
function plan(
  before: readonly SchemaFile[] | null,
  after: readonly SchemaFile[],
  provider: PlannedProvider,
): Generated {
  const from = before === null ? null : tablesIn(before, provider)
  const { sql, warnings } = planMigration(from, tablesIn(after, provider))
  return { sql, warnings: warnings.map(({ text }) => text) }
}

function tablesIn<Provider extends RelationalProvider>(
  files: readonly SchemaFile[],
  provider: Provider,
): Tables<Provider> {
  return tablesOf(
    deriveGraph(new Map(files.map(({ path, text }) => [path, parse(text)]))),
    provider,
  )
}

async function askEngine(
  engine: SchemaEngineApi,
  before: readonly SchemaFile[] | null,
  after: readonly SchemaFile[],
  provider: SqlProvider,
): Promise<Generated> {
  const result = await engine.diff({ from: before, to: after, provider })
  if (result.kind === 'invalid') return { problem: result.message }
  const warnings =
    before === null ? [] : migrationWarnings(tablesIn(before, provider), tablesIn(after, provider))
  return { sql: result.sql, warnings: warnings.map(({ text }) => text) }
}

/** Prisma's own migration engine, as the app's worker loads it. */
async function loadEngine(): Promise<SchemaEngineApi> {
  return createHandlers(await sharedEngine())
}

let engine: ReturnType<typeof engineInNode> | undefined

/** A second one in the same process would break the first: they share the package's module. */
export function sharedEngine(): ReturnType<typeof engineInNode> {
  installPrismaGlobals(() => {})
  engine ??= engineInNode()
  return engine
}

/** The worker's methods, without the worker, so that they also run in Node. */

import type { SchemaGraph } from '@/lib/schema/graph'
import type { Migration, MigrationWarning } from '@/lib/sql/migration'
import { mongodbScript } from '@/lib/sql/mongodb/script'
import { sampleRows } from '@/lib/sql/sample-rows'
import { sqlSteps } from '@/lib/sql/sql-steps'
import type { PlannedProvider, RelationalProvider, Tables } from '@/lib/sql/tables'
import { prepareFiles } from '../schema-engine/prepare'
import { createAdapter } from './adapter'
import { GraphCache } from './graph-cache'
import type {
  Adapted,
  MigrationProvider,
  Planned,
  PlannedMigration,
  PlannedStep,
  PlannedWarning,
  SqlPlannerApi,
  Versions,
} from './shared'

/** The planner of `lib/sql`. */
export interface Planner {
  tablesOf<Provider extends RelationalProvider>(
    graph: SchemaGraph,
    provider: Provider,
  ): Tables<Provider>
  planMigration(from: Tables | null, to: Tables<PlannedProvider>): Migration
  migrationWarnings(from: Tables, to: Tables): readonly MigrationWarning[]
}

/** The methods share what they read: each question asks several of them about the same schemas. */
export function createHandlers(planner: Planner): SqlPlannerApi {
  const { tablesOf, planMigration, migrationWarnings } = planner
  const graphs = new GraphCache()
  const adapter = createAdapter(graphs)
  return {
    adapt({ from, to, provider }): Adapted {
      const { files, untranslated } = adapter.adapt('to', to, provider)
      const before = from && adapter.adapt('from', from, provider).files
      const versions = { from: before, to: files }
      return { ...versions, untranslated, prepared: preparedVersions(versions, provider) }
    },
    describe({ sql, from, to, provider }) {
      const { before, after } = graphs.pair(from, to)
      const warnings = before
        ? migrationWarnings(tablesOf(before, provider), tablesOf(after, provider))
        : []
      return {
        sql,
        steps: sqlSteps(sql, before, after),
        warnings: namedWarnings(warnings, before, after),
      }
    },
    plan({ from, to, provider }) {
      return planned(() => {
        const { before, after } = graphs.pair(from, to)
        const tables = before && tablesOf(before, provider)
        return withNames(planMigration(tables, tablesOf(after, provider)), before, after)
      })
    },
    script({ from, to }) {
      return planned(() => {
        const { before, after } = graphs.pair(from, to)
        const { text, steps, warnings } = mongodbScript(before, after)
        return { sql: text, steps, warnings }
      })
    },
    samples({ files, provider, rows, now }) {
      const adapted = adapter.adapt('to', files, provider).files
      const { graph } = graphs.source('to', adapted)
      return sampleRows(graph, { provider, rows, now, seed: SEED })
    },
  }
}

/**
 * A schema that is not valid is planned before that is known. What goes wrong then is a value: were
 * it thrown, it could count as a crash of the worker.
 */
function planned(plan: () => PlannedMigration): Planned {
  try {
    return plan()
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

/** The versions as Prisma's schema checker takes them, where the migration engine does not read them. */
function preparedVersions(
  { from, to }: Versions,
  provider: MigrationProvider,
): Adapted['prepared'] {
  if (provider !== 'mongodb' && provider !== 'mysql' && provider !== 'sqlserver') return null
  return { from: from && prepareFiles(from, provider), to: prepareFiles(to, provider) }
}

/** Any number: the same one, so that the same schema is filled with the same rows. */
const SEED = 1

/** The planner's migration, with names in place of ids and with the places of its steps. */
function withNames(
  { sql, steps, warnings }: Migration,
  before: SchemaGraph | null,
  after: SchemaGraph,
): PlannedMigration {
  const places = sqlSteps(sql, before, after)
  return {
    sql,
    steps: places.map((place, index): PlannedStep => {
      const step = places.length === steps.length ? steps[index] : undefined
      return step?.kind === place.kind ? { ...place, summary: step.summary } : place
    }),
    warnings: namedWarnings(warnings, before, after),
  }
}

/** Warnings with the names of their blocks: ids mean nothing across a worker's border. */
function namedWarnings(
  warnings: readonly MigrationWarning[],
  before: SchemaGraph | null,
  after: SchemaGraph,
): readonly PlannedWarning[] {
  return warnings.map(({ text, isBlocking, blockId }) => {
    const block =
      blockId === null ? null : (after.blockById.get(blockId) ?? before?.blockById.get(blockId))
    return { text, isBlocking, block: block?.name ?? null }
  })
}

/** The worker's methods, without the worker, so that they also run in Node. */

import { changeProvider } from '@/lib/commands/describe-provider-change'
import { parse } from '@/lib/psl/parse'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { type DerivedGraph, deriveGraph, identitiesOf } from '@/lib/schema/derive'
import type { SchemaGraph } from '@/lib/schema/graph'
import type { Migration } from '@/lib/sql/migration'
import { mongodbScript } from '@/lib/sql/mongodb-script'
import { scriptSteps } from '@/lib/sql/script-steps'
import { sqlSteps } from '@/lib/sql/sql-steps'
import type { PlannedProvider, Tables } from '@/lib/sql/tables'
import { dataLossWarnings } from '@/lib/sql/warnings'
import type {
  Adapted,
  MigrationProvider,
  PlannedMigration,
  PlannedStep,
  SchemaFile,
  SqlPlannerApi,
} from './shared'

/** The planner of `lib/sql`. */
export interface Planner {
  tablesOf(graph: SchemaGraph, provider: PlannedProvider): Tables
  planMigration(from: Tables | null, to: Tables): Migration
}

export function createHandlers({ tablesOf, planMigration }: Planner): SqlPlannerApi {
  return {
    adapt({ from, to, provider }): Adapted {
      const adapted = adapt(to, provider)
      return { ...adapted, from: from && adapt(from, provider).to }
    },
    describe({ sql, from, to }) {
      const before = from && graphOf(from)
      const after = graphOf(to)
      return {
        sql,
        steps: sqlSteps(sql, before, after),
        warnings: before ? dataLossWarnings(before, after) : [],
      }
    },
    plan({ from, to, provider }) {
      const before = from && graphOf(from)
      const after = graphOf(to, before)
      const migration = planMigration(
        before && tablesOf(before, provider),
        tablesOf(after, provider),
      )
      return withNames(migration, before, after)
    },
    script({ to }) {
      const graph = graphOf(to)
      const sql = mongodbScript(graph)
      return { sql, steps: scriptSteps(sql, graph), warnings: [] }
    },
  }
}

/** The planner's migration, with names in place of ids and with the places of its steps. */
function withNames(
  { sql, steps, warnings }: Migration,
  before: SchemaGraph | null,
  after: SchemaGraph,
): PlannedMigration {
  const places = sqlSteps(sql, before, after)
  const nameOf = (id: string | null) => {
    if (id === null) return null
    return (after.blockById.get(id) ?? before?.blockById.get(id))?.name ?? null
  }
  return {
    sql,
    steps: places.map((place, index): PlannedStep => {
      const step = places.length === steps.length ? steps[index] : undefined
      return step?.kind === place.kind ? { ...place, summary: step.summary } : place
    }),
    warnings: warnings.map(({ text, isBlocking, blockId }) => ({
      text,
      isBlocking,
      block: nameOf(blockId),
    })),
  }
}

/** A schema as it would be for another database, as text; one without a datasource is as it is. */
function adapt(
  files: readonly SchemaFile[],
  provider: MigrationProvider,
): Pick<Adapted, 'to' | 'untranslated'> {
  const syntax = syntaxOf(files)
  const graph = deriveGraph(syntax)
  const own = graph.provider === 'postgres' ? 'postgresql' : graph.provider
  const change =
    own === null || own === provider ? null : changeProvider({ graph, files: syntax }, provider)
  if (!change) return { to: files, untranslated: [] }
  const { draft, consequences } = change
  return {
    to: [...draft.ctx.files].map(([path, { text }]) => ({ path, text })),
    untranslated: consequences.map(({ text, fix, blockId }) => ({
      text,
      fix,
      block: graph.blockById.get(blockId)?.name ?? '',
    })),
  }
}

/** With ids of its own, that no block of `other` has. */
function graphOf(files: readonly SchemaFile[], other: DerivedGraph | null = null): DerivedGraph {
  const taken = other && { ...identitiesOf(other), blocks: [], retired: new Map() }
  return deriveGraph(syntaxOf(files), taken ?? undefined)
}

function syntaxOf(files: readonly SchemaFile[]): Map<string, SyntaxFile> {
  return new Map(files.map(({ path, text }) => [path, parse(text)]))
}

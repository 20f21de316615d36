import type { Benchmark } from '@/bin/bench/benchmark'
import { generateSchema } from '@/e2e/performance/generate-schema'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { createHandlers } from './handlers'

const MODELS = 300
const PROVIDERS = ['postgresql', 'cockroachdb', 'sqlite', 'mysql', 'sqlserver', 'mongodb'] as const

/** The worker's part of an answer, after a model was renamed that a quarter of the others refer to. */
export const benchmarks: readonly Benchmark[] = PROVIDERS.map((provider) => ({
  name: `The planner's part of the SQL of ${MODELS} models for ${provider}, after a rename`,
  budget: 150,
  prepare() {
    const planner = createHandlers({ tablesOf, planMigration, migrationWarnings })
    const text = generateSchema(MODELS)
    // Prisma's engine is not measured here; what it writes has as many steps as what we write.
    const graph = deriveGraph(new Map([['schema.prisma', parse(text)]]))
    const { sql } = planMigration(null, tablesOf(graph, 'mysql'))
    let round = 0
    return () => {
      const renamed = text.replaceAll(/\bModel0\b/g, `Renamed${round++}`)
      const files = [{ path: 'schema.prisma', text: renamed }]
      const { to } = planner.adapt({ from: null, to: files, provider })
      const versions = { from: null, to }
      if (provider === 'mongodb') planner.script(versions)
      else if (provider === 'mysql' || provider === 'sqlserver') {
        planner.plan({ ...versions, provider })
      } else planner.describe({ ...versions, sql, provider })
    }
  },
}))

import type { Benchmark } from '@/bin/bench/benchmark'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { planMigration } from './plan-migration'
import type { PlannedProvider } from './tables'
import { tablesOf } from './tables-of'

const PROVIDERS: readonly PlannedProvider[] = ['mysql', 'sqlserver']

export const benchmarks: readonly Benchmark[] = PROVIDERS.map((provider) => ({
  name: `SQL of 300 models of 10 fields for ${provider}, from text`,
  budget: 150,
  prepare() {
    const text = benchmarkSchema(300)
    return () => {
      const graph = deriveGraph(new Map([['schema.prisma', parse(text)]]))
      planMigration(null, tablesOf(graph, provider))
    }
  },
}))

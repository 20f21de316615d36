import type { Benchmark } from '@/bin/bench/benchmark'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { sampleRows } from './sample-rows'

export const benchmarks: readonly Benchmark[] = [20, 100].map((rows) => ({
  name: `sample rows: ${rows} for each of 100 models of 10 fields`,
  budget: null,
  prepare() {
    const graph = deriveGraph(new Map([['schema.prisma', parse(benchmarkSchema(100))]]))
    return () => {
      sampleRows(graph, { provider: 'postgresql', rows, seed: 1, now: Date.UTC(2026, 5, 1) })
    }
  },
}))

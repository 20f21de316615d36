import type { Benchmark } from '@/bin/bench/benchmark'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from './derive'

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'derive the graph of 1,000 models of 10 fields',
    budget: null,
    prepare() {
      const files = new Map([['schema.prisma', parse(benchmarkSchema(1000))]])
      return () => {
        deriveGraph(files)
      }
    },
  },
]

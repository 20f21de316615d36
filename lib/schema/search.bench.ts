import type { Benchmark } from '@/bin/bench/benchmark'
import { benchmarkSchema } from '@/lib/psl/benchmark-schema'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from './derive'
import { matchQuery } from './search'

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'search 1,000 models of 10 fields for two words',
    budget: null,
    prepare() {
      const files = new Map([['schema.prisma', parse(benchmarkSchema(1000))]])
      const { blocks } = deriveGraph(files)
      return () => {
        const query = matchQuery('@unique string')
        for (const block of blocks) query?.match(block)
      }
    },
  },
]

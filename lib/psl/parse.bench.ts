import type { Benchmark } from '@/bin/bench/benchmark'
import { applyChanges, changeSet } from '@/lib/text/change-set'
import { benchmarkSchema } from './benchmark-schema'
import { parse, reparse } from './parse'

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'parse 1,000 models of 10 fields',
    budget: 10,
    prepare() {
      const text = benchmarkSchema(1000)
      return () => {
        parse(text)
      }
    },
  },
  {
    name: 'parse again after a key, 1,000 models',
    budget: null,
    prepare() {
      const file = parse(benchmarkSchema(1000))
      const at = file.text.indexOf('createdAt', file.text.length / 2)
      const changes = changeSet(file.text.length, [{ from: at, to: at, insert: 'x' }])
      return () => {
        reparse(file, changes, applyChanges(file.text, changes))
      }
    },
  },
]

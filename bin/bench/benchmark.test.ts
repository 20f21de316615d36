import { describe, expect, it } from 'vitest'
import { type Benchmark, figuresLine, measure, summarize } from './benchmark'

describe('measure', () => {
  it('prepares once, warms up, and times each run', () => {
    let time = 0
    let prepared = 0
    const benchmark: Benchmark = {
      name: 'ten milliseconds',
      budget: 20,
      prepare() {
        prepared++
        return () => {
          time += 10
        }
      },
    }
    const figures = measure(benchmark, () => time)
    expect(prepared).toBe(1)
    expect(figures).toEqual({ runs: 200, min: 10, median: 10, p95: 10 })
    expect(figuresLine(benchmark, figures)).toMatch(/^ten milliseconds.* 10\.000 .* 20 +50 %$/)
    expect(figuresLine({ ...benchmark, budget: null }, figures)).toMatch(/10\.000$/)
  })
})

describe('summarize', () => {
  it('takes times in any order', () => {
    expect(summarize([5, 1, 4, 2, 3])).toEqual({ runs: 5, min: 1, median: 3, p95: 4 })
  })
})

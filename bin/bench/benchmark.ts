/** Things whose time is worth knowing, and how it is taken. */

export interface Benchmark {
  readonly name: string
  /** How long one run may take, in ms; `null` where no promise was made. */
  readonly budget: number | null
  /** Gets everything ready and returns what is measured, to be called many times. */
  prepare(): () => void
}

export type Table = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What a `*.bench.ts` file exports. */
export interface BenchmarkFile {
  readonly benchmarks: readonly Benchmark[]
  /** Figures that are not those of one call repeated, as a table by row and column. */
  readonly report?: () => Table | Promise<Table>
  /** By which a report is chosen on its own. */
  readonly reportName?: string
}

export interface Figures {
  readonly runs: number
  /** In ms, as the rest. */
  readonly min: number
  readonly median: number
  readonly p95: number
}

/** For how long to run before measuring, so that the code is compiled, and while measuring; in ms. */
const WARM_UP = 700
const DURATION = 2000
const LEAST_RUNS = 3

/** Runs a benchmark for a while; `now` gives the time in ms. */
export function measure(benchmark: Benchmark, now: () => number): Figures {
  const run = benchmark.prepare()
  repeat(run, WARM_UP, now)
  return summarize(repeat(run, DURATION, now))
}

function repeat(run: () => void, duration: number, now: () => number): number[] {
  const times: number[] = []
  const end = now() + duration
  while (now() < end || times.length < LEAST_RUNS) {
    const start = now()
    run()
    times.push(now() - start)
  }
  return times
}

export function summarize(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { runs: sorted.length, min: at(0), median: at(0.5), p95: at(0.95) }
}

/** One line of the table: the figures and, where there is a budget, the median as a part of it. */
export function figuresLine({ name, budget }: Benchmark, figures: Figures): string {
  const cells = [figures.min, figures.median, figures.p95].map((time) => time.toFixed(3))
  if (budget !== null) {
    cells.push(`${budget}`, `${Math.round((100 * figures.median) / budget)} %`)
  }
  return [name.padEnd(46), ...cells.map((cell) => cell.padStart(9))].join('').trimEnd()
}

export const HEADER = [
  'in ms'.padEnd(46),
  ...['min', 'median', 'p95', 'budget', 'used'].map((title) => title.padStart(9)),
].join('')

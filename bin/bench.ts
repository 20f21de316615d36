// `npm run bench [-- TEXT]`: runs every `lib/**/*.bench.ts`, or those benchmarks with TEXT in their
// name, and prints a table. Figures are printed, never judged: they depend on the machine.
//
// The files run as they are, through tsx, which only strips the types: a bundle made with esbuild
// gives the same figures. Under Vitest every use of an import goes through a getter, which
// doubles the time of a parser that consists of small functions.

import { readdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BenchmarkFile, figuresLine, HEADER, measure } from './bench/benchmark'
import { PlainError, root, runMain } from './lib/project.mjs'

async function main(): Promise<number> {
  const [wanted = ''] = process.argv.slice(2)
  const files = readdirSync(join(root, 'lib'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.bench.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const loaded: BenchmarkFile[] = []
  for (const file of files) loaded.push(await import(pathToFileURL(file).href))
  const benchmarks = loaded
    .flatMap((file) => file.benchmarks)
    .filter(({ name }) => name.includes(wanted))
  const reports = loaded.flatMap(({ report, reportName = '' }) =>
    report && reportName.includes(wanted) ? [report] : [],
  )
  if (benchmarks.length + reports.length === 0) {
    throw new PlainError(`There is no benchmark with "${wanted}".`)
  }
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`)
  // A machine that does other work makes everything but the minimum meaningless.
  console.log(`Load before the start: ${loadavg()[0]?.toFixed(1)}\n\n${HEADER}`)
  for (const benchmark of benchmarks) {
    console.log(
      figuresLine(
        benchmark,
        measure(benchmark, () => performance.now()),
      ),
    )
  }
  for (const report of reports) console.table(await report())
  return 0
}

await runMain(main)
// An embedded PostgreSQL would keep the process alive.
process.exit()

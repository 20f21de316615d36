// `npm run corpus -- DIR`: checks whole folders of schemas. See corpus/options.ts for the command
// line and for what is checked.

import type { SchemaReport } from './corpus/check-schema'
import { findSchemas } from './corpus/find-schemas'
import { type AcceptedSchema, executeAll } from './corpus/on-servers'
import { type CorpusOptions, HELP, readOptions } from './corpus/options'
import { checkAll } from './corpus/pool'
import type { SchemaSource } from './corpus/schema-files'
import { elapsed, PlainError, runMain } from './lib/project.mjs'

async function main(): Promise<number> {
  const options = plainly(() => readOptions(process.argv.slice(2)))
  if (options.help) {
    console.log(HELP)
    return 0
  }
  const start = performance.now()
  const sources = findSources(options)
  const tally = { refused: 0, compared: 0 }
  const failed = new Set<string>()
  const accepted: AcceptedSchema[] = []
  const onReport = (report: SchemaReport) => {
    if (report.failures.length > 0) failed.add(report.label)
    printReport(report, options)
  }
  await checkAll(sources, options, (report) => {
    const { label, refusal, version } = report
    if (refusal !== null) tally.refused++
    if (version !== null) {
      tally.compared++
      const source = sources.find((candidate) => candidate.label === label)
      if (source) accepted.push({ source, version })
    }
    onReport(report)
  })
  if (options.servers) await checkOnServers(accepted, options, onReport)
  console.log(
    `\n${sources.length} schemas in ${elapsed(start)}, ` +
      `${tally.compared} of them accepted by Prisma's engine and compared with it` +
      `${tally.refused > 0 ? `, ${tally.refused} not text and not opened` : ''}`,
  )
  console.log(`${sources.length - failed.size} passed, ${failed.size} failed`)
  return failed.size === 0 ? 0 : 1
}

async function checkOnServers(
  accepted: readonly AcceptedSchema[],
  options: CorpusOptions,
  onReport: (report: SchemaReport) => void,
): Promise<void> {
  for (const { server, skipped, reports } of await executeAll(accepted, options)) {
    if (skipped !== null) {
      console.log(`· SQL for ${server.provider} not executed: ${skipped}`)
      continue
    }
    for (const { label, version, problem, rules } of reports) {
      if (rules.length > 0) console.log(`· ${label}: ${[...new Set(rules)].join(', ')}`)
      if (problem === null) continue
      const reason = `${server.name} refuses its SQL: ${problem}`
      onReport({ label, refusal: null, version, failures: [{ check: 'server', reason }] })
    }
    const done = reports.filter(({ problem }) => problem === null)
    const migrated = done.filter((report) => report.migrated).length
    const more = migrated > 0 ? `, and ${migrated} random migrations` : ''
    console.log(`SQL of ${done.length} schemas${more} executed by ${server.name}`)
  }
}

function findSources({ folders, only }: CorpusOptions): SchemaSource[] {
  const sources = folders.flatMap((folder) => plainly(() => findSchemas(folder)))
  const chosen = only === null ? sources : sources.filter(({ label }) => label.includes(only))
  if (chosen.length === 0) {
    const where = folders.join(', ')
    throw new PlainError(`There is no schema in ${where}${only === null ? '' : ` with "${only}"`}`)
  }
  return chosen
}

function printReport({ label, refusal, failures }: SchemaReport, options: CorpusOptions): void {
  if (refusal !== null) console.log(`· ${label}: not opened: ${refusal}`)
  for (const { check, reason } of failures) {
    console.log(`✗ ${label}\n  ${check}: ${reason}`)
  }
  if (failures.length === 0) return
  const rounds = options.rounds === 20 ? '' : ` --rounds ${options.rounds}`
  const folders = options.folders.map((folder) => `'${folder}'`).join(' ')
  console.log(
    `  again: npm run corpus -- ${folders} --seed ${options.seed}${rounds} --only '${label}'\n`,
  )
}

/** Turns what a person can cause into a message without a stack. */
function plainly<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error))
  }
}

await runMain(main)

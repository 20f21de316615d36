// `npm run oracles -- DIR`: holds the SQL that we write to what Prisma wrote. See
// oracles/options.ts for the command line and for what is compared.

import type { SchemaFile } from '@/lib/engines/schema-engine/shared'
import { inLanes } from './lib/lanes'
import { elapsed, PlainError, runMain } from './lib/project.mjs'
import { checkImports } from './oracles/check-imports'
import { compareSql, compareWarnings } from './oracles/compare'
import { createGenerator, type GeneratedSql, type SqlGenerator } from './oracles/generate'
import { compareOnServer, type ServerResult } from './oracles/on-server'
import { HELP, type OracleOptions, readOptions } from './oracles/options'
import { findOracles, type Oracle } from './oracles/pairs'
import { RULES, SCHEMA_RULES, WARNING_RULES } from './oracles/rules'
import { DESCRIPTION_RULES } from './oracles/rules/descriptions'
import { STAND_INS } from './servers/stand-ins'

/** What came of one oracle. */
type Outcome =
  | {
      readonly kind: 'passed'
      readonly rules: readonly string[]
      /** Whether the warnings were compared as well. */
      readonly isWarned: boolean
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly rules: readonly string[] }
  | { readonly kind: 'skipped'; readonly reason: string }

async function main(): Promise<number> {
  const options = plainly(() => readOptions(process.argv.slice(2)))
  if (options.help) {
    console.log(HELP)
    return 0
  }
  if (options.imports) return checkImports(options)
  const start = performance.now()
  const oracles = choose(options)
  const generator = await createGenerator()
  const counts = { passed: 0, failed: 0, skipped: 0, exact: 0, warned: 0 }
  const uses = new Map<string, number>()
  await inLanes(
    oracles,
    (oracle) => check(oracle, generator, options),
    (oracle, outcome) => {
      counts[outcome.kind]++
      printOutcome(oracle, outcome, options)
      if (outcome.kind === 'skipped') return
      if (outcome.kind === 'passed' && outcome.rules.length === 0) counts.exact++
      if (outcome.kind === 'passed' && outcome.isWarned) counts.warned++
      for (const rule of outcome.rules) uses.set(rule, (uses.get(rule) ?? 0) + 1)
    },
  )
  printRules(uses)
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(
    `\n${oracles.length} oracles in ${elapsed(start)}: ${counts.exact} the same without a rule, ${counts.warned} with the same warnings${skipped}`,
  )
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed === 0 ? 0 : 1
}

function choose({ folder, kind, provider, only }: OracleOptions): Oracle[] {
  const oracles = plainly(() => findOracles(folder)).filter(
    (oracle) =>
      (kind === null || oracle.kind === kind) &&
      (provider === null || oracle.provider === provider) &&
      (only === null || oracle.label.includes(only)),
  )
  if (oracles.length === 0) throw new PlainError('No oracle is chosen by these options.')
  return oracles
}

async function check(
  oracle: Oracle,
  generator: SqlGenerator,
  { servers }: OracleOptions,
): Promise<Outcome> {
  const { provider, kind } = oracle
  const adapted = adaptSchemas(oracle)
  const before = adapted.before === null ? null : asFiles(adapted.before)
  const after = asFiles(adapted.after)
  const generated = await generator.generate(before, after, provider)
  if ('problem' in generated) return { kind: 'failed', reason: generated.problem, rules: [] }
  const isWarned = hasWarnings(oracle)
  const written = kind === 'history' ? NOTHING : compareWritten(generated, oracle)
  const executed = servers ? await compareExecuted(generated.sql) : { skipped: '--no-servers' }
  if ('skipped' in executed && kind === 'history') {
    return { kind: 'skipped', reason: executed.skipped }
  }
  const results = 'skipped' in executed ? [written] : [written, executed]
  const rules = [...adapted.rules, ...results.flatMap((result) => result.rules)]
  const reason = results.flatMap(({ difference }) => difference ?? []).join('\n\n')
  return reason === '' ? { kind: 'passed', rules, isWarned } : { kind: 'failed', reason, rules }

  async function compareExecuted(sql: string): Promise<ServerResult> {
    if (before === null) return compareOnServer(oracle, { created: sql, migrated: null })
    const first = await generator.generate(null, before, provider)
    const created = await generator.generate(null, after, provider)
    if ('problem' in first) return { difference: first.problem, rules: [] }
    if ('problem' in created) return { difference: created.problem, rules: [] }
    return compareOnServer(oracle, { created: created.sql, migrated: [first.sql, sql] })
  }
}

const NOTHING = { difference: null, rules: [] as readonly string[] }

/** Holds SQL and warnings to the text that Prisma wrote. */
function compareWritten({ sql, warnings }: GeneratedSql, oracle: Oracle) {
  const compared = [
    compareSql(sql, oracle),
    ...(hasWarnings(oracle) ? [compareWarnings(warnings, oracle)] : []),
  ]
  const difference = compared.flatMap((each) => each.difference ?? []).join('\n\n')
  return {
    difference: difference === '' ? null : difference,
    rules: compared.flatMap(({ rules }) => rules),
  }
}

function asFiles(text: string): readonly SchemaFile[] {
  return [{ path: 'schema.prisma', text }]
}

/** Whether Prisma wrote its warnings above the SQL, if there were any. */
function hasWarnings({ kind, origin }: Oracle): boolean {
  return kind !== 'history' && origin.fromShadowDatabase && origin.isExact
}

/** The schemas as Prisma 7.10 accepts them, and the rules that it took. */
function adaptSchemas(oracle: Oracle) {
  let { before, after } = oracle
  const rules: string[] = []
  for (const rule of SCHEMA_RULES) {
    if (!rule.appliesTo(oracle)) continue
    const adapted = {
      before: before === null ? null : rule.apply(before),
      after: rule.apply(after),
    }
    if (adapted.before !== before || adapted.after !== after) rules.push(rule.name)
    before = adapted.before
    after = adapted.after
  }
  return { before, after, rules }
}

function printOutcome({ label, origin }: Oracle, outcome: Outcome, { list }: OracleOptions): void {
  if (outcome.kind === 'skipped') {
    console.log(`· ${label}: skipped: ${outcome.reason}`)
  } else if (outcome.kind === 'failed') {
    const { major, minor } = origin.version
    const rules = outcome.rules.length > 0 ? `, after ${outcome.rules.join(', ')}` : ''
    console.log(`✗ ${label} (Prisma ${major}.${minor}${rules})`)
    console.log(`${outcome.reason.replace(/^/gm, '    ')}\n`)
  } else if (list) {
    console.log(`✓ ${label}${outcome.rules.length > 0 ? `: ${outcome.rules.join(', ')}` : ''}`)
  }
}

function printRules(uses: ReadonlyMap<string, number>): void {
  const all = [...SCHEMA_RULES, ...RULES, ...WARNING_RULES, ...DESCRIPTION_RULES, ...STAND_INS]
  for (const { name } of all) {
    const count = uses.get(name)
    if (count !== undefined) console.log(`  rule ${name}: ${count}`)
  }
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
// An embedded PostgreSQL would keep the process alive.
process.exit()

// `npm run oracles -- DIR`: holds the SQL that we write to what Prisma wrote. See
// oracles/options.ts for the command line and for what is compared.

import { elapsed, PlainError, runMain } from './lib/project.mjs'
import { compareSql, compareWarnings } from './oracles/compare'
import { createGenerator, type SqlGenerator } from './oracles/generate'
import { compareHistory, LEFT_INDEXES } from './oracles/history'
import { HELP, type OracleOptions, readOptions } from './oracles/options'
import { findOracles, type Oracle } from './oracles/pairs'
import { RULES, SCHEMA_RULES } from './oracles/rules'

/** What came of one oracle. */
type Outcome =
  | { readonly kind: 'passed'; readonly rules: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string; readonly rules: readonly string[] }
  | { readonly kind: 'skipped'; readonly reason: string }

async function main(): Promise<number> {
  const options = plainly(() => readOptions(process.argv.slice(2)))
  if (options.help) {
    console.log(HELP)
    return 0
  }
  const start = performance.now()
  const oracles = choose(options)
  const generator = await createGenerator()
  const counts = { passed: 0, failed: 0, skipped: 0, exact: 0 }
  const uses = new Map<string, number>()
  for (const oracle of oracles) {
    const outcome = await check(oracle, generator)
    counts[outcome.kind]++
    printOutcome(oracle, outcome, options)
    if (outcome.kind === 'skipped') continue
    if (outcome.kind === 'passed' && outcome.rules.length === 0) counts.exact++
    for (const rule of outcome.rules) uses.set(rule, (uses.get(rule) ?? 0) + 1)
  }
  printRules(uses)
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(
    `\n${oracles.length} oracles in ${elapsed(start)}: ${counts.exact} the same without a rule${skipped}`,
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

async function check(oracle: Oracle, generator: SqlGenerator): Promise<Outcome> {
  const adapted = adaptSchemas(oracle)
  const generated = await generator.generate(adapted.before, adapted.after, oracle.provider)
  if ('problem' in generated) return { kind: 'failed', reason: generated.problem, rules: [] }
  if (oracle.kind === 'history') {
    const result = compareHistory(oracle, generated.sql)
    if ('skipped' in result) return { kind: 'skipped', reason: result.skipped }
    const rules = [...adapted.rules, ...result.rules]
    return result.difference === null
      ? { kind: 'passed', rules }
      : { kind: 'failed', reason: result.difference, rules }
  }
  const compared = compareSql(generated.sql, oracle)
  const rules = [...adapted.rules, ...compared.rules]
  const { warnings } = generated
  const warned =
    warnings !== null && oracle.origin.fromShadowDatabase && oracle.origin.isExact
      ? compareWarnings(warnings, oracle)
      : null
  const difference = [compared.difference, warned].filter((text) => text !== null).join('\n\n')
  return difference === ''
    ? { kind: 'passed', rules }
    : { kind: 'failed', reason: difference, rules }
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
  for (const name of [...[...SCHEMA_RULES, ...RULES].map(({ name }) => name), LEFT_INDEXES]) {
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

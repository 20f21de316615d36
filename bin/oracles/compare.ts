/** Compares the SQL that we write with an oracle's, after the rules that apply to it. */

import type { Oracle } from './pairs'
import { RULES, type RuleName, type Sides, WARNING_RULES } from './rules'
import { joinSteps, readWarnings, type Step, splitSteps, withoutWarnings } from './statements'

export interface Comparison {
  /** A readable difference; `null` when there is none. */
  readonly difference: string | null
  /** The rules without which the two would differ more. */
  readonly rules: readonly RuleName[]
}

export function compareSql(actual: string, oracle: Oracle): Comparison {
  const expected = withoutWarnings(oracle.sql)
  if (actual.trimEnd() === expected.trimEnd()) return { difference: null, rules: [] }
  let sides: Sides = { actual: splitSteps(actual), expected: splitSteps(expected) }
  const rules: RuleName[] = []
  for (const rule of RULES) {
    if (isSame(sides.actual, sides.expected)) break
    if (!rule.appliesTo(oracle)) continue
    const after = rule.apply(sides, oracle)
    if (isSame(after.actual, sides.actual) && isSame(after.expected, sides.expected)) continue
    rules.push(rule.name)
    sides = after
  }
  if (isSame(sides.actual, sides.expected)) return { difference: null, rules }
  return { difference: showDifference(lines(sides.actual), lines(sides.expected)), rules }
}

/**
 * What differs between our warnings and those that `prisma migrate dev` wrote above its SQL, in
 * whatever order: that follows the steps, which are compared on their own.
 */
export function compareWarnings(actual: readonly string[], oracle: Oracle): Comparison {
  const expected = readWarnings(oracle.sql).sort()
  let ours = [...actual].sort()
  const isEqual = () => ours.join('\n') === expected.join('\n')
  const rules: RuleName[] = []
  for (const rule of WARNING_RULES) {
    if (isEqual()) break
    if (!rule.appliesTo(oracle)) continue
    const after = [...rule.apply(ours, oracle)]
    if (after.length !== ours.length) rules.push(rule.name)
    ours = after
  }
  return { difference: isEqual() ? null : showDifference(ours, expected), rules }
}

function isSame(some: readonly Step[], other: readonly Step[]): boolean {
  return joinSteps(some) === joinSteps(other)
}

function lines(steps: readonly Step[]): string[] {
  return joinSteps(steps)
    .split('\n')
    .filter((line) => line !== '')
}

/** Lines of context on either side of a difference. */
const CONTEXT = 1

/** The lines in which two texts differ: `-` what Prisma wrote, `+` what we do. */
export function showDifference(actual: readonly string[], expected: readonly string[]): string {
  const script = align(expected, actual)
  const isNear = script.map((_, at) =>
    script.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => !line.startsWith(' ')),
  )
  return script
    .flatMap((line, at) => {
      if (isNear[at]) return [line]
      return at > 0 && isNear[at - 1] ? ['  …'] : []
    })
    .join('\n')
}

/** The longest common subsequence, as lines that begin with ` `, `-` or `+`. */
function align(before: readonly string[], after: readonly string[]): string[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  const script: string[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      script.push(`  ${before[i++]}`)
      j++
    } else if (
      i < before.length &&
      (j === after.length ||
        (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      script.push(`- ${before[i++]}`)
    } else {
      script.push(`+ ${after[j++]}`)
    }
  }
  return script
}

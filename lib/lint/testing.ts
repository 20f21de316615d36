/** For the tests of rules: a schema in, what is found in it out. */

import { expect } from 'vitest'
import type { OfferedCommand } from '@/lib/commands/command-call'
import { runAny } from '@/lib/commands/fuzz'
import { applyResult, contextOf, dedent, type Texts } from '@/lib/commands/testing'
import { Linter } from './linter'
import type { Finding, Rule } from './rule'

/** What a rule finds, with the text that each finding is at. */
export function findingsOf(rule: Rule, texts: Texts): { at: string; finding: Finding }[] {
  const ctx = contextOf(dedent(texts))
  return new Linter([rule]).run(ctx).map((finding) => ({
    at: ctx.files.get(finding.path)?.text.slice(finding.from, finding.to) ?? '',
    finding,
  }))
}

/** Checks where a rule finds something: `User.email`, or the text itself when it is no name. */
export function checkFound(rule: Rule, texts: Texts, places: readonly string[]): void {
  const ctx = contextOf(dedent(texts))
  const found = findingsOf(rule, texts).map(({ at, finding }) => {
    const block = ctx.graph.blockById.get(finding.blockId)
    const isField = block?.fields.some(({ name, id }) => name === at && id === finding.memberId)
    return isField ? `${block?.name}.${at}` : at
  })
  expect(found).toEqual(places)
}

/** Checks what the fix of the only finding makes of the schema, and that nothing is found then. */
export function checkFix(rule: Rule, before: string, after: string, index = 0): void {
  const text = dedent(before) as string
  const found = findingsOf(rule, text)
  expect(found).toHaveLength(1)
  const fix = found[0]?.finding.fixes[index]
  expect(fix, 'the fix').toBeDefined()
  const fixed = applyFix(text, fix as OfferedCommand)
  expect(fixed).toBe(dedent(after))
  expect(findingsOf(rule, fixed)).toEqual([])
}

/** The text after the fix. */
export function applyFix(text: string, fix: OfferedCommand): string {
  const ctx = contextOf(text)
  const result = runAny(ctx, fix)
  if (!result) throw new Error(`“${fix.label}” does not apply`)
  return [...applyResult(ctx, result).values()].join('\n')
}

/**
 * The part of the check of a design (see `check-design.ts`) that looks at which lint is off. Rules
 * that this version does not know stay: a newer one may. What is not usable is left out, so that in
 * doubt a rule speaks.
 */

import type { LintData } from '@/lib/document/lint-data'
import { isRecord, own } from './check-value'

const RULE = /^[a-z][a-z\d-]{0,59}$/
const MAX_RULES = 200
const MAX_PLACES = 10_000

/** `null` when nothing is off. */
export function checkLint(value: unknown, repairs: string[]): LintData | null {
  if (value === undefined || value === null) return null
  const lost = { count: 0 }
  const off = isRecord(value) ? checkList(own(value, 'off'), isRule, MAX_RULES, lost) : []
  const entries = isRecord(value) ? checkAccepted(own(value, 'accepted'), lost) : []
  if (!isRecord(value) || lost.count > 0) {
    repairs.push('Some of what lint is off was not usable; those rules speak again.')
  }
  const data: LintData = {
    ...(off.length > 0 && { off }),
    ...(entries.length > 0 && { accepted: Object.fromEntries(entries) }),
  }
  return Object.keys(data).length > 0 ? data : null
}

function checkAccepted(value: unknown, lost: { count: number }): [string, string[]][] {
  if (value === undefined) return []
  if (!isRecord(value)) {
    lost.count++
    return []
  }
  const entries = Object.entries(value)
  const kept = entries.slice(0, MAX_RULES).flatMap(([rule, item]): [string, string[]][] => {
    if (!isRule(rule)) return []
    const places = checkList(item, isPlace, MAX_PLACES, lost)
    return places.length > 0 ? [[rule, places]] : []
  })
  if (kept.length < entries.length) lost.count++
  return kept
}

/** The usable ones, each once. */
function checkList(
  value: unknown,
  isUsable: (item: unknown) => item is string,
  most: number,
  lost: { count: number },
): string[] {
  if (value === undefined) return []
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  if (!Array.isArray(value)) lost.count++
  const kept = items.slice(0, most).filter(isUsable)
  if (kept.length < items.length) lost.count++
  return [...new Set(kept)]
}

function isRule(item: unknown): item is string {
  return typeof item === 'string' && RULE.test(item)
}

function isPlace(item: unknown): item is string {
  return typeof item === 'string' && item !== ''
}

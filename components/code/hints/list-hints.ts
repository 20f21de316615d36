/** The hints of the Problems tab: what rules of our own find, rule by rule. */

import type { SchemaDocument } from '@/lib/document/document'
import type { Finding, Rule } from '@/lib/lint/rule'
import { RULES } from '@/lib/lint/rules'
import { type LineColumn, lineColumns } from '../code-places'

export interface Hint extends Finding, LineColumn {}

export interface RuleHints {
  readonly rule: Rule
  /** In the order of the files and their text. */
  readonly hints: readonly Hint[]
}

/** Rules in the order in which they are listed; those that found nothing are left out. */
export function listHints(document: SchemaDocument, findings: readonly Finding[]): RuleHints[] {
  const hints = withPlaces(document, findings)
  return RULES.flatMap((rule) => {
    const own = hints.filter((hint) => hint.rule === rule.id)
    return own.length > 0 ? [{ rule, hints: own }] : []
  })
}

function withPlaces(document: SchemaDocument, findings: readonly Finding[]): Hint[] {
  return [...document.files].flatMap(([path, { syntax }]) => {
    const own = findings.filter((finding) => finding.path === path)
    const places = lineColumns(
      syntax.text,
      own.map(({ from }) => from),
    )
    return own.map((finding, index) => ({ ...finding, ...(places[index] as LineColumn) }))
  })
}

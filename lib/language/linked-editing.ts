/**
 * The two ends of a relation's name, which an editor changes together while one is typed. Only
 * within one file, for an editor cannot type in two; across files there is renaming.
 */

import type { Range } from '@/lib/psl/syntax'
import type { LanguageSnapshot } from './snapshot'
import { nameAt, namesOf, spanOf } from './symbol-at'

/** `null` where nothing is to be changed together. */
export function linkedNamesAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): readonly Range[] | null {
  const place = nameAt(snapshot, path, offset)
  if (place?.symbol.kind !== 'relation') return null
  const spans = namesOf(snapshot, place.symbol).map(spanOf)
  if (spans.length < 2 || spans.some((span) => span.path !== path)) return null
  return spans.map(({ from, to }) => ({ from, to }))
}

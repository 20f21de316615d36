/** What is shown about the name under the pointer. */

import { describeSymbol } from './describe-symbol'
import type { LanguageSnapshot, Span } from './snapshot'
import { nameAt, spanOf } from './symbol-at'

export interface Hover {
  readonly span: Span
  /** Paragraphs of Markdown. */
  readonly contents: readonly string[]
}

/** `null` where there is no name, or nothing to say about it. */
export function hoverAt(snapshot: LanguageSnapshot, path: string, offset: number): Hover | null {
  const place = nameAt(snapshot, path, offset)
  if (!place) return null
  const contents = describeSymbol(snapshot, place.symbol, place.block)
  return contents.length > 0 ? { span: spanOf(place), contents } : null
}

/** All places that name a thing, over all files; and, in one file, which of them declare it. */

import type { LanguageSnapshot, Span } from './snapshot'
import { isDeclared } from './symbol'
import { nameAt, namesOf, spanOf } from './symbol-at'

/** Empty for words of the language, which are all over every schema. */
export function referencesAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
  { withDeclaration }: { readonly withDeclaration: boolean },
): readonly Span[] {
  const place = nameAt(snapshot, path, offset)
  if (!place || !isDeclared(place.symbol)) return []
  return namesOf(snapshot, place.symbol)
    .filter(({ name }) => withDeclaration || !name.isDeclaration)
    .map(spanOf)
}

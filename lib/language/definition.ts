/**
 * Where what a name stands for is declared: a block, a field, an enum value, the other end of a
 * relation by its name, a schema of the database.
 */

import type { LanguageSnapshot, Span } from './snapshot'
import { isDeclared, type SchemaSymbol } from './symbol'
import { type NamePlace, nameAt, namesOf, spanOf } from './symbol-at'

export interface Definition {
  /** The name that was asked about, as underlined while one is about to follow it. */
  readonly origin: Span
  /** The names to go to. */
  readonly targets: readonly Span[]
}

/** `null` where nothing is declared anywhere: for words of the language, and in comments. */
export function definitionAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): Definition | null {
  const place = nameAt(snapshot, path, offset)
  if (!place || !isDeclared(place.symbol)) return null
  const targets = declarations(snapshot, place, place.symbol)
  return targets.length > 0 ? { origin: spanOf(place), targets } : null
}

function declarations(
  snapshot: LanguageSnapshot,
  place: NamePlace,
  symbol: SchemaSymbol,
): readonly Span[] {
  const places = namesOf(snapshot, symbol)
  if (symbol.kind === 'relation') {
    // A relation is declared nowhere else: its name leads to the other end.
    const others = places.filter(({ name, block }) => {
      return block !== place.block || name.from !== place.name.from
    })
    return (others.length > 0 ? others : places).map(spanOf)
  }
  return places.filter(({ name }) => name.isDeclaration).map(spanOf)
}

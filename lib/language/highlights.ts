/** The names of the thing under the caret in the same file, for an editor to mark. */

import { namesIn } from './names'
import { blocksOfFile, type LanguageSnapshot, type Span } from './snapshot'
import { isDeclared, symbolKey } from './symbol'
import { nameAt } from './symbol-at'

export interface Highlight extends Span {
  /** `write` where the thing is declared. */
  readonly access: 'read' | 'write'
}

/** Words of the language are marked in their own block alone. */
export function highlightsAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): readonly Highlight[] {
  const place = nameAt(snapshot, path, offset)
  if (!place) return []
  const key = symbolKey(place.symbol)
  const blocks = isDeclared(place.symbol) ? blocksOfFile(snapshot, path) : [place]
  return blocks.flatMap(({ block, start }) =>
    namesIn(snapshot, block)
      .filter(({ symbol }) => symbol !== null && symbolKey(symbol) === key)
      .map(({ from, to, isDeclaration }): Highlight => {
        const access = isDeclaration ? 'write' : 'read'
        return { path, from: start + from, to: start + to, access }
      }),
  )
}

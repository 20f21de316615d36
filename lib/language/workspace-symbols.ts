/** Finds blocks, fields and enum values of all files by letters of their names. */

import { fuzzyScore } from './fuzzy'
import { type OutlineKind, type OutlineSymbol, outlineOf } from './outline'
import type { LanguageSnapshot, Span } from './snapshot'

export interface WorkspaceSymbol {
  readonly name: string
  readonly kind: OutlineKind
  readonly detail: string
  /** The block that it stands in; empty for a block. */
  readonly container: string
  /** Its name in the text. */
  readonly span: Span
}

/** As many as a list is looked through. */
const MOST = 200

/**
 * The best matches first; of equal ones, blocks before their members. `User.email` looks for
 * members in blocks. Without letters, all blocks.
 */
export function workspaceSymbols(
  snapshot: LanguageSnapshot,
  query: string,
): readonly WorkspaceSymbol[] {
  const trimmed = query.trim()
  const found: { readonly symbol: WorkspaceSymbol; readonly score: number }[] = []
  const add = (path: string, symbol: OutlineSymbol, container: string) => {
    const name =
      container !== '' && trimmed.includes('.') ? `${container}.${symbol.name}` : symbol.name
    const score = fuzzyScore(trimmed, name)
    if (score === null || (trimmed === '' && container !== '')) return
    const { selection, kind, detail } = symbol
    found.push({
      symbol: { name: symbol.name, kind, detail, container, span: { path, ...selection } },
      score: container === '' ? score + 0.5 : score,
    })
  }
  for (const path of snapshot.files.keys()) {
    for (const block of outlineOf(snapshot, path)) {
      add(path, block, '')
      for (const member of block.children) add(path, member, block.name)
    }
  }
  // Sorting keeps the order of the text among equals.
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ symbol }) => symbol)
}

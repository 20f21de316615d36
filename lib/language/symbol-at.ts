/** Finds the name at an offset, and all names of one thing. */

import type { Block } from '@/lib/schema/graph'
import { namesIn, type SchemaName } from './names'
import { allBlocks, type BlockPlace, blockAt, type LanguageSnapshot, type Span } from './snapshot'
import { type SchemaSymbol, symbolKey } from './symbol'

/** A name with the block in which it stands. */
export interface NamePlace extends BlockPlace {
  readonly name: SchemaName
}

/** The name that the offset is in or at the end of, if it has a meaning. */
export function nameAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): (NamePlace & { readonly symbol: SchemaSymbol }) | null {
  const place = blockAt(snapshot, path, offset) ?? blockAt(snapshot, path, offset - 1)
  if (!place) return null
  const at = offset - place.start
  const touching = namesIn(snapshot, place.block).filter(({ from, to }) => from <= at && at <= to)
  // Between two names without a space, the one that begins here.
  const name = touching.find(({ from, to }) => from <= at && at < to) ?? touching[0]
  return name?.symbol ? { ...place, name, symbol: name.symbol } : null
}

/** Every name of the same thing, file by file. */
export function namesOf(snapshot: LanguageSnapshot, symbol: SchemaSymbol): NamePlace[] {
  const key = symbolKey(symbol)
  const places = allBlocks(snapshot).filter(({ block }) => mayName(snapshot, block, symbol))
  return places.flatMap((place) =>
    namesIn(snapshot, place.block)
      .filter((name) => name.symbol !== null && symbolKey(name.symbol) === key)
      .map((name) => ({ ...place, name })),
  )
}

/** False only where the block cannot have a name of the thing, so that it need not be read. */
function mayName({ graph }: LanguageSnapshot, block: Block, symbol: SchemaSymbol): boolean {
  switch (symbol.kind) {
    case 'block':
    case 'field':
    case 'value': {
      const { kind, name } = symbol.block
      // A datasource is named by native types, a composite type's field by paths from anywhere.
      const isAnywhere = kind === 'datasource' || (kind === 'type' && symbol.kind === 'field')
      return (
        isAnywhere ||
        block === symbol.block ||
        block.fields.some(({ typeName }) => typeName === name)
      )
    }
    case 'relation':
      return symbol.between.includes(block.id)
    case 'databaseSchema':
      return block === graph.datasource || block.databaseSchema === symbol.name
    default:
      return true
  }
}

export function spanOf({ block, start, name }: NamePlace): Span {
  return { path: block.path, from: start + name.from, to: start + name.to }
}

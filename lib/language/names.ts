/**
 * Every name in a block, with what it stands for. Definitions, references, hovers and colours all
 * read this one list, so they cannot disagree about what a word means.
 *
 * Comments and strings hold no names, but for the strings that name a relation or a schema of the
 * database.
 */

import type { Range } from '@/lib/psl/syntax'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { NameReader } from './name-reader'
import type { LanguageSnapshot } from './snapshot'
import type { SchemaSymbol } from './symbol'

/** Offsets count from the start of the block; those of a string are inside its quotes. */
export interface SchemaName extends Range {
  /** `null` when nothing in the schema or the language has the name. */
  readonly symbol: SchemaSymbol | null
  /** Whether the thing is declared here. */
  readonly isDeclaration: boolean
  /** Whether it stands in quotes. */
  readonly isQuoted: boolean
}

/**
 * In the order of the text. What an edit did not concern is not read again: the names of a block
 * depend on nothing but the block, the blocks that its types and paths name, and the datasource.
 */
export function namesIn({ graph }: LanguageSnapshot, block: Block): readonly SchemaName[] {
  const before = read.get(block)
  if (before && isValid(before, graph)) return before.names
  const reader = new NameReader(graph, block)
  reader.read()
  const { names, lookups } = reader
  read.set(block, { names, lookups, datasource: graph.datasource })
  return names
}

interface Reading {
  readonly names: readonly SchemaName[]
  /** What each name that was looked up meant. */
  readonly lookups: ReadonlyMap<string, Block | undefined>
  readonly datasource: Block | null
}

const read = new WeakMap<Block, Reading>()

function isValid({ lookups, datasource }: Reading, graph: SchemaGraph): boolean {
  if (datasource !== graph.datasource) return false
  for (const [name, meant] of lookups) if (graph.blockByName.get(name) !== meant) return false
  return true
}

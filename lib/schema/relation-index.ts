/**
 * All relations of a schema, by the two blocks between which they are, kept up to date: only the
 * pairs of blocks that a change concerns are looked at again.
 */

import type { Block, BlockId, Relation } from './graph'
import { keepEqual, keepList } from './keep'
import { pairRelations, refersToTable } from './relations'

/** By the ids of both blocks, in alphabetical order, with a space between. */
export type RelationIndex = ReadonlyMap<string, readonly Relation[]>

interface Blocks {
  readonly blocks: readonly Block[]
  readonly blockById: ReadonlyMap<BlockId, Block>
  /** Of several blocks with one name, the first. */
  readonly blockByName: ReadonlyMap<string, Block>
}

/** One block before and after; `null` where it is new or gone. */
export interface BlockChange {
  readonly before: Block | null
  readonly after: Block | null
}

/**
 * The relations after some blocks changed and some names may mean another block than before.
 * Gives `index` itself when they are the same.
 */
export function updateRelations(
  index: RelationIndex,
  before: Blocks,
  after: Blocks,
  changes: readonly BlockChange[],
  names: ReadonlySet<string>,
): RelationIndex {
  const pairs = new Set<string>()
  for (const change of changes) {
    if (isSameForRelations(change)) continue
    if (change.before) collectPairs(pairs, change.before, before.blockByName)
    if (change.after) collectPairs(pairs, change.after, after.blockByName)
  }
  for (const name of names) {
    // A name that now means another block takes its relations along.
    const old = before.blockByName.get(name)
    const now = after.blockByName.get(name)
    if (!old || now?.id === old.id) continue
    for (const other of after.blocks) {
      if (!other.fields.some((field) => field.typeName === name)) continue
      pairs.add(pairKey(other.id, old.id))
      if (now) pairs.add(pairKey(other.id, now.id))
    }
  }
  const isNamed = (block: Block) => after.blockByName.get(block.name) === block
  let result: Map<string, readonly Relation[]> | null = null
  for (const pair of pairs) {
    const [a, b] = pair.split(' ').map((id) => after.blockById.get(id))
    const old = index.get(pair) ?? NO_RELATIONS
    const relations = keepRelations(old, a && b ? pairRelations(a, b, isNamed) : NO_RELATIONS)
    if (relations === old) continue
    result ??= new Map(index)
    if (relations.length > 0) result.set(pair, relations)
    else result.delete(pair)
  }
  return result ?? index
}

const NO_RELATIONS: readonly Relation[] = []

function collectPairs(pairs: Set<string>, block: Block, names: ReadonlyMap<string, Block>): void {
  for (const field of block.fields) {
    if (!refersToTable(field)) continue
    const target = names.get(field.typeName)
    if (target) pairs.add(pairKey(block.id, target.id))
  }
}

/** Whether nothing that relations are made of differs. */
function isSameForRelations({ before, after }: BlockChange): boolean {
  if (!before || !after || before.name !== after.name) return false
  return before.fields === after.fields && before.keys === after.keys
}

function pairKey(a: BlockId, b: BlockId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** `next`, with each relation that says what one of `old` said replaced by that one. */
function keepRelations(old: readonly Relation[], next: readonly Relation[]): readonly Relation[] {
  const kept = next.map((relation) => {
    const before = old.find((candidate) => candidate.id === relation.id)
    return before ? keepEqual(before, relation) : relation
  })
  return keepList(old, kept)
}

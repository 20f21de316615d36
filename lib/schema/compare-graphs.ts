/**
 * What is new, different or gone in a schema since an earlier version of it. The two graphs were
 * derived apart, so ids say nothing: blocks and fields are paired by name and, where the name
 * changed, by what they are called in the database.
 */

import {
  type Block,
  type BlockId,
  type EnumValue,
  type Field,
  type FieldId,
  isDrawn,
  type SchemaGraph,
} from './graph'

export type ChangeKind = 'added' | 'changed'

export interface BlockChange {
  readonly kind: ChangeKind
  /** What the block is called now. */
  readonly name: string
  /** Fields or values that are new or different; all of an added block's go without saying. */
  readonly members: ReadonlyMap<FieldId, ChangeKind>
  /** The names of the fields or values that are gone. */
  readonly removed: readonly string[]
}

/** How a block is marked: `lost` when fields or values of it are gone, and none is new or different. */
export type ChangeSignKind = ChangeKind | 'lost'

export function signOf({ kind, members, removed }: BlockChange): ChangeSignKind {
  return kind === 'changed' && members.size === 0 && removed.length > 0 ? 'lost' : kind
}

export interface RemovedBlock {
  readonly kind: Block['kind']
  readonly name: string
}

export interface GraphChanges {
  /** By the ids of the later graph; a block that is as it was is not in it. */
  readonly blocks: ReadonlyMap<BlockId, BlockChange>
  readonly removed: readonly RemovedBlock[]
}

export const NO_CHANGES: GraphChanges = { blocks: new Map(), removed: [] }

/** Comments and the order of members do not count: nothing in a database depends on them. */
export function compareGraphs(before: SchemaGraph, after: SchemaGraph): GraphChanges {
  const old = before.blocks.filter(({ kind }) => isDrawn(kind))
  const now = after.blocks.filter(({ kind }) => isDrawn(kind))
  const { pairs, gone } = pair(old, now, (a, b) => a.kind === b.kind)
  const blocks = new Map<BlockId, BlockChange>()
  for (const [block, was] of pairs) {
    const change = was ? compareBlocks(was, shapeOf(block)) : added(block)
    if (change) blocks.set(block.id, change)
  }
  return { blocks, removed: gone.map(({ kind, name }) => ({ kind, name })) }
}

function added({ name }: Block): BlockChange {
  return { kind: 'added', name, members: new Map(), removed: [] }
}

/** While its text is broken, a block counts as what it was before. */
function shapeOf(block: Block): Block {
  return block.lastGood ?? block
}

function compareBlocks(before: Block, after: Block): BlockChange | null {
  const members = new Map<FieldId, ChangeKind>()
  const { pairs, gone } = pair<Field | EnumValue>(membersOf(before), membersOf(after))
  for (const [member, was] of pairs) {
    if (!was) members.set(member.id, 'added')
    else if (plain(was.text) !== plain(member.text)) members.set(member.id, 'changed')
  }
  const removed = gone.map(({ name }) => name)
  const isSame = members.size === 0 && removed.length === 0 && headOf(before) === headOf(after)
  return isSame ? null : { kind: 'changed', name: after.name, members, removed }
}

function membersOf(block: Block): readonly (Field | EnumValue)[] {
  return block.kind === 'enum' ? block.values : block.fields
}

/** Spaces align columns and mean nothing, except in strings, where more than one is rare enough. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** All that a block says beside its members. */
function headOf({ name, databaseName, databaseSchema, isIgnored, keys }: Block): string {
  const own = keys.filter(({ on }) => on === 'block').map((key) => JSON.stringify(key))
  return JSON.stringify([name, databaseName, databaseSchema, isIgnored, own.sort()])
}

interface Named {
  readonly name: string
  readonly databaseName: string | null
}

/** Pairs each of `after` with what it was in `before`; `gone` is what is left. */
function pair<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  fits: (a: T, b: T) => boolean = () => true,
): { pairs: Map<T, T | null>; gone: T[] } {
  const left = new Set(before)
  const pairs = new Map<T, T | null>()
  const match = (nameOf: (item: T) => string) => {
    const byName = new Map([...left].reverse().map((item) => [nameOf(item), item]))
    for (const item of after) {
      if (pairs.get(item)) continue
      const was = byName.get(nameOf(item))
      const isFit = was !== undefined && left.has(was) && fits(was, item)
      pairs.set(item, isFit ? was : null)
      if (isFit) left.delete(was)
    }
  }
  match(({ name }) => name)
  match(({ databaseName, name }) => databaseName ?? name)
  return { pairs, gone: [...left] }
}

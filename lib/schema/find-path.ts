/** The shortest ways from one block to another along relations, in either direction. */

import type { BlockId, FieldId, Relation, SchemaGraph } from './graph'

export interface SchemaPath {
  /** From the first block to the last, one more than there are relations. */
  readonly blockIds: readonly BlockId[]
  readonly relations: readonly Relation[]
}

/** More ways of the same length than anybody compares. */
const MOST = 24

/**
 * All shortest paths, at most `most`, in the order of the schema; none when the blocks are not
 * connected or are the same. Parallel relations are ways of their own.
 */
export function findPaths(
  graph: SchemaGraph,
  fromId: BlockId,
  toId: BlockId,
  most = MOST,
): SchemaPath[] {
  if (fromId === toId) return []
  const steps = stepsOf(graph)
  const distances = distancesTo(steps, toId)
  const paths: SchemaPath[] = []
  const relations: Relation[] = []
  const blockIds: BlockId[] = [fromId]

  const walk = (id: BlockId, left: number) => {
    if (left === 0) {
      paths.push({ blockIds: [...blockIds], relations: [...relations] })
      return
    }
    for (const { relation, to } of steps.get(id) ?? []) {
      if (paths.length === most) return
      if (distances.get(to) !== left - 1) continue
      relations.push(relation)
      blockIds.push(to)
      walk(to, left - 1)
      relations.pop()
      blockIds.pop()
    }
  }
  const length = distances.get(fromId)
  if (length !== undefined) walk(fromId, length)
  return paths
}

/** "User → Membership → Team, by Membership.userId and Membership.teamId". */
export function describePath(graph: SchemaGraph, { blockIds, relations }: SchemaPath): string {
  const name = (id: BlockId) => graph.blockById.get(id)?.name ?? ''
  const ways = relations.map(({ fromBlockId, from, fields }) => {
    const columns = fields.length > 0 ? fields.join(' + ') : from.fieldName
    return `${name(fromBlockId)}.${columns}`
  })
  return `${blockIds.map(name).join(' → ')}, by ${listOf(ways)}`
}

/** The fields that a path goes by, in each block. */
export function pathMembers(
  graph: SchemaGraph,
  { relations }: SchemaPath,
): Map<BlockId, Set<FieldId>> {
  const result = new Map<BlockId, Set<FieldId>>()
  const add = (blockId: BlockId, names: readonly string[]) => {
    const ids = result.get(blockId) ?? new Set()
    for (const { id, name } of graph.blockById.get(blockId)?.fields ?? []) {
      if (names.includes(name)) ids.add(id)
    }
    result.set(blockId, ids)
  }
  for (const { fromBlockId, toBlockId, from, to, fields, references } of relations) {
    add(fromBlockId, [from.fieldName, ...fields])
    add(toBlockId, [...(to ? [to.fieldName] : []), ...references])
  }
  return result
}

interface Step {
  readonly relation: Relation
  readonly to: BlockId
}

/** For each block the relations that lead on from it. A relation to itself leads nowhere. */
function stepsOf({ relations }: SchemaGraph): Map<BlockId, Step[]> {
  const result = new Map<BlockId, Step[]>()
  const add = (from: BlockId, step: Step) => {
    const known = result.get(from)
    if (known) known.push(step)
    else result.set(from, [step])
  }
  for (const relation of relations) {
    const { fromBlockId, toBlockId } = relation
    if (fromBlockId === toBlockId) continue
    add(fromBlockId, { relation, to: toBlockId })
    add(toBlockId, { relation, to: fromBlockId })
  }
  return result
}

/** How many relations each block is away from `toId`. */
function distancesTo(steps: ReadonlyMap<BlockId, readonly Step[]>, toId: BlockId) {
  const distances = new Map<BlockId, number>([[toId, 0]])
  let ring = [toId]
  for (let distance = 1; ring.length > 0; distance++) {
    const outer: BlockId[] = []
    for (const id of ring) {
      for (const { to } of steps.get(id) ?? []) {
        if (distances.has(to)) continue
        distances.set(to, distance)
        outer.push(to)
      }
    }
    ring = outer
  }
  return distances
}

function listOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

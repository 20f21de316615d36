/** Which blocks are near others, going along relations and the uses of enums and composite types. */

import type { BlockId, SchemaGraph } from './graph'

/** For each block the blocks next to it. */
type Adjacency = ReadonlyMap<BlockId, ReadonlySet<BlockId>>

/** A graph does not change, so its adjacency is worked out once. */
const adjacencies = new WeakMap<SchemaGraph, Adjacency>()

/**
 * The blocks and all that are at most `depth` steps away, the nearest first. A way never leads
 * through an enum, or everything with the same status would be near everything else; one may begin
 * at an enum.
 */
export function neighbourhood(
  graph: SchemaGraph,
  blockIds: readonly BlockId[],
  depth: number,
): BlockId[] {
  const next = adjacencyOf(graph)
  const reached = new Set(blockIds.filter((id) => graph.blockById.has(id)))
  let ring = [...reached]
  for (let step = 0; step < depth; step++) {
    const outer: BlockId[] = []
    for (const id of ring) {
      if (step > 0 && graph.blockById.get(id)?.kind === 'enum') continue
      for (const other of next.get(id) ?? []) {
        if (reached.has(other)) continue
        reached.add(other)
        outer.push(other)
      }
    }
    ring = outer
  }
  return [...reached]
}

function adjacencyOf(graph: SchemaGraph): Adjacency {
  let known = adjacencies.get(graph)
  if (!known) {
    known = readAdjacency(graph)
    adjacencies.set(graph, known)
  }
  return known
}

function readAdjacency(graph: SchemaGraph): Adjacency {
  const result = new Map<BlockId, Set<BlockId>>()
  const connect = (a: BlockId, b: BlockId) => {
    if (a === b) return
    const known = result.get(a)
    if (known) known.add(b)
    else result.set(a, new Set([b]))
  }
  const join = (a: BlockId, b: BlockId) => {
    connect(a, b)
    connect(b, a)
  }
  for (const { fromBlockId, toBlockId } of graph.relations) join(fromBlockId, toBlockId)
  for (const block of graph.blocks) {
    for (const { typeKind, typeName } of block.fields) {
      if (typeKind !== 'enum' && typeKind !== 'type') continue
      const target = graph.blockByName.get(typeName)
      if (target) join(block.id, target.id)
    }
  }
  return result
}

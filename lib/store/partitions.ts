/** Ways to divide the blocks of a design into groups automatically. */

import { findCommunities } from '@/lib/layout/communities'
import { buildGraph, connectedComponents } from '@/lib/layout/graph'
import { type Block, type BlockId, isDrawn, type SchemaGraph } from '@/lib/schema/graph'
import { layoutInput } from './placement'

export interface Part {
  readonly title: string
  readonly blockIds: readonly BlockId[]
}

export type PartitionKind = 'schema' | 'file' | 'connectedness'

/** Blocks that belong nowhere are in no part. */
export function partition(graph: SchemaGraph, kind: PartitionKind): Part[] {
  switch (kind) {
    case 'schema':
      return partsBy(graph, ({ databaseSchema }) => databaseSchema)
    case 'file':
      return partsBy(graph, ({ path }) => path.replace(/\.prisma$/, ''))
    case 'connectedness':
      return connectedParts(graph)
  }
}

function partsBy(graph: SchemaGraph, titleOf: (block: Block) => string | null): Part[] {
  const parts = new Map<string, BlockId[]>()
  for (const block of graph.blocks) {
    const title = isDrawn(block.kind) ? titleOf(block) : null
    if (title === null) continue
    const blockIds = parts.get(title)
    if (blockIds) blockIds.push(block.id)
    else parts.set(title, [block.id])
  }
  return [...parts]
    .map(([title, blockIds]) => ({ title, blockIds }))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
}

/** A part is called after its block with the most relations inside it. */
function connectedParts(schema: SchemaGraph): Part[] {
  const { nodes, edges } = layoutInput(schema)
  const graph = buildGraph(nodes, edges)
  return connectedComponents(graph)
    .filter((component) => component.length > 1)
    .flatMap((component) => findCommunities(graph, component))
    .map((members) => {
      const inside = new Set(members)
      let hub = members[0] ?? 0
      let most = -1
      for (const member of members) {
        const count = (graph.incident[member] ?? []).filter((index) => {
          const edge = graph.edges[index]
          return edge && inside.has(edge.source) && inside.has(edge.target)
        }).length
        if (count > most) {
          most = count
          hub = member
        }
      }
      const blockIds = members.flatMap((member) => graph.ids[member] ?? [])
      const title = schema.blockById.get(graph.ids[hub] ?? '')?.name ?? ''
      return { title, blockIds }
    })
}

/**
 * A group of tables cut out of the graph, in the form that the search over columns needs: nodes
 * numbered from 0, one typed array per property, because all of it is read millions of times.
 */
import type { Graph, GraphEdge } from './graph'
import { ROW_GAP } from './types'

export interface LocalGraph {
  /** From a node of the whole graph to its number in the group. */
  readonly indexOf: ReadonlyMap<number, number>
  readonly heights: Float64Array
  readonly meanWidth: number
  readonly edges: LocalEdges
  /** For each node the indexes of its edges. */
  readonly incident: readonly Int32Array[]
}

/** The relations inside the group. */
export interface LocalEdges {
  readonly source: Int32Array
  readonly target: Int32Array
  readonly sourceY: Float64Array
  readonly targetY: Float64Array
  readonly weight: Float64Array
}

/** Longer chains of references count as this long, and so do cycles. */
const MAX_RANK = 12

/** Cuts out `nodes` and the relations between them. */
export function localGraph(graph: Graph, nodes: readonly number[]): LocalGraph {
  const indexOf = new Map(nodes.map((node, index) => [node, index]))
  const incident: number[][] = nodes.map(() => [])
  const inside: GraphEdge[] = []
  for (const [source, node] of nodes.entries()) {
    for (const edgeIndex of graph.incident[node] ?? []) {
      const edge = graph.edges[edgeIndex]
      const target = edge && edge.source === node ? indexOf.get(edge.target) : undefined
      if (!edge || target === undefined) continue
      incident[source]?.push(inside.length)
      incident[target]?.push(inside.length)
      inside.push({ ...edge, source, target })
    }
  }
  const width = nodes.reduce((sum, node) => sum + (graph.widths[node] ?? 0), 0)
  return {
    indexOf,
    heights: Float64Array.from(nodes, (node) => graph.heights[node] ?? 0),
    meanWidth: width / Math.max(1, nodes.length),
    edges: {
      source: Int32Array.from(inside, (edge) => edge.source),
      target: Int32Array.from(inside, (edge) => edge.target),
      sourceY: Float64Array.from(inside, (edge) => edge.sourceY),
      targetY: Float64Array.from(inside, (edge) => edge.targetY),
      weight: Float64Array.from(inside, (edge) => edge.weight),
    },
    incident: incident.map((edges) => Int32Array.from(edges)),
  }
}

/** Fills columns evenly from left to right, tables that are referred to before those that refer. */
export function columnsByReference(local: LocalGraph, columnCount: number): number[][] {
  const { heights } = local
  const rank = referenceRanks(local)
  const order = Array.from(heights.keys())
  order.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b)
  const columns: number[][] = Array.from({ length: columnCount }, () => [])
  const all = heights.reduce((sum, height) => sum + height + ROW_GAP, 0)
  let used = 0
  for (const node of order) {
    const height = (heights[node] ?? 0) + ROW_GAP
    const column = Math.floor(((used + height / 2) / all) * columnCount)
    columns[Math.min(column, columnCount - 1)]?.push(node)
    used += height
  }
  return columns
}

/** For each node the length of the longest chain of references that starts at it. */
function referenceRanks({ heights, edges }: LocalGraph): Int32Array {
  const rank = new Int32Array(heights.length)
  for (let round = 0; round < MAX_RANK; round++) {
    let changed = false
    for (const [edge, source] of edges.source.entries()) {
      const least = (rank[edges.target[edge] ?? 0] ?? 0) + 1
      if ((rank[source] ?? 0) >= least || least > MAX_RANK) continue
      rank[source] = least
      changed = true
    }
    if (!changed) break
  }
  return rank
}

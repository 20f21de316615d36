/**
 * The input of placement as arrays of numbers: ids become indexes, sizes are rounded up to the
 * grid, relations to unknown blocks and self relations (which need no room of their own) are left
 * out. It knows nothing of coordinates.
 */
import { ceilToGrid, GRID, type LayoutEdge, type LayoutNode } from './types'

export interface GraphEdge {
  readonly source: number
  readonly target: number
  readonly sourceY: number
  readonly targetY: number
  readonly weight: number
}

export interface Graph {
  readonly ids: readonly string[]
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly edges: readonly GraphEdge[]
  /** For each node the indexes of its edges. */
  readonly incident: readonly (readonly number[])[]
}

/** Builds the graph. The first of two nodes with one id counts; sizes that are not positive become one grid cell. */
export function buildGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Graph {
  const indexes = new Map<string, number>()
  const widths: number[] = []
  const heights: number[] = []
  for (const node of nodes) {
    if (indexes.has(node.id)) continue
    indexes.set(node.id, indexes.size)
    widths.push(usableSize(node.width))
    heights.push(usableSize(node.height))
  }
  const incident: number[][] = widths.map(() => [])
  const graphEdges: GraphEdge[] = []
  for (const edge of edges) {
    const source = indexes.get(edge.source)
    const target = indexes.get(edge.target)
    if (source === undefined || target === undefined || source === target) continue
    incident[source]?.push(graphEdges.length)
    incident[target]?.push(graphEdges.length)
    graphEdges.push({
      source,
      target,
      sourceY: rowOffset(edge.sourceY, heights[source]),
      targetY: rowOffset(edge.targetY, heights[target]),
      weight: usableWeight(edge.weight),
    })
  }
  return { ids: [...indexes.keys()], widths, heights, edges: graphEdges, incident }
}

/** The other end of an edge, seen from `node`. */
export function otherEnd(edge: GraphEdge, node: number): number {
  return edge.source === node ? edge.target : edge.source
}

/** Groups of nodes joined by edges, each in index order, ordered by their first node. */
export function connectedComponents(graph: Graph): number[][] {
  const seen = new Uint8Array(graph.ids.length)
  const components: number[][] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue
    seen[start] = 1
    const component = [start]
    for (const node of component) {
      for (const index of graph.incident[node] ?? []) {
        const edge = graph.edges[index]
        if (!edge) continue
        const other = otherEnd(edge, node)
        if (seen[other]) continue
        seen[other] = 1
        component.push(other)
      }
    }
    components.push(component.sort((a, b) => a - b))
  }
  return components
}

function usableSize(size: number): number {
  return Number.isFinite(size) && size > 0 ? ceilToGrid(size) : GRID
}

function usableWeight(weight: number | undefined): number {
  return weight !== undefined && Number.isFinite(weight) && weight > 0 ? weight : 1
}

function rowOffset(offset: number | undefined, height = GRID): number {
  if (offset === undefined || !Number.isFinite(offset)) return height / 2
  return Math.min(Math.max(offset, 0), height)
}

/**
 * Divides a large connected component into groups of tables that belong together, by maximising
 * modularity (the Louvain method). Modularity compares each relation with what the degrees of its
 * ends would lead one to expect, so a table that everybody refers to does not pull all into one
 * group. It knows nothing of sizes or coordinates.
 */
import { type Graph, otherEnd } from './graph'

/** Larger groups are divided again; smaller ones are joined to their closest neighbour. */
const MAX_GROUP = 26
const MIN_GROUP = 4

/** Divides `nodes` (one connected component) into groups; each is in index order. */
export function findCommunities(graph: Graph, nodes: readonly number[]): number[][] {
  return joinSmall(graph, divide(graph, nodes)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function divide(graph: Graph, nodes: readonly number[]): number[][] {
  if (nodes.length <= MAX_GROUP) return [[...nodes]]
  const groups = louvain(graph, nodes)
  if (groups.length === 1) return groups
  return groups.flatMap((group) => divide(graph, group))
}

/** A weighted graph in which each node stands for one or several nodes of the level below. */
interface Level {
  readonly neighbours: Map<number, number>[]
  /** Weight inside each node, counted twice, as modularity does. */
  readonly inner: number[]
}

function louvain(graph: Graph, nodes: readonly number[]): number[][] {
  let level = firstLevel(graph, nodes)
  let members: number[][] = nodes.map((node) => [node])
  for (;;) {
    const assignment = moveNodes(level)
    const names = new Map<number, number>()
    for (const name of assignment) if (!names.has(name)) names.set(name, names.size)
    if (names.size === members.length) break
    const grouped: number[][] = Array.from(names, () => [])
    const next: Level = {
      neighbours: Array.from(names, () => new Map<number, number>()),
      inner: new Array<number>(names.size).fill(0),
    }
    for (const [node, name] of assignment.entries()) {
      const group = names.get(name) ?? 0
      grouped[group]?.push(...(members[node] ?? []))
      next.inner[group] = (next.inner[group] ?? 0) + (level.inner[node] ?? 0)
      for (const [other, weight] of level.neighbours[node] ?? []) {
        const otherGroup = names.get(assignment[other] ?? 0) ?? 0
        if (otherGroup === group) next.inner[group] = (next.inner[group] ?? 0) + weight
        else addTo(next.neighbours[group], otherGroup, weight)
      }
    }
    members = grouped
    level = next
  }
  return members.map((group) => group.sort((a, b) => a - b))
}

function firstLevel(graph: Graph, nodes: readonly number[]): Level {
  const local = new Map(nodes.map((node, index) => [node, index]))
  const neighbours = nodes.map((node) => {
    const weights = new Map<number, number>()
    for (const index of graph.incident[node] ?? []) {
      const edge = graph.edges[index]
      const other = edge && local.get(otherEnd(edge, node))
      if (edge && other !== undefined) addTo(weights, other, edge.weight)
    }
    return weights
  })
  return { neighbours, inner: nodes.map(() => 0) }
}

/** Moves single nodes to the group where they gain most, until nothing moves. */
function moveNodes(level: Level): number[] {
  const count = level.neighbours.length
  const group = Array.from({ length: count }, (_, node) => node)
  const degree = level.neighbours.map((neighbours, node) => {
    let sum = level.inner[node] ?? 0
    for (const weight of neighbours.values()) sum += weight
    return sum
  })
  const groupDegree = [...degree]
  const total = degree.reduce((sum, each) => sum + each, 0) || 1
  // Rounding could make two groups trade a node for ever: the rounds are limited.
  for (let round = 0; round < 20; round++) {
    let moved = false
    for (let node = 0; node < count; node++) {
      const own = group[node] ?? 0
      const links = new Map<number, number>([[own, 0]])
      for (const [other, weight] of level.neighbours[node] ?? []) {
        addTo(links, group[other] ?? 0, weight)
      }
      const nodeDegree = degree[node] ?? 0
      groupDegree[own] = (groupDegree[own] ?? 0) - nodeDegree
      let best = own
      let bestGain = (links.get(own) ?? 0) - ((groupDegree[own] ?? 0) * nodeDegree) / total
      for (const [candidate, weight] of links) {
        const gain = weight - ((groupDegree[candidate] ?? 0) * nodeDegree) / total
        if (gain > bestGain + 1e-9) {
          best = candidate
          bestGain = gain
        }
      }
      groupDegree[best] = (groupDegree[best] ?? 0) + nodeDegree
      if (best !== own) {
        group[node] = best
        moved = true
      }
    }
    if (!moved) break
  }
  return group
}

/** Joins each group that is too small to stand alone to the one it has most relations with. */
function joinSmall(graph: Graph, groups: number[][]): number[][] {
  const groupOf = new Map<number, number>()
  for (const [index, group] of groups.entries()) for (const node of group) groupOf.set(node, index)
  const bySize = groups.map((_, index) => index)
  bySize.sort((a, b) => (groups[a]?.length ?? 0) - (groups[b]?.length ?? 0) || a - b)
  for (const index of bySize) {
    const group = groups[index] ?? []
    if (group.length === 0 || group.length >= MIN_GROUP) continue
    const links = new Map<number, number>()
    for (const node of group) {
      for (const edgeIndex of graph.incident[node] ?? []) {
        const edge = graph.edges[edgeIndex]
        const other = edge && groupOf.get(otherEnd(edge, node))
        if (edge && other !== undefined && other !== index) addTo(links, other, edge.weight)
      }
    }
    let best: number | undefined
    let bestScore = 0
    for (const [other, weight] of links) {
      const size = groups[other]?.length ?? 0
      const score = weight / Math.sqrt(size)
      if (size + group.length <= 2 * MAX_GROUP && score > bestScore) {
        best = other
        bestScore = score
      }
    }
    if (best === undefined) continue
    for (const node of group) groupOf.set(node, best)
    groups[best]?.push(...group)
    groups[index] = []
  }
  return groups.filter((group) => group.length > 0).map((group) => group.sort((a, b) => a - b))
}

function addTo(weights: Map<number, number> | undefined, key: number, weight: number): void {
  weights?.set(key, (weights.get(key) ?? 0) + weight)
}

/**
 * Decides what is drawn together: blocks without relations in one grid, small components whole,
 * large ones by community; and builds the tree of outlines (`Plan`) that the floor plan chooses
 * from. It assigns no coordinates.
 */
import { findCommunities } from './communities'
import type { Link } from './floorplan'
import { connectedComponents, type Graph } from './graph'
import { leafPlan, type Plan, pairPlan, type Shape } from './shapes'
import { COLUMN_GAP, ROW_GAP, type Size } from './types'

/** Components of this many tables are arranged as one; larger ones are divided into communities. */
const WHOLE_COMPONENT = 40
export const GROUP_GAP = 160
/** Room between columns in the grid of blocks without relations: no lines run there. */
const GRID_COLUMN_GAP = 80

const LOOSENESS = 1.1

/** A part of the diagram that is arranged in columns of its own. */
export interface Group {
  /** Tallest first, which is the order in which columns are filled best. */
  readonly nodes: readonly number[]
  /** False for the grid of blocks without relations, whose columns are final. */
  readonly related: boolean
  readonly columnGap: number
}

/** A connected component: its plan, and how strongly its groups pull on each other. */
export interface Component {
  readonly plan: Plan
  readonly links: readonly Link[]
}

export interface LayoutPlan {
  readonly groups: readonly Group[]
  readonly components: readonly Component[]
  /** Everything together; `null` when there is nothing to place. */
  readonly root: Plan | null
}

export function planLayout(graph: Graph): LayoutPlan {
  const groups: Group[] = []
  const components: Component[] = []
  const isolated: number[] = []
  for (const nodes of connectedComponents(graph)) {
    if (nodes.length === 1) isolated.push(...nodes)
    else components.push(planComponent(graph, nodes, groups))
  }
  let root = packComponents(components.map((component) => component.plan))
  if (isolated.length > 0) {
    const grid = planGroup(graph, isolated, false, groups)
    root = root ? pairPlan(root, grid, GROUP_GAP) : grid
  }
  return { groups, components, root }
}

/** Width and height of columns of tables, set as closely as allowed. */
export function sizeOfColumns(
  graph: Graph,
  columns: readonly (readonly number[])[],
  columnGap: number,
): Size {
  let width = 0
  let height = 0
  for (const column of columns) {
    width += columnWidth(graph, column) + columnGap
    let total = 0
    for (const node of column) total += (graph.heights[node] ?? 0) + ROW_GAP
    height = Math.max(height, total - ROW_GAP)
  }
  return { width: Math.max(0, width - columnGap), height }
}

export function columnWidth(graph: Graph, column: readonly number[]): number {
  let width = 0
  for (const node of column) width = Math.max(width, graph.widths[node] ?? 0)
  return width
}

/** Fills columns from the top, each block going to the column that is shortest so far. */
export function fillColumns(
  graph: Graph,
  tallestFirst: readonly number[],
  columnCount: number,
): number[][] {
  const columns: number[][] = Array.from({ length: columnCount }, () => [])
  const used = new Float64Array(columnCount)
  for (const node of tallestFirst) {
    let shortest = 0
    for (let column = 1; column < columnCount; column++) {
      if ((used[column] ?? 0) < (used[shortest] ?? 0)) shortest = column
    }
    columns[shortest]?.push(node)
    used[shortest] = (used[shortest] ?? 0) + (graph.heights[node] ?? 0) + ROW_GAP
  }
  return columns
}

function planComponent(graph: Graph, nodes: readonly number[], groups: Group[]): Component {
  const parts = nodes.length <= WHOLE_COMPONENT ? [[...nodes]] : findCommunities(graph, nodes)
  const first = groups.length
  const plans = parts.map((part) => planGroup(graph, part, true, groups))
  const links = linksBetween(graph, parts, first)
  return { plan: joinByLinks(plans, links, first), links }
}

function planGroup(
  graph: Graph,
  nodes: readonly number[],
  related: boolean,
  groups: Group[],
): Plan {
  const columnGap = related ? COLUMN_GAP : GRID_COLUMN_GAP
  const tallestFirst = [...nodes].sort(
    (a, b) => (graph.heights[b] ?? 0) - (graph.heights[a] ?? 0) || a - b,
  )
  const shapes: Shape[] = []
  for (const columnCount of columnCounts(nodes.length, related)) {
    const columns = fillColumns(graph, tallestFirst, columnCount)
    const { width, height } = sizeOfColumns(graph, columns, columnGap)
    // A search for short lines does not fill columns as evenly as this estimate does.
    const slack = related ? LOOSENESS : 1
    shapes.push({ width, height: height * slack, columnCount, cut: 'beside' })
  }
  groups.push({ nodes: tallestFirst, related, columnGap })
  return leafPlan(groups.length - 1, related ? wellProportioned(shapes) : shapes)
}

/** Leaves out the thin strips in which lines would be long, if that leaves any. */
function wellProportioned(shapes: readonly Shape[]): readonly Shape[] {
  const good = shapes.filter(({ width, height }) => width > 0.5 * height && width < 4 * height)
  return good.length > 0 ? good : shapes
}

/** Numbers of columns worth offering. Related tables want two at least, so that lines run across. */
function columnCounts(nodeCount: number, related: boolean): number[] {
  const counts: number[] = []
  const most = Math.min(nodeCount, Math.ceil(4 * Math.sqrt(nodeCount)))
  for (let count = related ? 2 : 1; count <= most; count += Math.max(1, Math.floor(count / 10))) {
    counts.push(count)
  }
  return counts
}

function linksBetween(graph: Graph, parts: readonly number[][], first: number): Link[] {
  const partOf = new Map<number, number>()
  for (const [index, part] of parts.entries()) {
    for (const node of part) partOf.set(node, first + index)
  }
  const links = new Map<string, Link>()
  for (const part of parts) {
    for (const node of part) {
      for (const index of graph.incident[node] ?? []) {
        const edge = graph.edges[index]
        if (!edge || edge.source !== node) continue
        const ends = [partOf.get(edge.source) ?? 0, partOf.get(edge.target) ?? 0]
        const [low = 0, high = 0] = ends.sort((a, b) => a - b)
        if (low === high) continue
        const key = `${low} ${high}`
        const weight = (links.get(key)?.weight ?? 0) + edge.weight
        links.set(key, { first: low, second: high, weight })
      }
    }
  }
  return [...links.values()]
}

/** Joins plans two by two, those first that have most relations for their area. */
function joinByLinks(plans: readonly Plan[], links: readonly Link[], first: number): Plan {
  const open = plans.map((plan, index) => ({ plan, area: areaOf(plan), index }))
  const weights = plans.map(() => new Float64Array(plans.length))
  for (const link of links) {
    const a = link.first - first
    const b = link.second - first
    const row = weights[a]
    const column = weights[b]
    if (row) row[b] = link.weight
    if (column) column[a] = link.weight
  }
  while (open.length > 1) {
    let best: [number, number] = [0, 1]
    let bestScore = -1
    for (let i = 0; i < open.length; i++) {
      const a = open[i]
      const row = a && weights[a.index]
      if (!a || !row) continue
      for (let j = i + 1; j < open.length; j++) {
        const b = open[j]
        if (!b) continue
        // Dividing by the area keeps the tree balanced: small parts join first.
        const score = ((row[b.index] ?? 0) + 1e-3) / (a.area * b.area)
        if (score > bestScore) {
          best = [i, j]
          bestScore = score
        }
      }
    }
    const [i, j] = best
    const a = open[i]
    const b = open[j]
    if (!a || !b) break
    const rowA = weights[a.index]
    const rowB = weights[b.index]
    for (const { index } of open) {
      const sum = (rowA?.[index] ?? 0) + (rowB?.[index] ?? 0)
      if (rowA) rowA[index] = sum
      const row = weights[index]
      if (row) row[a.index] = sum
    }
    const plan = pairPlan(a.plan, b.plan, GROUP_GAP)
    open[i] = { plan, area: a.area + b.area, index: a.index }
    open.splice(j, 1)
  }
  const whole = open[0]
  if (!whole) throw new Error('A component without groups cannot be planned.')
  return whole.plan
}

/** Joins components two by two, the smallest first, so that parts of like size meet. */
function packComponents(plans: readonly Plan[]): Plan | null {
  const open = plans.map((plan) => ({ plan, area: areaOf(plan) }))
  open.sort((a, b) => a.area - b.area)
  for (let a = open.shift(); a; a = open.shift()) {
    const b = open.shift()
    if (!b) return a.plan
    const area = a.area + b.area
    const at = open.findIndex((other) => other.area > area)
    const joined = { plan: pairPlan(b.plan, a.plan, GROUP_GAP), area }
    open.splice(at < 0 ? open.length : at, 0, joined)
  }
  return null
}

function areaOf(plan: Plan): number {
  return Math.min(...plan.shapes.map((shape) => shape.width * shape.height))
}

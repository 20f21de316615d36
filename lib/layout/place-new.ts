/**
 * Finds places for blocks that are added to a diagram whose other blocks must stay where the
 * person put them. New blocks go beside the tables they are related to; what has no relation to
 * the diagram is laid out by itself and set beside it.
 */
import { frameAround } from './frame'
import { buildGraph, connectedComponents } from './graph'
import {
  type Arrange,
  COLUMN_GAP,
  ceilToGrid,
  GRID,
  type LayoutEdge,
  type LayoutNode,
  type PlacedRect,
  type Point,
  type Rect,
  ROW_GAP,
  type Size,
} from './types'

/** Room that is kept around a block: across, and up and down. */
interface Clearance {
  readonly x: number
  readonly y: number
}

const FREE_SPOT: Clearance = { x: ROW_GAP, y: ROW_GAP }
const BESIDE: Clearance = { x: COLUMN_GAP, y: ROW_GAP }
const APART = 160
/** More new tables than this that hang together are laid out as one piece. */
const ONE_BY_ONE = 6
/** So many places beside related tables are compared for a new table. */
const PLACES_TRIED = 8

/**
 * Places for `added` blocks, by id. Nothing in `existing` moves, and nothing overlaps. `arrange` lays
 * out several that hang on nothing that has a place.
 */
export function placeNew(
  existing: readonly PlacedRect[],
  added: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  arrange: Arrange,
): Map<string, Point> {
  const placed = new Map(existing.map((rect) => [rect.id, rect]))
  const fresh = added.filter((node) => !placed.has(node.id))
  const places = new Map<string, Point>()
  const put = (node: LayoutNode, point: Point) => {
    places.set(node.id, point)
    placed.set(node.id, { id: node.id, ...point, width: node.width, height: node.height })
  }
  const byId = new Map(fresh.map((node) => [node.id, node]))
  const graph = buildGraph(fresh, edges)
  const unrelated: LayoutNode[] = []
  for (const component of connectedComponents(graph)) {
    const nodes = component.flatMap((index) => byId.get(graph.ids[index] ?? '') ?? [])
    const ids = new Set(nodes.map((node) => node.id))
    const outward = edges.filter((edge) => leadsOut(edge, ids, placed))
    if (outward.length === 0) unrelated.push(...nodes)
    else if (nodes.length > ONE_BY_ONE)
      placePiece(arrange({ nodes, edges }), nodes, edges, placed, put)
    else placeOneByOne(nodes, edges, placed, put)
  }
  if (unrelated.length > 0) {
    placePiece(arrange({ nodes: unrelated, edges }), unrelated, edges, placed, put)
  }
  return places
}

/**
 * The place nearest to `near` (both are top-left corners) where a block of this size overlaps
 * nothing and keeps some room around it. On the grid.
 */
export function freeSpot(existing: readonly Rect[], size: Size, near: Point): Point {
  return nearestFree(existing, size, near, FREE_SPOT)
}

type Put = (node: LayoutNode, point: Point) => void

/** Whether an edge joins one of the new nodes to one that has a place. */
function leadsOut(
  edge: LayoutEdge,
  ids: ReadonlySet<string>,
  placed: ReadonlyMap<string, PlacedRect>,
): boolean {
  return (
    (ids.has(edge.source) && placed.has(edge.target)) ||
    (ids.has(edge.target) && placed.has(edge.source))
  )
}

/** Sets new tables beside the related ones, those with most relations to placed tables first. */
function placeOneByOne(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: ReadonlyMap<string, PlacedRect>,
  put: Put,
): void {
  const waiting = [...nodes]
  const relations = (node: LayoutNode) =>
    edges.filter((edge) => leadsOut(edge, new Set([node.id]), placed))
  while (waiting.length > 0) {
    let next = 0
    let most: LayoutEdge[] = []
    for (const [index, node] of waiting.entries()) {
      const found = relations(node)
      if (found.length <= most.length) continue
      next = index
      most = found
    }
    const [node] = waiting.splice(next, 1)
    if (node) put(node, bestPlaceBeside(node, most, placed))
  }
}

/** Compares a place beside each related table by the length of all relation lines from there. */
function bestPlaceBeside(
  node: LayoutNode,
  relations: readonly LayoutEdge[],
  placed: ReadonlyMap<string, PlacedRect>,
): Point {
  const rects = [...placed.values()]
  const anchors = relations.flatMap((edge) => {
    const refers = edge.source === node.id
    const rect = placed.get(refers ? edge.target : edge.source)
    if (!rect) return []
    const ownY = (refers ? edge.sourceY : edge.targetY) ?? node.height / 2
    const otherY = (refers ? edge.targetY : edge.sourceY) ?? rect.height / 2
    // The table that refers stands on the right.
    const x = refers ? rect.x + rect.width + COLUMN_GAP : rect.x - COLUMN_GAP - node.width
    return { rect, rowY: rect.y + otherY, ownY, wish: { x, y: rect.y + otherY - ownY } }
  })
  let best: Point | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { wish } of anchors.slice(0, PLACES_TRIED)) {
    const point = nearestFree(rects, node, wish, BESIDE)
    let length = 0
    for (const { rect, rowY, ownY } of anchors) {
      const toRight = rect.x - (point.x + node.width)
      const toLeft = point.x - (rect.x + rect.width)
      const across = Math.max(toRight, toLeft)
      // Lines between tables above one another have to loop around.
      length += Math.abs(point.y + ownY - rowY) + (across >= 0 ? across : 2 * COLUMN_GAP)
    }
    if (length >= least) continue
    best = point
    least = length
  }
  return best ?? nearestFree(rects, node, { x: 0, y: 0 }, BESIDE)
}

/** Sets nodes that are laid out by themselves, as a whole, where there is room for them. */
function placePiece(
  layout: ReadonlyMap<string, Point>,
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: ReadonlyMap<string, PlacedRect>,
  put: Put,
): void {
  const piece = frameAround(nodes.map((node) => ({ ...node, ...originOf(layout, node.id) })))
  const obstacles = [...placed.values()]
  const clearance = { x: APART, y: APART }
  const near = wishForPiece(nodes, edges, placed, piece)
  const origin = obstacles.length > 0 ? nearestFree(obstacles, piece, near, clearance) : near
  for (const node of nodes) {
    const { x, y } = originOf(layout, node.id)
    put(node, { x: origin.x + x - piece.x, y: origin.y + y - piece.y })
  }
}

/** Beside the tables that the piece is related to; else below a wide diagram or right of a tall one. */
function wishForPiece(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: ReadonlyMap<string, PlacedRect>,
  piece: Size,
): Point {
  const ids = new Set(nodes.map((node) => node.id))
  const related = edges
    .filter((edge) => leadsOut(edge, ids, placed))
    .flatMap((edge) => placed.get(ids.has(edge.source) ? edge.target : edge.source) ?? [])
  if (related.length > 0) {
    const { x, y, width, height } = frameAround(related)
    return { x: x + (width - piece.width) / 2, y: y + (height - piece.height) / 2 }
  }
  if (placed.size === 0) return { x: 0, y: 0 }
  const { x, y, width, height } = frameAround([...placed.values()])
  return width > 1.6 * height ? { x, y: y + height + APART } : { x: x + width + APART, y }
}

function originOf(layout: ReadonlyMap<string, Point>, id: string): Point {
  return layout.get(id) ?? { x: 0, y: 0 }
}

/**
 * The free place with the least displacement. That place has the wished x, or touches a block
 * sideways; for each such x the nearest free y is found from the intervals that blocks take up.
 */
function nearestFree(
  obstacles: readonly Rect[],
  size: Size,
  near: Point,
  clearance: Clearance,
): Point {
  const wish = { x: snap(near.x), y: snap(near.y) }
  const columns = new Set([wish.x])
  for (const rect of obstacles) {
    columns.add(floorToGrid(rect.x - clearance.x - size.width))
    columns.add(ceilToGrid(rect.x + rect.width + clearance.x))
  }
  const byDistance = [...columns].sort(
    (a, b) => Math.abs(a - wish.x) - Math.abs(b - wish.x) || b - a,
  )
  let best = wish
  let least = Number.POSITIVE_INFINITY
  for (const x of byDistance) {
    const across = Math.abs(x - wish.x)
    if (across >= least) break
    const y = nearestFreeY(obstacles, size, x, wish.y, clearance)
    const distance = Math.hypot(across, y - wish.y)
    if (distance >= least) continue
    best = { x, y }
    least = distance
  }
  return best
}

function nearestFreeY(
  obstacles: readonly Rect[],
  size: Size,
  x: number,
  wish: number,
  clearance: Clearance,
): number {
  const taken: { top: number; bottom: number }[] = []
  for (const rect of obstacles) {
    const beside = x < rect.x + rect.width + clearance.x && rect.x < x + size.width + clearance.x
    if (!beside) continue
    // Between these two, a block of this size would be too near.
    const top = floorToGrid(rect.y - clearance.y - size.height)
    taken.push({ top, bottom: ceilToGrid(rect.y + rect.height + clearance.y) })
  }
  taken.sort((a, b) => a.top - b.top)
  let up = wish
  let down = wish
  for (const { top, bottom } of taken) if (top < down && down < bottom) down = bottom
  taken.sort((a, b) => b.bottom - a.bottom)
  for (const { top, bottom } of taken) if (top < up && up < bottom) up = top
  return wish - up < down - wish ? up : down
}

function snap(value: number): number {
  return Number.isFinite(value) ? Math.round(value / GRID) * GRID : 0
}

function floorToGrid(value: number): number {
  return Math.floor(value / GRID) * GRID
}

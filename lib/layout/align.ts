/**
 * Slides tables up and down inside their column so that as many relation lines as possible run
 * straight, without changing the order in the column or leaving its bounds. It knows only columns,
 * heights and rows.
 */
import { type Graph, otherEnd } from './graph'
import { GRID, ROW_GAP } from './types'

export interface BoundedColumn {
  readonly nodes: readonly number[]
  /** The column's tables must stay between these; they fit. Both are on the grid. */
  readonly top: number
  readonly bottom: number
}

const SWEEPS = 8
/** A table without relations to other columns holds its place this firmly. */
const AT_REST = 0.05

/** Changes `tops` (the y of each node) in place; the results are on the grid. */
export function alignRows(
  graph: Graph,
  columns: readonly BoundedColumn[],
  tops: Float64Array,
  distance: (first: number, second: number) => number,
): void {
  const columnOf = new Int32Array(graph.ids.length).fill(-1)
  for (const [index, column] of columns.entries()) {
    for (const node of column.nodes) columnOf[node] = index
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let index = 0; index < columns.length; index++) {
      const column = columns[sweep % 2 === 0 ? index : columns.length - 1 - index]
      if (column) alignColumn(graph, column, columnOf, tops, distance)
    }
  }
  for (const { nodes } of columns) {
    // The distances between neighbours are multiples of the grid, so rounding keeps them apart.
    for (const node of nodes) tops[node] = Math.round((tops[node] ?? 0) / GRID) * GRID
  }
}

/** A run of tables that touch and so move together; `wishes` are offsets of the whole column. */
interface Run {
  readonly wishes: Wish[]
  length: number
  offset: number
}

interface Wish {
  readonly offset: number
  readonly weight: number
}

/** Isotonic regression: each table goes where it wishes; those that would collide join in a run. */
function alignColumn(
  graph: Graph,
  column: BoundedColumn,
  columnOf: Int32Array,
  tops: Float64Array,
  distance: (first: number, second: number) => number,
): void {
  const runs: Run[] = []
  let stacked = 0
  for (const node of column.nodes) {
    const wish = wishOf(graph, node, columnOf, tops, distance)
    const run: Run = {
      wishes: [{ offset: wish.offset - stacked, weight: wish.weight }],
      length: 1,
      offset: wish.offset - stacked,
    }
    stacked += (graph.heights[node] ?? 0) + ROW_GAP
    for (let before = runs.at(-1); before && before.offset > run.offset; before = runs.at(-1)) {
      runs.pop()
      run.wishes.push(...before.wishes)
      run.length += before.length
      run.offset = weightedMedian(run.wishes)
    }
    runs.push(run)
  }
  const last = column.bottom - (stacked - ROW_GAP)
  let index = 0
  let used = 0
  for (const run of runs) {
    const offset = Math.max(column.top, Math.min(run.offset, last))
    for (let count = 0; count < run.length; count++) {
      const node = column.nodes[index++] ?? 0
      tops[node] = offset + used
      used += (graph.heights[node] ?? 0) + ROW_GAP
    }
  }
}

/** Where a table would have to start for the line to its (median) neighbour to be straight. */
function wishOf(
  graph: Graph,
  node: number,
  columnOf: Int32Array,
  tops: Float64Array,
  distance: (first: number, second: number) => number,
): Wish {
  const wishes: Wish[] = []
  let weight = 0
  for (const index of graph.incident[node] ?? []) {
    const edge = graph.edges[index]
    if (!edge) continue
    const other = otherEnd(edge, node)
    if (columnOf[other] === columnOf[node]) continue
    const ownRow = edge.source === node ? edge.sourceY : edge.targetY
    const otherRow = edge.source === node ? edge.targetY : edge.sourceY
    const near = edge.weight / (1 + (distance(node, other) / 500) ** 2)
    wishes.push({ offset: (tops[other] ?? 0) + otherRow - ownRow, weight: near })
    weight += near
  }
  if (wishes.length === 0) return { offset: tops[node] ?? 0, weight: AT_REST }
  return { offset: weightedMedian(wishes), weight }
}

function weightedMedian(wishes: Wish[]): number {
  wishes.sort((a, b) => a.offset - b.offset)
  const half = wishes.reduce((sum, wish) => sum + wish.weight, 0) / 2
  let passed = 0
  for (const wish of wishes) {
    passed += wish.weight
    if (passed >= half) return wish.offset
  }
  return wishes.at(-1)?.offset ?? 0
}

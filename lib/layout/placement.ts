/**
 * Where every table is while a layout is being made: the state that the steps of `layoutGraph`
 * work on. Groups are rectangles; inside one, tables stand in columns.
 */
import { alignRows, type BoundedColumn } from './align'
import { arrangeColumns, type Pin } from './arrange'
import { compactRects } from './compact'
import { measureSlice, placeSlice } from './floorplan'
import { type Graph, otherEnd } from './graph'
import { columnWidth, fillColumns, GROUP_GAP, type Group, sizeOfColumns } from './plan'
import type { Slice } from './shapes'
import { ceilToGrid, type PlacedRect, type Rect, ROW_GAP, type Size } from './types'

/** How much taller than evenly filled columns the search may make them. */
const HEIGHT_SLACK = 1.08

/** Where everything is while a layout is being made. */
export class Placement {
  private readonly lefts: Float64Array
  private readonly tops: Float64Array
  private readonly groupOf: Int32Array
  /** For each group its columns from left to right, each from top to bottom. */
  private readonly columns: number[][][] = []
  private rects: Rect[] = []

  constructor(
    private readonly graph: Graph,
    private readonly groups: readonly Group[],
  ) {
    this.lefts = new Float64Array(graph.ids.length)
    this.tops = new Float64Array(graph.ids.length)
    this.groupOf = new Int32Array(graph.ids.length)
    for (const [index, group] of groups.entries()) {
      for (const node of group.nodes) this.groupOf[node] = index
    }
  }

  /** Divides a group in columns of like height, without regard to relations. */
  fill(index: number, columnCount: number): void {
    this.columns[index] = fillColumns(this.graph, this.groups[index]?.nodes ?? [], columnCount)
  }

  /** The size of every group as its columns are now. */
  sizes(): Size[] {
    return this.groups.map((group, index) =>
      sizeOfColumns(this.graph, this.columns[index] ?? [], group.columnGap),
    )
  }

  /** The rectangles of all nodes as they are now. */
  nodeRects(): PlacedRect[] {
    const { ids, widths, heights } = this.graph
    return ids.map((id, node) => ({
      id,
      x: this.lefts[node] ?? 0,
      y: this.tops[node] ?? 0,
      width: widths[node] ?? 0,
      height: heights[node] ?? 0,
    }))
  }

  /** Gives each group its rectangle in the floor plan. */
  setRects(slice: Slice, sizes: readonly Size[]): void {
    placeSlice(slice, sizes, { x: 0, y: 0, ...measureSlice(slice, sizes) }, (leaf, { x, y }) => {
      const size = sizes[leaf]
      if (size) this.rects[leaf] = { x, y, width: size.width, height: size.height }
    })
    this.placeNodes()
  }

  /** Moves the groups together where the floor plan left room between them. */
  compact(): void {
    this.rects = compactRects(this.rects, GROUP_GAP)
    this.placeNodes()
  }

  /**
   * Searches the best columns for a group, with the tables of other groups where they are now.
   * `again` improves what an earlier search found.
   */
  arrange(index: number, again: boolean, search: { steps: number; seed: number }): void {
    const group = this.groups[index]
    const rect = this.rects[index]
    const columns = this.columns[index]
    if (!group?.related || !rect || !columns) return
    const balanced = fillColumns(this.graph, group.nodes, columns.length)
    const least = sizeOfColumns(this.graph, balanced, group.columnGap).height
    this.columns[index] = arrangeColumns(this.graph, {
      nodes: group.nodes,
      columnCount: columns.length,
      targetHeight: ceilToGrid(least * HEIGHT_SLACK),
      pins: this.pinsOf(index, rect.x + rect.width / 2, rect.y + rect.height / 2),
      seed: search.seed,
      steps: search.steps * group.nodes.length,
      ...(again ? { start: columns } : {}),
    })
  }

  /**
   * Exchanges neighbours in a column wherever that lowers `cost`, going through all columns a few
   * times. For small graphs: the whole is measured each time.
   */
  exchangeNeighbours(cost: () => number): void {
    let least = cost()
    let improved = true
    for (let round = 0; improved && round < 3; round++) {
      improved = false
      for (const column of this.columns.flat()) {
        for (let index = 1; index < column.length; index++) {
          swapWithNext(column, index - 1)
          this.resettle()
          const changed = cost()
          if (changed < least) {
            least = changed
            improved = true
          } else swapWithNext(column, index - 1)
        }
      }
    }
    this.resettle()
  }

  private resettle(): void {
    this.placeNodes()
    this.align()
  }

  /** Slides tables within the room of their group so that lines run straight. */
  align(): void {
    const columns: BoundedColumn[] = []
    for (const [index, group] of this.groups.entries()) {
      const rect = this.rects[index]
      if (!group.related || !rect) continue
      for (const nodes of this.columns[index] ?? []) {
        columns.push({ nodes, top: rect.y, bottom: rect.y + rect.height })
      }
    }
    const { widths } = this.graph
    alignRows(this.graph, columns, this.tops, (first, second) => {
      const a = (this.lefts[first] ?? 0) + (widths[first] ?? 0) / 2
      const b = (this.lefts[second] ?? 0) + (widths[second] ?? 0) / 2
      return Math.abs(a - b)
    })
  }

  /** Sets each node in its column; the columns of a group are centred on one another. */
  private placeNodes(): void {
    for (const [index, group] of this.groups.entries()) {
      const rect = this.rects[index]
      if (!rect) continue
      let left = rect.x
      for (const column of this.columns[index] ?? []) {
        const { height } = sizeOfColumns(this.graph, [column], 0)
        let top = rect.y + (group.related ? (rect.height - height) / 2 : 0)
        for (const node of column) {
          this.lefts[node] = left
          this.tops[node] = top
          top += (this.graph.heights[node] ?? 0) + ROW_GAP
        }
        left += columnWidth(this.graph, column) + group.columnGap
      }
    }
  }

  private pinsOf(index: number, centreX: number, centreY: number): Pin[] {
    const pins: Pin[] = []
    for (const node of this.groups[index]?.nodes ?? []) {
      for (const edgeIndex of this.graph.incident[node] ?? []) {
        const edge = this.graph.edges[edgeIndex]
        if (!edge) continue
        const other = otherEnd(edge, node)
        if (this.groupOf[other] === index) continue
        const isSource = edge.source === node
        pins.push({
          node,
          rowY: isSource ? edge.sourceY : edge.targetY,
          x: (this.lefts[other] ?? 0) + (this.graph.widths[other] ?? 0) / 2 - centreX,
          y: (this.tops[other] ?? 0) + (isSource ? edge.targetY : edge.sourceY) - centreY,
          weight: edge.weight,
        })
      }
    }
    return pins
  }
}

function swapWithNext(column: number[], index: number): void {
  const node = column[index] ?? 0
  column[index] = column[index + 1] ?? 0
  column[index + 1] = node
}

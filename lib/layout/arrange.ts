/**
 * Arranges a group of related tables in columns so that the relation lines between them (and to
 * tables outside the group) are short, run between neighbouring columns and read from left to
 * right: the table referred to on the left, the one that refers to it on its right.
 *
 * The search is simulated annealing over "which column, which place in it" with a fixed random
 * sequence. Columns are taken to be equally wide and centred while searching; exact geometry
 * comes later. It knows nothing of other groups but where their tables pull (`Pin`).
 */
import type { Graph } from './graph'
import { columnsByReference, type LocalEdges, localGraph } from './local-graph'
import { createRandom } from './random'
import { COLUMN_GAP, ROW_GAP } from './types'

/** A relation to a table outside the group, at a point relative to the group's centre. */
export interface Pin {
  readonly node: number
  /** Row of `node` that the relation belongs to, from the top of the node. */
  readonly rowY: number
  readonly x: number
  readonly y: number
  readonly weight: number
}

export interface ArrangeTask {
  readonly nodes: readonly number[]
  readonly columnCount: number
  /** Columns taller than this are avoided. */
  readonly targetHeight: number
  readonly pins: readonly Pin[]
  /** How many moves to try, and which random sequence to take them from. */
  readonly steps: number
  readonly seed: number
  /** An earlier arrangement to improve; without it one is made from the direction of relations. */
  readonly start?: readonly (readonly number[])[]
}

/** What an edge costs beyond its length, in pixels of line that one would accept to avoid it. */
const SAME_COLUMN = 200
const AGAINST_READING = 280
const PER_COLUMN_CROSSED = 90
const HEIGHT_EXCESS = 5
const PIN_SHARE = 0.7

const NO_EDGES = new Int32Array(0)

/** Returns the columns from left to right, each a list of nodes from top to bottom; none is empty. */
export function arrangeColumns(graph: Graph, task: ArrangeTask): number[][] {
  const search = new ColumnSearch(graph, task)
  search.anneal()
  return search.result()
}

class ColumnSearch {
  private readonly nodes: readonly number[]
  private readonly heights: Float64Array
  private readonly edges: LocalEdges
  private readonly incident: readonly Int32Array[]
  private readonly pins: Pin[][]
  private readonly columns: number[][]
  private readonly columnOf: Int32Array
  private readonly top: Float64Array
  private readonly columnHeight: Float64Array
  private readonly edgeCost: Float64Array
  private readonly pinCost: Float64Array
  private readonly stamp: Int32Array
  /** Edges whose cost the move under trial changes, and what they would cost then. */
  private readonly touched: Int32Array
  private readonly touchedCost: Float64Array
  private touchedCount = 0
  private round = 0
  private readonly meanWidth: number
  private readonly random: () => number

  constructor(
    graph: Graph,
    private readonly task: ArrangeTask,
  ) {
    const local = localGraph(graph, task.nodes)
    this.nodes = task.nodes
    this.heights = local.heights
    this.edges = local.edges
    this.incident = local.incident
    this.meanWidth = local.meanWidth
    this.pins = task.nodes.map(() => [])
    for (const pin of task.pins) this.pins[local.indexOf.get(pin.node) ?? -1]?.push(pin)
    this.random = createRandom(task.seed)
    this.columnOf = new Int32Array(this.nodes.length)
    this.top = new Float64Array(this.nodes.length)
    this.columns = task.start
      ? task.start.map((column) => column.map((node) => local.indexOf.get(node) ?? 0))
      : columnsByReference(local, task.columnCount)
    this.columnHeight = new Float64Array(this.columns.length)
    for (let column = 0; column < this.columns.length; column++) this.restack(column)
    const edgeCount = local.edges.source.length
    this.stamp = new Int32Array(edgeCount)
    this.touched = new Int32Array(edgeCount)
    this.touchedCost = new Float64Array(edgeCount)
    this.edgeCost = Float64Array.from(local.edges.source, (_, edge) => this.costOfEdge(edge))
    this.pinCost = Float64Array.from(task.nodes, (_, node) => this.costOfPins(node))
  }

  result(): number[][] {
    return this.columns
      .filter((column) => column.length > 0)
      .map((column) => column.map((node) => this.nodes[node] ?? 0))
  }

  anneal(): void {
    const count = this.nodes.length
    if (count < 2) return
    const steps = this.task.steps * (this.task.start ? 0.5 : 1)
    const hot = this.task.start ? 80 : 300
    const cold = 3
    let temperature = hot
    for (let step = 0; step < steps; step++) {
      if (step % 32 === 0) temperature = hot * (cold / hot) ** (step / steps)
      this.tryMove(temperature)
    }
    // The tail of the search accepts improvements only.
    for (let step = 0; step < count * 60; step++) this.tryMove(1e-6)
  }

  /** Proposes one move and keeps it if it is better, or by chance at this temperature. */
  private tryMove(temperature: number): void {
    const node = this.pick(this.nodes.length)
    const from = this.columnOf[node] ?? 0
    const fromColumn = this.columns[from] ?? []
    const fromIndex = fromColumn.indexOf(node)
    const choice = this.random()
    if (choice < 0.35) {
      const other = this.pick(this.nodes.length)
      const to = this.columnOf[other] ?? 0
      const toColumn = this.columns[to] ?? []
      const toIndex = toColumn.indexOf(other)
      fromColumn[fromIndex] = other
      toColumn[toIndex] = node
      if (other !== node && !this.settle(from, to, temperature)) {
        fromColumn[fromIndex] = node
        toColumn[toIndex] = other
        this.restack(from)
        this.restack(to)
      }
      return
    }
    const to = this.proposeColumn(node, choice)
    const toColumn = this.columns[to] ?? []
    removeAt(fromColumn, fromIndex)
    const toIndex = this.pick(toColumn.length + 1)
    insertAt(toColumn, toIndex, node)
    if (!this.settle(from, to, temperature)) {
      removeAt(toColumn, toIndex)
      insertAt(fromColumn, fromIndex, node)
      this.restack(from)
      this.restack(to)
    }
  }

  /** Often a column beside a related table, otherwise any column. */
  private proposeColumn(node: number, choice: number): number {
    const incident = this.incident[node] ?? []
    if (choice < 0.75 && incident.length > 0) {
      const edge = incident[this.pick(incident.length)] ?? 0
      const source = this.edges.source[edge] ?? 0
      const refers = source === node
      const other = refers ? (this.edges.target[edge] ?? 0) : source
      const column = (this.columnOf[other] ?? 0) + (refers ? 1 : -1)
      if (column >= 0 && column < this.columns.length) return column
    }
    return this.pick(this.columns.length)
  }

  /** Recomputes what two changed columns cost; keeps the change and returns true, or returns false. */
  private settle(first: number, second: number, temperature: number): boolean {
    let delta = -this.excess(first) - (second === first ? 0 : this.excess(second))
    this.restack(first)
    if (second !== first) this.restack(second)
    delta += this.excess(first) + (second === first ? 0 : this.excess(second))
    this.round++
    this.touchedCount = 0
    delta += this.columnDelta(first)
    if (second !== first) delta += this.columnDelta(second)
    // Beyond 12 times the temperature the chance is nil, and not worth an exponential.
    if (delta > 12 * temperature) return false
    if (delta > 0 && this.random() >= Math.exp(-delta / temperature)) return false
    for (let index = 0; index < this.touchedCount; index++) {
      this.edgeCost[this.touched[index] ?? 0] = this.touchedCost[index] ?? 0
    }
    if (this.task.pins.length > 0) {
      for (const node of this.columns[first] ?? []) this.pinCost[node] = this.costOfPins(node)
      for (const node of this.columns[second] ?? []) this.pinCost[node] = this.costOfPins(node)
    }
    return true
  }

  private columnDelta(column: number): number {
    const hasPins = this.task.pins.length > 0
    let delta = 0
    for (const node of this.columns[column] ?? []) {
      if (hasPins) delta += this.costOfPins(node) - (this.pinCost[node] ?? 0)
      const incident = this.incident[node] ?? NO_EDGES
      for (let index = 0; index < incident.length; index++) {
        const edge = incident[index] ?? 0
        if (this.stamp[edge] === this.round) continue
        this.stamp[edge] = this.round
        const cost = this.costOfEdge(edge)
        delta += cost - (this.edgeCost[edge] ?? 0)
        this.touched[this.touchedCount] = edge
        this.touchedCost[this.touchedCount++] = cost
      }
    }
    return delta
  }

  private restack(column: number): void {
    const nodes = this.columns[column] ?? []
    let height = -ROW_GAP
    for (const node of nodes) height += (this.heights[node] ?? 0) + ROW_GAP
    this.columnHeight[column] = Math.max(0, height)
    let top = -height / 2
    for (const node of nodes) {
      this.columnOf[node] = column
      this.top[node] = top
      top += (this.heights[node] ?? 0) + ROW_GAP
    }
  }

  private excess(column: number): number {
    return HEIGHT_EXCESS * Math.max(0, (this.columnHeight[column] ?? 0) - this.task.targetHeight)
  }

  private costOfEdge(edge: number): number {
    const { edges, columnOf, top } = this
    const source = edges.source[edge] ?? 0
    const target = edges.target[edge] ?? 0
    const span = (columnOf[source] ?? 0) - (columnOf[target] ?? 0)
    const sourceY = (top[source] ?? 0) + (edges.sourceY[edge] ?? 0)
    const targetY = (top[target] ?? 0) + (edges.targetY[edge] ?? 0)
    let cost = Math.abs(sourceY - targetY)
    if (span === 0) cost += SAME_COLUMN
    else {
      const crossed = Math.abs(span) - 1
      cost += COLUMN_GAP + crossed * (this.meanWidth + COLUMN_GAP + PER_COLUMN_CROSSED)
      if (span < 0) cost += AGAINST_READING
    }
    return cost * (edges.weight[edge] ?? 1)
  }

  private costOfPins(node: number): number {
    const pins = this.pins[node]
    if (!pins || pins.length === 0) return 0
    const pitch = this.meanWidth + COLUMN_GAP
    const x = ((this.columnOf[node] ?? 0) - (this.columns.length - 1) / 2) * pitch
    let cost = 0
    for (const pin of pins) {
      const away = Math.abs(x - pin.x) + Math.abs((this.top[node] ?? 0) + pin.rowY - pin.y)
      cost += away * pin.weight * PIN_SHARE
    }
    return cost
  }

  private pick(count: number): number {
    return Math.floor(this.random() * count)
  }
}

/** Like `splice`, which would make an array for each of millions of moves. */
function removeAt(list: number[], index: number): void {
  for (let at = index + 1; at < list.length; at++) list[at - 1] = list[at] ?? 0
  list.pop()
}

function insertAt(list: number[], index: number, value: number): void {
  list.push(value)
  for (let at = list.length - 1; at > index; at--) list[at] = list[at - 1] ?? 0
  list[index] = value
}

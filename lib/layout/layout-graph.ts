/**
 * Automatic placement of a whole schema, from nothing.
 *
 * 1. Blocks without relations are set aside for a compact grid; the rest falls into connected
 *    components, and large components into communities of tables that belong together.
 * 2. Every group can be drawn with more or fewer columns. A floor plan chooses among these outlines
 *    so that the whole has the wanted proportion, and orders the groups by their relations.
 * 3. Inside each group a search decides columns and order; a second pass does so again with the
 *    tables of the other groups in sight. At last tables slide so that lines run straight.
 *
 * The result depends on nothing but the input: no clock, no `Math.random`, no DOM.
 */
import { improveSlice, type Link } from './floorplan'
import { buildGraph } from './graph'
import { Placement } from './placement'
import { type LayoutPlan, planLayout } from './plan'
import { measureLayout } from './quality'
import { misfit, rankShapes, type Shape, type Slice, sliceOf } from './shapes'
import type { LayoutEdge, LayoutInput, PlacedRect, Point, Size } from './types'

export interface LayoutOptions {
  /** Called now and then with the part that is done, from 0 to 1. */
  onProgress?(done: number): void
}

const DEFAULT_ASPECT_RATIO = 1.6

/** Small schemas are laid out several ways and the best is kept: as many as come to this many tables. */
const TABLES_TRIED = 240
const MOST_ATTEMPTS = 10
/** How many moves the search tries for each table, over all attempts, and the least in one. */
const SEARCH_STEPS = 3000
const LEAST_STEPS = 400
/** Larger schemas get less for each table; a million moves take about a second. */
const MOST_STEPS_IN_ALL = 160_000
/**
 * Up to so many tables, exchanging neighbours is tried with the lines as they will be drawn: in all
 * attempts, or only in the best.
 */
const ALL_POLISHED = 20
const BEST_POLISHED = 60
/** What faults cost when attempts are compared, in pixels of line. */
const CROSSING = 120
const TABLE_CROSSED = 400
const AGAINST_READING = 220

/** Top-left corner of every node, by id, the whole starting at (0, 0). Nothing overlaps. */
export function layoutGraph(input: LayoutInput, options: LayoutOptions = {}): Map<string, Point> {
  const aspectRatio = usableRatio(input.aspectRatio)
  const graph = buildGraph(input.nodes, input.edges)
  const count = graph.ids.length
  const plan = planLayout(graph)
  if (!plan.root) return new Map()
  const most = Math.max(1, Math.min(MOST_ATTEMPTS, Math.round(TABLES_TRIED / count)))
  const shapes = rankShapes(plan.root, aspectRatio)
  const attempts = chooseAttempts(shapes, aspectRatio, graph.edges.length > 0 ? most : 1)
  const affordable = Math.min(SEARCH_STEPS, MOST_STEPS_IN_ALL / count)
  const steps = Math.max(LEAST_STEPS, affordable / attempts.length)
  const costOf = (placement: Placement) => cost(placement.nodeRects(), input.edges, aspectRatio)
  let best: Placement | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [index, shape] of attempts.entries()) {
    const placement = new Placement(graph, plan.groups)
    build(placement, plan, shape, { steps, seed: index }, (done) =>
      options.onProgress?.((index + done) / attempts.length),
    )
    if (count <= ALL_POLISHED) placement.exchangeNeighbours(() => costOf(placement))
    const each = attempts.length > 1 ? costOf(placement) : 0
    if (each >= least) continue
    best = placement
    least = each
  }
  if (best && count > ALL_POLISHED && count <= BEST_POLISHED)
    best.exchangeNeighbours(() => costOf(best))
  return new Map(best?.nodeRects().map(({ id, x, y }) => [id, { x, y }]))
}

/** Makes one layout of the given outline. */
function build(
  placement: Placement,
  plan: LayoutPlan,
  shape: Shape,
  search: { steps: number; seed: number },
  onProgress: (done: number) => void,
): void {
  const { groups, components, root } = plan
  if (!root) return
  const linksOf = new Map(components.map((component) => [component.plan, component.links]))
  const parts: { slice: Slice; links: readonly Link[]; frame: Size }[] = []
  const outlines: (readonly Shape[])[] = []
  const chosenShapes: Shape[] = []
  const slice = sliceOf(root, shape, (part, chosen, partSlice) => {
    if (part.kind === 'leaf') {
      chosenShapes[part.leaf] = chosen
      outlines[part.leaf] = part.shapes
    }
    const links = linksOf.get(part)
    if (links) parts.push({ slice: partSlice, links, frame: chosen })
  })
  for (const part of parts)
    improveSlice(part.slice, chosenShapes, { ...part, heat: 0.06, outlines })
  for (const [index, { columnCount }] of chosenShapes.entries()) placement.fill(index, columnCount)
  placement.setRects(slice, chosenShapes)
  arrangeGroups(false)
  // Now that sizes are known exactly, the floor plan is adjusted and each group sees the others.
  const sizes = placement.sizes()
  for (const part of parts) improveSlice(part.slice, sizes, { ...part, heat: 0.01 })
  placement.setRects(slice, sizes)
  arrangeGroups(true)
  placement.setRects(slice, placement.sizes())
  placement.compact()
  placement.align()

  function arrangeGroups(again: boolean): void {
    for (const index of groups.keys()) {
      placement.arrange(index, again, search)
      onProgress(((again ? 1 : 0) + (index + 1) / groups.length) / 2)
    }
  }
}

/** The outlines to try: those that fit the wanted proportion nearly as well as the best, in turn. */
function chooseAttempts(shapes: readonly Shape[], aspectRatio: number, count: number): Shape[] {
  const least = shapes[0] ? misfit(shapes[0], aspectRatio) : 0
  const good = shapes.filter((shape) => misfit(shape, aspectRatio) <= 1.3 * least)
  return Array.from({ length: count }, (_, index) => good[index % good.length]).filter(
    (shape) => shape !== undefined,
  )
}

/** What a layout costs: line length and faults, more so the larger the frame that holds it. */
function cost(
  rects: readonly PlacedRect[],
  edges: readonly LayoutEdge[],
  aspectRatio: number,
): number {
  const quality = measureLayout(rects, edges)
  const faults = quality.crossings * CROSSING + quality.tablesCrossed * TABLE_CROSSED
  const against = edges.length * (1 - quality.leftward) * AGAINST_READING
  return (quality.edgeLength + faults + against) * misfit(quality.frame, aspectRatio)
}

function usableRatio(aspectRatio: number | undefined): number {
  return aspectRatio !== undefined && aspectRatio > 0 && Number.isFinite(aspectRatio)
    ? aspectRatio
    : DEFAULT_ASPECT_RATIO
}

/**
 * Floor planning: which outlines a group of tables can take, and how groups are put beside or
 * above one another so that the whole comes near a wanted proportion with little empty space.
 *
 * A plan is a binary tree. Each leaf offers several outlines (one per number of columns); a pair
 * offers every combination of its parts' outlines, side by side and stacked, of which only those
 * are kept that no other beats in both directions. Choosing one outline at the root then fixes
 * the whole tree (a `Slice`). It knows nothing of tables and relations.
 */
import type { Size } from './types'

/** One way to draw a plan. A leaf's outline says with how many columns, a pair's how it is cut. */
export interface Shape extends Size {
  readonly columnCount: number
  readonly cut: Cut
  readonly first?: Shape
  readonly second?: Shape
}

export type Cut = 'beside' | 'stacked'

export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: number; readonly shapes: readonly Shape[] }
  | {
      readonly kind: 'pair'
      readonly first: Plan
      readonly second: Plan
      readonly gap: number
      readonly shapes: readonly Shape[]
    }

/** A plan with every choice made. Mutable: the order and cut of pairs are improved later. */
export type Slice =
  | { readonly kind: 'leaf'; leaf: number }
  | { readonly kind: 'pair'; first: Slice; second: Slice; cut: Cut; readonly gap: number }

/** More outlines than this per plan cost time and gain nothing visible. */
const MAX_SHAPES = 20

export function leafPlan(leaf: number, shapes: readonly Shape[]): Plan {
  return { kind: 'leaf', leaf, shapes: keepUseful([...shapes]) }
}

export function pairPlan(first: Plan, second: Plan, gap: number): Plan {
  const shapes: Shape[] = []
  for (const a of first.shapes) {
    for (const b of second.shapes) {
      shapes.push({
        width: a.width + gap + b.width,
        height: Math.max(a.height, b.height),
        columnCount: 0,
        cut: 'beside',
        first: a,
        second: b,
      })
      shapes.push({
        width: Math.max(a.width, b.width),
        height: a.height + gap + b.height,
        columnCount: 0,
        cut: 'stacked',
        first: a,
        second: b,
      })
    }
  }
  return { kind: 'pair', first, second, gap, shapes: keepUseful(shapes) }
}

/** Shapes of a plan from best to worst. */
export function rankShapes(plan: Plan, aspectRatio: number): Shape[] {
  return [...plan.shapes].sort(
    (a, b) => misfit(a, aspectRatio) - misfit(b, aspectRatio) || a.width - b.width,
  )
}

/**
 * How badly an outline suits a window of the given proportion: the width of the frame of that
 * proportion around it, and somewhat more if it leaves a side of the frame empty.
 */
export function misfit(outline: Size, aspectRatio: number): number {
  const { width, height } = outline
  if (width === 0 || height === 0) return 0
  const bias = Math.abs(Math.log(width / height / aspectRatio))
  return Math.max(width, height * aspectRatio) * (1 + 0.15 * bias)
}

/** Fixes a plan to one of its shapes; `visit` is told every choice, parts before wholes. */
export function sliceOf(
  plan: Plan,
  shape: Shape,
  visit: (plan: Plan, shape: Shape, slice: Slice) => void,
): Slice {
  const slice: Slice =
    plan.kind === 'pair' && shape.first && shape.second
      ? {
          kind: 'pair',
          first: sliceOf(plan.first, shape.first, visit),
          second: sliceOf(plan.second, shape.second, visit),
          cut: shape.cut,
          gap: plan.gap,
        }
      : { kind: 'leaf', leaf: plan.kind === 'leaf' ? plan.leaf : -1 }
  visit(plan, shape, slice)
  return slice
}

/** Drops shapes that another one beats in both directions, then thins out evenly. */
function keepUseful(shapes: Shape[]): Shape[] {
  shapes.sort((a, b) => a.width - b.width || a.height - b.height)
  const useful: Shape[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (const shape of shapes) {
    if (shape.height >= lowest) continue
    lowest = shape.height
    useful.push(shape)
  }
  if (useful.length <= MAX_SHAPES) return useful
  const step = (useful.length - 1) / (MAX_SHAPES - 1)
  return Array.from({ length: MAX_SHAPES }, (_, index) => useful[Math.round(index * step)]).filter(
    (shape) => shape !== undefined,
  )
}

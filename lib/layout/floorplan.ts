/**
 * Gives every leaf of a slice its rectangle, and improves the order and cut of the pairs so that
 * groups with many relations between them come to lie near each other. Rectangles of different
 * leaves never overlap, whatever the choices: each pair shares out the rectangle it was given.
 * It knows nothing of what is inside a leaf but its size.
 */
import { createRandom } from './random'
import type { Slice } from './shapes'
import type { Rect, Size } from './types'

/** How strongly two leaves pull on each other. */
export interface Link {
  readonly first: number
  readonly second: number
  readonly weight: number
}

export interface ImproveTask {
  readonly links: readonly Link[]
  /** The size that the whole should not outgrow. */
  readonly frame: Size
  /** How far the search strays from what it is given; 0.06 forgets it, 0.01 keeps most. */
  readonly heat: number
  /** By leaf, the outlines it may take; none if they are fixed. */
  readonly outlines?: readonly (readonly Size[])[]
}

type Pair = Extract<Slice, { kind: 'pair' }>
type Leaf = Extract<Slice, { kind: 'leaf' }>

const MIN_STEPS = 400
const MAX_STEPS = 12_000
/** What it costs to outgrow the wanted frame, relative to the length of all links. */
const GROWTH = 5

/** Least size of a slice, given the sizes of its leaves. */
export function measureSlice(slice: Slice, sizes: readonly Size[]): Size {
  if (slice.kind === 'leaf') return sizes[slice.leaf] ?? { width: 0, height: 0 }
  const first = measureSlice(slice.first, sizes)
  const second = measureSlice(slice.second, sizes)
  return slice.cut === 'beside'
    ? {
        width: first.width + slice.gap + second.width,
        height: Math.max(first.height, second.height),
      }
    : {
        width: Math.max(first.width, second.width),
        height: first.height + slice.gap + second.height,
      }
}

/** Calls `visit` with the rectangle of each leaf; what a part does not need is left at its end. */
export function placeSlice(
  slice: Slice,
  sizes: readonly Size[],
  rect: Rect,
  visit: (leaf: number, rect: Rect) => void,
): void {
  if (slice.kind === 'leaf') {
    visit(slice.leaf, rect)
    return
  }
  const { x, y, width, height } = rect
  const first = measureSlice(slice.first, sizes)
  if (slice.cut === 'beside') {
    const taken = first.width + slice.gap
    placeSlice(slice.first, sizes, { x, y, width: first.width, height }, visit)
    const rest = { x: x + taken, y, width: width - taken, height }
    placeSlice(slice.second, sizes, rest, visit)
  } else {
    const taken = first.height + slice.gap
    placeSlice(slice.first, sizes, { x, y, width, height: first.height }, visit)
    const rest = { x, y: y + taken, width, height: height - taken }
    placeSlice(slice.second, sizes, rest, visit)
  }
}

/**
 * Improves `slice` by simulated annealing with a fixed random sequence: the parts of a pair change
 * places, a pair is cut the other way, two leaves change places, a leaf takes another outline.
 * Changes the slice in place, and `sizes` where a leaf takes another of its `outlines`.
 */
export function improveSlice(slice: Slice, sizes: Size[], task: ImproveTask): void {
  const { links, frame, heat } = task
  const pairs: Pair[] = []
  const leaves: Leaf[] = []
  collect(slice, pairs, leaves)
  if (pairs.length === 0) return
  const random = createRandom(leaves.length)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  const centreX: number[] = []
  const centreY: number[] = []
  // One walk measures, a second places: this runs thousands of times, so nothing is allocated.
  const widths = new Float64Array(pairs.length)
  const heights = new Float64Array(pairs.length)
  const numbers = new Map(pairs.map((pair, index) => [pair, index]))
  const widthOf = (part: Slice) =>
    part.kind === 'leaf' ? (sizes[part.leaf]?.width ?? 0) : (widths[numbers.get(part) ?? 0] ?? 0)
  const heightOf = (part: Slice) =>
    part.kind === 'leaf' ? (sizes[part.leaf]?.height ?? 0) : (heights[numbers.get(part) ?? 0] ?? 0)
  const place = (part: Slice, x: number, y: number) => {
    if (part.kind === 'leaf') {
      centreX[part.leaf] = x + widthOf(part) / 2
      centreY[part.leaf] = y + heightOf(part) / 2
      return
    }
    place(part.first, x, y)
    if (part.cut === 'beside') place(part.second, x + widthOf(part.first) + part.gap, y)
    else place(part.second, x, y + heightOf(part.first) + part.gap)
  }
  const linkLength = () => {
    let length = 0
    for (const { first, second, weight } of links) {
      const across = Math.abs((centreX[first] ?? 0) - (centreX[second] ?? 0))
      const down = Math.abs((centreY[first] ?? 0) - (centreY[second] ?? 0))
      length += weight * (across + down)
    }
    return length
  }
  let unit = 1
  const cost = () => {
    // Children come after their parents in `pairs`, so the reverse order measures bottom-up.
    for (let index = pairs.length - 1; index >= 0; index--) {
      const pair = pairs[index]
      if (!pair) continue
      const beside = pair.cut === 'beside'
      const w1 = widthOf(pair.first)
      const w2 = widthOf(pair.second)
      const h1 = heightOf(pair.first)
      const h2 = heightOf(pair.second)
      widths[index] = beside ? w1 + pair.gap + w2 : Math.max(w1, w2)
      heights[index] = beside ? Math.max(h1, h2) : h1 + pair.gap + h2
    }
    place(slice, 0, 0)
    const scale = Math.max((widths[0] ?? 0) / frame.width, (heights[0] ?? 0) / frame.height)
    return linkLength() / unit + GROWTH * Math.max(0, scale * scale - 1)
  }
  cost()
  unit = linkLength() || 1
  let current = cost()
  const steps = Math.min(MAX_STEPS, MIN_STEPS * leaves.length)
  for (let step = 0; step < steps; step++) {
    const undo = propose()
    const next = cost()
    const temperature = heat * 0.002 ** (step / steps)
    if (next <= current || random() < Math.exp((current - next) / temperature)) current = next
    else undo()
  }

  function propose(): () => void {
    const choice = random()
    const pair = pick(pairs)
    if (pair && choice < 0.3) {
      const flip = () => {
        const first = pair.first
        pair.first = pair.second
        pair.second = first
      }
      flip()
      return flip
    }
    if (pair && choice < 0.5) {
      const turn = () => {
        pair.cut = pair.cut === 'beside' ? 'stacked' : 'beside'
      }
      turn()
      return turn
    }
    const a = pick(leaves)
    const outline = a && choice < 0.65 ? pick(task.outlines?.[a.leaf] ?? []) : undefined
    if (a && outline) {
      const { leaf } = a
      const before = sizes[leaf] ?? outline
      sizes[leaf] = outline
      return () => {
        sizes[leaf] = before
      }
    }
    const b = pick(leaves)
    const swap = () => {
      if (!a || !b) return
      const leaf = a.leaf
      a.leaf = b.leaf
      b.leaf = leaf
    }
    swap()
    return swap
  }
}

function collect(slice: Slice, pairs: Pair[], leaves: Leaf[]): void {
  if (slice.kind === 'leaf') {
    leaves.push(slice)
    return
  }
  pairs.push(slice)
  collect(slice.first, pairs, leaves)
  collect(slice.second, pairs, leaves)
}

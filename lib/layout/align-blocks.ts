/**
 * Lines several blocks up with one another, or spaces them evenly. Each gives the new places of
 * the blocks that move; the others keep theirs. Pure geometry.
 */

import type { Point, Rect } from './types'

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

export type Axis = 'horizontal' | 'vertical'

/** An edge or the middle of all blocks together becomes that of each. */
export function alignBlocks(
  rects: ReadonlyMap<string, Rect>,
  alignment: Alignment,
): Map<string, Point> {
  const all = [...rects.values()]
  const left = Math.min(...all.map(({ x }) => x))
  const top = Math.min(...all.map(({ y }) => y))
  const right = Math.max(...all.map(({ x, width }) => x + width))
  const bottom = Math.max(...all.map(({ y, height }) => y + height))
  const place = ({ x, y, width, height }: Rect): Point => {
    switch (alignment) {
      case 'left':
        return { x: left, y }
      case 'center':
        return { x: (left + right - width) / 2, y }
      case 'right':
        return { x: right - width, y }
      case 'top':
        return { x, y: top }
      case 'middle':
        return { x, y: (top + bottom - height) / 2 }
      case 'bottom':
        return { x, y: bottom - height }
    }
  }
  return movedOf(rects, (rect) => place(rect))
}

/**
 * The room between each block and the next becomes the same. The outermost two stay where they
 * are; blocks that have too little room between them overlap evenly.
 */
export function distributeBlocks(rects: ReadonlyMap<string, Rect>, axis: Axis): Map<string, Point> {
  const start = (rect: Rect) => (axis === 'horizontal' ? rect.x : rect.y)
  const length = (rect: Rect) => (axis === 'horizontal' ? rect.width : rect.height)
  const centre = (rect: Rect) => start(rect) + length(rect) / 2
  const ordered = [...rects.values()].sort((a, b) => centre(a) - centre(b))
  const [first] = ordered
  const last = ordered.at(-1)
  if (!first || !last || ordered.length < 3) return new Map()
  const taken = ordered.reduce((sum, rect) => sum + length(rect), 0)
  const gap = (start(last) + length(last) - start(first) - taken) / (ordered.length - 1)
  const starts = new Map<Rect, number>()
  let next = start(first)
  for (const rect of ordered) {
    starts.set(rect, next)
    next += length(rect) + gap
  }
  return movedOf(rects, (rect) => {
    const at = starts.get(rect) ?? start(rect)
    return axis === 'horizontal' ? { x: at, y: rect.y } : { x: rect.x, y: at }
  })
}

/** The places in whole pixels, without the blocks that are there already. */
function movedOf(
  rects: ReadonlyMap<string, Rect>,
  place: (rect: Rect) => Point,
): Map<string, Point> {
  const moved = new Map<string, Point>()
  for (const [id, rect] of rects) {
    const { x, y } = place(rect)
    const at = { x: Math.round(x), y: Math.round(y) }
    if (at.x !== rect.x || at.y !== rect.y) moved.set(id, at)
  }
  return moved
}

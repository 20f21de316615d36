/**
 * Takes out empty space between rectangles that do not overlap, by moving them left and up until
 * they meet the next one. Their order and the least distance between them are kept.
 */
import type { Rect } from './types'

/** Returns the rectangles moved together, at least `gap` apart; each keeps its index and size. */
export function compactRects(rects: readonly Rect[], gap: number): Rect[] {
  let compacted = [...rects]
  for (let round = 0; round < 2; round++) {
    compacted = pull(compacted, gap).map(transpose)
    compacted = pull(compacted, gap).map(transpose)
  }
  return compacted
}

/** Moves each rectangle left as far as those before it allow. */
function pull(rects: readonly Rect[], gap: number): Rect[] {
  const order = rects.map((_, index) => index)
  order.sort((a, b) => (rects[a]?.x ?? 0) - (rects[b]?.x ?? 0) || a - b)
  const pulled = [...rects]
  const placed: Rect[] = []
  for (const index of order) {
    const rect = rects[index]
    if (!rect) continue
    let x = 0
    for (const other of placed) {
      const beside = rect.y < other.y + other.height + gap && other.y < rect.y + rect.height + gap
      if (beside) x = Math.max(x, other.x + other.width + gap)
    }
    const moved = { ...rect, x }
    pulled[index] = moved
    placed.push(moved)
  }
  return pulled
}

function transpose(rect: Rect): Rect {
  return { x: rect.y, y: rect.x, width: rect.height, height: rect.width }
}

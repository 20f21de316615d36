/** The plainest layout: one beside the other in rows, as wide as the whole is high or a bit more. */

import { COLUMN_GAP, ceilToGrid, type LayoutInput, type Point, ROW_GAP } from './types'

/** Wanted width divided by height of the whole, roughly. */
const ASPECT_RATIO = 1.6

/** In their order; what is related to what is not looked at. Starts at (0, 0). */
export function arrangeInRows({ nodes }: LayoutInput): Map<string, Point> {
  const area = nodes.reduce((sum, { width, height }) => {
    return sum + (width + COLUMN_GAP) * (height + ROW_GAP)
  }, 0)
  const widest = Math.sqrt(area * ASPECT_RATIO)
  const points = new Map<string, Point>()
  let x = 0
  let y = 0
  let bottom = 0
  for (const { id, width, height } of nodes) {
    if (x > 0 && x + width > widest) {
      x = 0
      y = bottom + ROW_GAP
    }
    points.set(id, { x, y })
    x = ceilToGrid(x + width + COLUMN_GAP)
    bottom = Math.max(bottom, ceilToGrid(y + height))
  }
  return points
}

/** Arithmetic of views and rectangles. Pure. */

import type { Viewport } from '@/lib/document/design'
import type { Rect, Size } from '@/lib/layout/types'

export const MIN_ZOOM = 0.03
export const MAX_ZOOM = 2.5

/** Room left around everything, in pixels of the screen. */
const MARGIN = 40
/** A small diagram is not blown up. */
const MOST_FIT_ZOOM = 1

/** The smallest rectangle around all of `rects`; `null` when there are none. */
export function boundsOf(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The view in which all of `bounds` is seen, centred. */
export function fitViewport(bounds: Rect, size: Size): Viewport {
  const zoom = Math.min(
    (size.width - 2 * MARGIN) / bounds.width,
    (size.height - 2 * MARGIN) / bounds.height,
    MOST_FIT_ZOOM,
  )
  return viewportCentredOn(bounds, size, Math.max(zoom, MIN_ZOOM))
}

export function viewportCentredOn(bounds: Rect, size: Size, zoom: number): Viewport {
  return {
    x: size.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  }
}

export function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

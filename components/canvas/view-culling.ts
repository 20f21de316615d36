/**
 * What is drawn in detail: below a zoom at which rows cannot be read, none; in a large schema only
 * what is in view or near it. Pure; `canvas-store.ts` decides when to look.
 */

import type { Viewport } from '@/lib/document/design'
import type { Rect, Size } from '@/lib/layout/types'

/** `rows`: blocks with their fields. `far`: a drawing of boxes and names. */
export type Level = 'rows' | 'far'

/** Rows of 12 px are drawn from about 5 px up. The two differ, so that a level does not flicker. */
const ROWS_FROM = 0.44
const ROWS_UNTIL = 0.4

/** Schemas with no more blocks than this are drawn whole: culling would cost more than it saves. */
export const WHOLE_COUNT = 120

/** How far beyond the view detail reaches, as a share of its size, when added and when kept. */
const ADD_MARGIN = 0.35
const KEEP_MARGIN = 0.9

export function levelAt(zoom: number, before: Level): Level {
  return zoom >= (before === 'rows' ? ROWS_UNTIL : ROWS_FROM) ? 'rows' : 'far'
}

/** The part of the canvas in view. */
export function visibleRect({ x, y, zoom }: Viewport, size: Size): Rect {
  return { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom }
}

/**
 * The next set of ids to draw in detail: of those near the view at most `atOnce` are added, the
 * nearest first, so that no frame has much to do. `isComplete` is false while more are to come.
 */
export function nextNear(
  bounds: ReadonlyMap<string, Rect>,
  view: Rect,
  before: ReadonlySet<string>,
  atOnce: number,
): { readonly near: ReadonlySet<string>; readonly isComplete: boolean } {
  const add = grow(view, ADD_MARGIN)
  const keep = grow(view, KEEP_MARGIN)
  const near = new Set<string>()
  const missing: { id: string; distance: number }[] = []
  for (const [id, rect] of bounds) {
    if (before.has(id) && meets(rect, keep)) near.add(id)
    else if (meets(rect, add)) missing.push({ id, distance: distanceBetween(rect, view) })
  }
  missing.sort((a, b) => a.distance - b.distance)
  for (const { id } of missing.slice(0, atOnce)) near.add(id)
  const isSame = near.size === before.size && missing.length === 0
  return { near: isSame ? before : near, isComplete: missing.length <= atOnce }
}

export function meets(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  )
}

function grow({ x, y, width, height }: Rect, share: number): Rect {
  const dx = width * share
  const dy = height * share
  return { x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy }
}

function distanceBetween(a: Rect, b: Rect): number {
  const dx = a.x + a.width / 2 - (b.x + b.width / 2)
  const dy = a.y + a.height / 2 - (b.y + b.height / 2)
  return Math.hypot(dx, dy)
}

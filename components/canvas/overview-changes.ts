/** Marks from far away what changed since the baseline. */

import type { Viewport } from '@/lib/document/design'
import type { Rect } from '@/lib/layout/types'
import { type BlockChange, type ChangeSignKind, signOf } from '@/lib/schema/compare-graphs'
import type { Ink } from './overview-paint'

/** Of a sign on the screen, in pixels: as wanted, and the least that can be seen. */
const SIGN_RADIUS = 7
const LEAST_SIGN_RADIUS = 3
/** A sign takes no more of its block's height on the screen than this. */
const SIGN_SHARE = 0.3
/** Below this radius a sign is a dot: there is no room to draw in it. */
const LEAST_DRAWN_RADIUS = 5
/** How much of the colour lies over the whole block, which shows where a sign is only a dot. */
const TINT = 0.2

/** Lays the colour of the change over a block whose outline is the current path. */
export function tintChange(
  context: CanvasRenderingContext2D,
  change: BlockChange,
  { changes }: Ink,
): void {
  const alpha = context.globalAlpha
  context.globalAlpha = alpha * TINT
  context.fillStyle = changes[signOf(change)]
  context.fill()
  context.globalAlpha = alpha
}

/** The sign on the corner of a block, in pixels of the screen, so that it never gets too small. */
export function paintChangeSign(
  context: CanvasRenderingContext2D,
  change: BlockChange,
  rect: Rect,
  viewport: Viewport,
  ink: Ink,
): void {
  const { x, y, zoom } = viewport
  const kind = signOf(change)
  const radius = signRadius(rect.height * zoom)
  const centerX = (rect.x + rect.width) * zoom + x
  const centerY = rect.y * zoom + y
  context.beginPath()
  context.arc(centerX, centerY, radius, 0, 2 * Math.PI)
  context.fillStyle = ink.changes[kind]
  context.fill()
  // A rim of the blocks' own colour, so that it stands out from lines and from what it lies over.
  context.lineWidth = 1
  context.strokeStyle = ink.node
  context.stroke()
  if (radius < LEAST_DRAWN_RADIUS) return
  context.lineWidth = 1.75
  context.lineCap = 'round'
  drawSign(context, kind, centerX, centerY, radius * 0.5)
  context.stroke()
  context.lineCap = 'butt'
}

export function signRadius(blockHeight: number): number {
  return Math.max(LEAST_SIGN_RADIUS, Math.min(SIGN_RADIUS, blockHeight * SIGN_SHARE))
}

/** The signs of `ChangeSign`, as a path. */
function drawSign(
  context: CanvasRenderingContext2D,
  kind: ChangeSignKind,
  x: number,
  y: number,
  reach: number,
): void {
  context.beginPath()
  if (kind === 'changed') {
    context.arc(x, y, reach * 0.75, 0, 2 * Math.PI)
    return
  }
  context.moveTo(x - reach, y)
  context.lineTo(x + reach, y)
  if (kind === 'lost') return
  context.moveTo(x, y - reach)
  context.lineTo(x, y + reach)
}

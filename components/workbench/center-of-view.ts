import type { Point, Viewport } from '@/lib/document/design'

/** Half the size of a small new block, so that its middle and not its corner is in the middle. */
const HALF_BLOCK = { x: 90, y: 40 }

/** Where a new block's corner goes so that it appears in the middle of the diagram. */
export function centerOfView(
  viewport: Viewport,
  diagram: { readonly width: number; readonly height: number },
): Point {
  return {
    x: Math.round((diagram.width / 2 - viewport.x) / viewport.zoom - HALF_BLOCK.x),
    y: Math.round((diagram.height / 2 - viewport.y) / viewport.zoom - HALF_BLOCK.y),
  }
}

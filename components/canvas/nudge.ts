/** Moving what is selected with the arrow keys: a burst of keys is one undo step. */

import { announce } from '@/components/ui/announcer'
import type { Point } from '@/lib/document/design'
import type { BlockId } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import type { FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'

/** Pixels per key, and with Shift. */
const STEP = 10
const LARGE_STEP = 40
/** Keys that follow one another within this time, in ms, belong together. */
const BURST = 500

export interface Nudge {
  /** Moves by the arrow key; `false` when it is none or nothing is selected. */
  press(key: string, isLarge: boolean): boolean
  /** Ends the burst: what was moved becomes a step now. */
  flush(): void
}

export function createNudge(store: FacetStore, canvas: CanvasStore): Nudge {
  let positions: Map<BlockId, Point> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    if (!positions) return
    const moved = positions
    positions = null
    store.getState().actions.moveBlocks(moved)
    canvas.drag(null)
    announce(moved.size === 1 ? 'Moved block' : `Moved ${moved.size} blocks`)
  }

  return {
    press(key, isLarge) {
      const direction = directionOf(key)
      const state = store.getState()
      const { selection } = state
      const shown = shownBoard(state).positions
      if (!direction || selection.blockIds.length === 0) return false
      const step = isLarge ? LARGE_STEP : STEP
      const before = positions
      positions = new Map()
      for (const id of selection.blockIds) {
        const at = before?.get(id) ?? shown.get(id)
        if (!at) continue
        positions.set(id, { x: at.x + direction.x * step, y: at.y + direction.y * step })
      }
      canvas.drag(positions)
      clearTimeout(timer)
      timer = setTimeout(flush, BURST)
      return true
    },
    flush,
  }
}

function directionOf(key: string): Point | null {
  switch (key) {
    case 'ArrowLeft':
      return { x: -1, y: 0 }
    case 'ArrowRight':
      return { x: 1, y: 0 }
    case 'ArrowUp':
      return { x: 0, y: -1 }
    case 'ArrowDown':
      return { x: 0, y: 1 }
    default:
      return null
  }
}

/**
 * A drag from something in the diagram to something else in it: a line to another row, a row to
 * another block, a type to a field. The view moves along at the edges; Escape calls it off.
 */

import type { ReactFlowInstance } from '@xyflow/react'
import type { Point } from '@/lib/document/design'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { blockOf, memberOf } from './focus'

/** What is being dragged would do this if it were let go now. */
export interface Gesture {
  /** Where the pointer is, in the browser's window. */
  readonly at: Point
  /** What would happen, or why nothing; empty for nothing to say. */
  readonly hint: string
  readonly isRefused: boolean
  /** The blocks to which it can go. */
  readonly candidates: ReadonlySet<BlockId>
  readonly target: GestureTarget | null
}

export interface GestureTarget {
  readonly blockId: BlockId
  /** The row that stands out. */
  readonly memberId: FieldId | null
  /** The row before which a line shows that something goes there. */
  readonly index: number | null
}

/** A press that moves less than this, in pixels, is not a drag. */
const THRESHOLD = 5
/** So near to the diagram's edge, in pixels, the view moves, by this much a frame at the most. */
const EDGE = 36
const FASTEST = 14

export interface DragHandlers {
  /** The pointer is there now; called again when the view moved below it. */
  onMove(at: Point): void
  /** It was let go after a drag. */
  onDrop(at: Point): void
  /** After `onDrop`, or when it was called off or never became a drag. */
  onEnd(): void
}

/** Follows the pointer that has just been pressed. */
export function followPointer(
  pressed: Point,
  flow: ReactFlowInstance<never> | Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  { onMove, onDrop, onEnd }: DragHandlers,
): void {
  const abort = new AbortController()
  const options = { signal: abort.signal }
  let isDrag = false
  let at = pressed
  let frame = 0

  const stop = () => {
    abort.abort()
    cancelAnimationFrame(frame)
    onEnd()
  }
  const pan = () => {
    frame = 0
    const by = panAt(at)
    if (!by) return
    const { x, y, zoom } = flow.getViewport()
    void flow.setViewport({ x: x + by.x, y: y + by.y, zoom })
    onMove(at)
    frame = requestAnimationFrame(pan)
  }

  window.addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      at = { x, y }
      isDrag ||= Math.hypot(x - pressed.x, y - pressed.y) >= THRESHOLD
      if (!isDrag) return
      onMove(at)
      if (frame === 0) frame = requestAnimationFrame(pan)
    },
    options,
  )
  window.addEventListener(
    'pointerup',
    () => {
      if (isDrag) onDrop(at)
      stop()
    },
    options,
  )
  window.addEventListener('pointercancel', stop, options)
  window.addEventListener('blur', stop, options)
  window.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopPropagation()
      stop()
    },
    { ...options, capture: true },
  )
}

/** How far the view moves in a frame while the pointer is there; `null` when it stays. */
function panAt({ x, y }: Point): Point | null {
  const box = document.querySelector('.canvas')?.getBoundingClientRect()
  if (!box || x < box.left - EDGE || x > box.right + EDGE) return null
  const by = {
    x: edgeSpeed(x - box.left) - edgeSpeed(box.right - x),
    y: edgeSpeed(y - box.top) - edgeSpeed(box.bottom - y),
  }
  return by.x === 0 && by.y === 0 ? null : by
}

function edgeSpeed(distance: number): number {
  return Math.min(1, Math.max(0, 1 - distance / EDGE)) * FASTEST
}

/** The block and the row under a place in the window. */
export function targetAt({ x, y }: Point): {
  readonly blockId: BlockId | null
  readonly memberId: FieldId | null
} {
  const element = document.elementFromPoint(x, y)
  return { blockId: blockOf(element), memberId: memberOf(element) }
}

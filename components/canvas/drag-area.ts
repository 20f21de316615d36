'use client'

/** Dragging of what is no block of React Flow's: groups, notes and their handles. */

import { useStoreApi } from '@xyflow/react'
import { type PointerEvent, useRef } from 'react'
import type { Point } from '@/lib/document/design'

/** A press that moves less than this many pixels of the screen is a click. */
const THRESHOLD = 3

interface DragHandlers {
  /** The way from where it was taken, in pixels of the canvas. */
  onMove(by: Point): void
  /** Let go after it moved that far. */
  onDrop(by: Point): void
  /** The drag was given up: nothing moves. */
  onCancel(): void
}

export function useDragArea({ onMove, onDrop, onCancel }: DragHandlers) {
  const flow = useStoreApi()
  const start = useRef<{ readonly x: number; readonly y: number; isMoving: boolean } | null>(null)

  const way = (event: PointerEvent): Point | null => {
    const from = start.current
    if (!from) return null
    const dx = event.clientX - from.x
    const dy = event.clientY - from.y
    if (!from.isMoving && Math.hypot(dx, dy) < THRESHOLD) return null
    from.isMoving = true
    const zoom = flow.getState().transform[2]
    return { x: Math.round(dx / zoom), y: Math.round(dy / zoom) }
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // With Shift, a box is drawn around blocks.
      if (event.button !== 0 || event.shiftKey) return
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = { x: event.clientX, y: event.clientY, isMoving: false }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const by = way(event)
      if (by) onMove(by)
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const by = way(event)
      start.current = null
      if (by) onDrop(by)
    },
    onPointerCancel() {
      if (start.current?.isMoving) onCancel()
      start.current = null
    },
  }
}

/** The way that an arrow key leads, in pixels; `null` for any other key. */
export function arrowWay(key: string, step: number): Point | null {
  switch (key) {
    case 'ArrowLeft':
      return { x: -step, y: 0 }
    case 'ArrowRight':
      return { x: step, y: 0 }
    case 'ArrowUp':
      return { x: 0, y: -step }
    case 'ArrowDown':
      return { x: 0, y: step }
    default:
      return null
  }
}

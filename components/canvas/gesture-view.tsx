'use client'

/** How the diagram shows what a drag would do. */

import { createPortal } from 'react-dom'
import { type NodeShape, rowOfMember } from '@/lib/layout/node-shape'
import { NODE } from '@/lib/layout/node-size'
import type { BlockId } from '@/lib/schema/graph'
import { useCanvas } from './canvas-context'

/** Beside the pointer: what letting go would do, or why it would do nothing. */
export function GestureHint() {
  const gesture = useCanvas((state) => state.gesture)
  if (!gesture || gesture.hint === '') return null
  const { at, hint, isRefused } = gesture
  const isLeft = at.x > window.innerWidth - 280
  return createPortal(
    <div
      role="tooltip"
      className="canvas-hint"
      data-refused={isRefused || undefined}
      data-left={isLeft || undefined}
      style={{ left: at.x, top: at.y }}
    >
      {hint}
    </div>,
    document.body,
  )
}

/** In a block: the row that would be changed, or the line where a row would go. */
export function GestureMarks({ id, shape }: { readonly id: BlockId; readonly shape: NodeShape }) {
  const target = useCanvas(({ gesture }) =>
    gesture?.target?.blockId === id ? gesture.target : null,
  )
  const isRefused = useCanvas(({ gesture }) => gesture?.isRefused ?? false)
  if (!target) return null
  const row = rowOfMember(shape, target.memberId ?? undefined)
  const rowTop = (index: number) => NODE.headerHeight + index * NODE.rowHeight
  return (
    <>
      {target.index !== null && (
        <span className="canvas-drop" aria-hidden="true" style={{ top: rowTop(target.index) }} />
      )}
      {row >= 0 && (
        <span
          className="canvas-drop-row"
          data-refused={isRefused || undefined}
          aria-hidden="true"
          style={{ top: rowTop(row) }}
        />
      )}
    </>
  )
}

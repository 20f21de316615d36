'use client'

/** Dragging a row to another place in its block. */

import { useReactFlow } from '@xyflow/react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { moveEnumValue } from '@/lib/commands/move-enum-value'
import { moveField } from '@/lib/commands/move-field'
import type { NodeShape } from '@/lib/layout/node-shape'
import { NODE, rowCenter } from '@/lib/layout/node-size'
import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import type { FacetStore } from '@/lib/store/store'
import { useCanvas, useCanvasStore } from './canvas-context'

/** A grip at the left of the row under the pointer. */
export function ReorderHandle({ id, shape }: { readonly id: BlockId; readonly shape: NodeShape }) {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const memberId = useCanvas(({ hover }) => (hover?.blockId === id ? hover.memberId : null))
  const { block, members, leftOut } = shape
  const row = members.findIndex((member) => member.id === memberId)
  // Between rows of which some are left out, a place says nothing.
  if (row < 0 || memberId === null || members.length < 2 || leftOut > 0) return null

  const start = (event: ReactPointerEvent) => {
    const rect = canvas.getState().rects.get(id)
    if (event.button !== 0 || !rect) return
    event.preventDefault()
    event.stopPropagation()
    const abort = new AbortController()
    const { signal } = abort
    const stop = () => {
      abort.abort()
      canvas.setState({ reordering: null })
    }
    window.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        const { y } = flow.screenToFlowPosition({ x: clientX, y: clientY })
        const index = dropIndex(y - rect.y, members.length)
        canvas.setState({ reordering: { blockId: id, memberId, index } })
      },
      { signal },
    )
    window.addEventListener(
      'pointerup',
      () => {
        const { reordering } = canvas.getState()
        stop()
        if (reordering) putBefore(store, block, memberId, reordering.index)
      },
      { signal },
    )
    window.addEventListener('pointercancel', stop, { signal })
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        stop()
      },
      { signal, capture: true },
    )
  }

  return (
    <span
      className="canvas-grip nodrag nopan"
      data-member={memberId}
      data-tip="Drag to reorder"
      aria-hidden="true"
      style={{ top: rowCenter(row) }}
      onPointerDown={start}
    />
  )
}

/** Where the dragged row would go. */
export function ReorderLine({ id }: { readonly id: BlockId }) {
  const index = useCanvas(({ reordering }) =>
    reordering?.blockId === id ? reordering.index : null,
  )
  if (index === null) return null
  const top = NODE.headerHeight + index * NODE.rowHeight
  return <span className="canvas-drop" aria-hidden="true" style={{ top }} />
}

/** The row before which something let go at `y`, from the top of the block, belongs. */
export function dropIndex(y: number, rowCount: number): number {
  const index = Math.round((y - NODE.headerHeight) / NODE.rowHeight)
  return Math.max(0, Math.min(index, rowCount))
}

/** Moves a member before the row `index`, as the rows are now. */
export function putBefore(
  store: FacetStore,
  block: Block,
  memberId: FieldId,
  index: number,
): boolean {
  const members = [...block.fields, ...block.values]
  const from = members.findIndex(({ id }) => id === memberId)
  if (from < 0 || index === from || index === from + 1) return false
  const before = members[index]?.id ?? null
  const { run } = store.getState().actions
  const blockId = block.id
  const result =
    block.kind === 'enum'
      ? run(moveEnumValue, { blockId, valueId: memberId, before })
      : run(moveField, { blockId, fieldId: memberId, before })
  return result !== null
}

'use client'

/** Dragging a row to another place in its block, or to another block. */

import { useReactFlow } from '@xyflow/react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import type { NodeShape } from '@/lib/layout/node-shape'
import { rowCenter } from '@/lib/layout/node-size'
import { type BlockId, hasFields } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvas, useCanvasStore } from './canvas-context'
import { followPointer } from './gesture'
import { moveToBlock, type RowDrop, rowDropAt } from './row-move'
import { putBefore } from './row-order'

const NO_BLOCKS: ReadonlySet<BlockId> = new Set()

/** A grip at the left of the row under the pointer. */
export function ReorderHandle({ id, shape }: { readonly id: BlockId; readonly shape: NodeShape }) {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const memberId = useCanvas(({ hover }) => (hover?.blockId === id ? hover.memberId : null))
  const { block, members } = shape
  const row = members.findIndex((member) => member.id === memberId)
  if (row < 0 || memberId === null || !(members.length > 1 || hasFields(block.kind))) return null

  const start = (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    let drop: RowDrop | null = null
    followPointer({ x: event.clientX, y: event.clientY }, flow, {
      onMove(at) {
        drop = rowDropAt(store, canvas, flow.screenToFlowPosition(at), { block, memberId })
        const target = drop && { blockId: drop.blockId, memberId: null, index: drop.index }
        const hint = drop?.hint ?? ''
        const isRefused = drop?.isRefused ?? false
        canvas.setState({ gesture: { at, hint, isRefused, candidates: NO_BLOCKS, target } })
      },
      onDrop() {
        if (!drop) return
        if (drop.isRefused) announce(drop.hint)
        else if (drop.blockId === id) putBefore(store, block, memberId, drop.before)
        else moveToBlock(store, block, memberId, drop)
      },
      onEnd: () => canvas.setState({ gesture: null }),
    })
  }

  return (
    <span
      className="canvas-grip nodrag nopan"
      data-member={memberId}
      data-tip="Drag to move it, also to another block"
      aria-hidden="true"
      style={{ top: rowCenter(row) }}
      onPointerDown={start}
    />
  )
}

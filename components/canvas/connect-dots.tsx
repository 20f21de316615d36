'use client'

/** Dragging a line from one block to another, to relate them. */

import { useReactFlow } from '@xyflow/react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Point } from '@/lib/document/design'
import { type NodeShape, rowOfMember } from '@/lib/layout/node-shape'
import { rowCenter } from '@/lib/layout/node-size'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvas, useCanvasStore } from './canvas-context'
import { blockElement, blockOf, memberOf } from './focus'

/** A press that moves less than this, in pixels, is not a drag. */
const THRESHOLD = 6

/** Where lines can be pulled from: both sides of the row under the pointer, or of the header. */
export function ConnectDots({ id, shape }: { readonly id: BlockId; readonly shape: NodeShape }) {
  const startConnecting = useConnecting(id)
  const memberId = useCanvas(({ hover }) => (hover?.blockId === id ? hover.memberId : null))
  if (shape.block.kind !== 'model') return null
  const row = rowOfMember(shape, memberId ?? undefined)
  const top = rowCenter(row)
  const { width } = shape.size
  return [0, width].map((left) => (
    <span
      key={left}
      className="canvas-dot nodrag nopan"
      data-member={row < 0 ? undefined : (memberId ?? undefined)}
      data-tip="Drag to another model to relate them"
      aria-hidden="true"
      style={{ left, top }}
      onPointerDown={(event) => startConnecting(event, row < 0 ? null : memberId, { left, top })}
    />
  ))
}

function useConnecting(fromId: BlockId) {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()

  return (
    event: ReactPointerEvent,
    fromMemberId: FieldId | null,
    dot: { left: number; top: number },
  ) => {
    const rect = canvas.getState().rects.get(fromId)
    if (event.button !== 0 || !rect) return
    event.preventDefault()
    event.stopPropagation()
    const start = { x: rect.x + dot.left, y: rect.y + dot.top }
    const pressed = { x: event.clientX, y: event.clientY }
    const abort = new AbortController()
    const { signal } = abort
    const stop = () => {
      abort.abort()
      canvas.setState({ connecting: null })
    }
    const isFar = (at: Point) => Math.hypot(at.x - pressed.x, at.y - pressed.y) >= THRESHOLD

    window.addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y }) => {
        if (!canvas.getState().connecting && !isFar({ x, y })) return
        const over = targetAt({ x, y })
        const graph = store.getState().document.graph
        const isTable = graph.blockById.get(over.blockId ?? '')?.kind === 'model'
        canvas.setState({
          connecting: {
            fromId,
            fromMemberId,
            start,
            end: flow.screenToFlowPosition({ x, y }),
            toId: isTable ? over.blockId : null,
            toMemberId: isTable ? over.memberId : null,
          },
        })
      },
      { signal },
    )
    window.addEventListener(
      'pointerup',
      ({ clientX: x, clientY: y }) => {
        const { connecting } = canvas.getState()
        stop()
        if (!connecting?.toId || !isFar({ x, y })) return
        const { toId } = connecting
        canvas.setState({ relate: { fromId, fromMemberId, toId, at: { x, y } } })
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
}

function targetAt({ x, y }: Point): { blockId: BlockId | null; memberId: FieldId | null } {
  const element = document.elementFromPoint(x, y)
  return { blockId: blockOf(element), memberId: memberOf(element) }
}

/** Opens the popover for a relation from a block, beside it, with the other side still to choose. */
export function relateFrom(
  canvas: ReturnType<typeof useCanvasStore>,
  fromId: BlockId,
  fromMemberId: FieldId | null,
): void {
  const box = blockElement(fromId)?.getBoundingClientRect()
  if (!box) return
  const at = {
    x: Math.max(16, Math.min(box.right, window.innerWidth - 16)),
    y: Math.max(16, Math.min(box.top, window.innerHeight - 16)),
  }
  canvas.setState({ relate: { fromId, fromMemberId, toId: null, at } })
}

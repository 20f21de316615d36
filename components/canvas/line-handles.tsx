'use client'

import { useReactFlow } from '@xyflow/react'
import type { PointerEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { STUB } from '@/lib/layout/edge-path'
import { useFacetStore } from '@/lib/store/provider'
import { commandContext } from '@/lib/store/store'
import { useCanvasStore } from './canvas-context'
import { followPointer, targetAt } from './gesture'
import type { Line, LineEndPoint } from './lines'
import {
  type Reconnection,
  type RelationSide,
  reconnect,
  reconnectCandidates,
  reconnectionTo,
} from './reconnect'

/** At both ends of the selected relation: to be dragged to another block or row. */
export function LineHandles({ line }: { readonly line: Line }) {
  const start = useReconnecting(line)
  return (['from', 'to'] as const).map((end) => {
    const { x, y, side } = line.points[end]
    return (
      <circle
        key={end}
        className="canvas-line-handle nopan"
        data-tip="Drag to another model or row"
        cx={x + (side === 'right' ? HANDLE_DISTANCE : -HANDLE_DISTANCE)}
        cy={y}
        r={5.5}
        onPointerDown={(event) => start(event, end)}
      />
    )
  })
}

/** From the block's edge: beyond the crow's foot. */
const HANDLE_DISTANCE = STUB + 3

function useReconnecting(line: Line) {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()

  return (event: PointerEvent, end: RelationSide) => {
    const { document } = store.getState()
    const relation = document.graph.relations.find(({ id }) => id === line.link.id)
    if (event.button !== 0 || !relation) return
    event.preventDefault()
    event.stopPropagation()
    const ctx = commandContext(document)
    const candidates = reconnectCandidates(ctx, relation, end)
    const fixed: LineEndPoint = line.points[end === 'from' ? 'to' : 'from']
    let found: Reconnection | null = null

    followPointer({ x: event.clientX, y: event.clientY }, flow, {
      onMove(at) {
        const { blockId, memberId } = targetAt(at)
        found = blockId === null ? null : reconnectionTo(ctx, relation, end, blockId, memberId)
        const isRefused = found !== null && found.args === null
        canvas.setState({
          connecting: {
            fromId: fixed.blockId,
            fromMemberId: null,
            start: { x: fixed.x, y: fixed.y },
            end: flow.screenToFlowPosition(at),
            toId: isRefused ? null : blockId,
            toMemberId: isRefused ? null : memberId,
          },
          gesture: {
            at,
            hint: found?.hint ?? '',
            isRefused,
            candidates,
            target: blockId === null ? null : { blockId, memberId, index: null },
          },
        })
      },
      onDrop() {
        if (found?.args) reconnect(store, found.args)
        else if (found) announce(found.hint)
      },
      onEnd: () => canvas.setState({ connecting: null, gesture: null }),
    })
  }
}

'use client'

/** Dragging a line from one block to another, to relate them. */

import { useReactFlow } from '@xyflow/react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { addRelation } from '@/lib/commands/add-relation'
import type { AddRelationArguments } from '@/lib/commands/arguments'
import { type NodeShape, rowOfMember } from '@/lib/layout/node-shape'
import { rowCenter } from '@/lib/layout/node-size'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { commandContext, type FacetStore } from '@/lib/store/store'
import { useCanvas, useCanvasStore } from './canvas-context'
import { type Connection, connectCandidates, connectionOf } from './connect-target'
import { followPointer, targetAt } from './gesture'
import { offerUndo } from './offer-undo'

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
      data-tip="Drag to another row or model to relate them"
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
    const from = { blockId: fromId, memberId: fromMemberId }
    const ctx = commandContext(store.getState().document)
    const candidates = connectCandidates(ctx, from)
    let connection: Connection | null = null

    followPointer({ x: event.clientX, y: event.clientY }, flow, {
      onMove(at) {
        const { blockId, memberId } = targetAt(at)
        const to = blockId === null ? null : { blockId, memberId }
        connection = to && connectionOf(ctx, from, to)
        const isRefused = connection?.kind === 'refuse'
        canvas.setState({
          connecting: {
            fromId,
            fromMemberId,
            start,
            end: flow.screenToFlowPosition(at),
            toId: isRefused ? null : blockId,
            toMemberId: isRefused ? null : memberId,
          },
          gesture: {
            at,
            hint: connection ? hintOf(connection) : '',
            isRefused,
            candidates,
            target: to && { ...to, index: null },
          },
        })
      },
      onDrop(at) {
        const { connecting } = canvas.getState()
        if (connection?.kind === 'relate') relateAtOnce(store, connection.args)
        else if (connection?.kind === 'ask' && connecting?.toId) {
          const { toId } = connecting
          canvas.setState({ relate: { fromId, fromMemberId, toId, at } })
        } else if (connection?.kind === 'refuse') {
          announce(connection.reason)
        }
      },
      onEnd: () => canvas.setState({ connecting: null, gesture: null }),
    })
  }
}

function hintOf(connection: Connection): string {
  return connection.kind === 'refuse' ? connection.reason : connection.hint
}

/** Adds a relation that needs no questions, and offers to take it back. */
function relateAtOnce(store: FacetStore, args: AddRelationArguments): void {
  const { actions } = store.getState()
  const result = actions.run(addRelation, args)
  if (result) offerUndo(store, result)
}

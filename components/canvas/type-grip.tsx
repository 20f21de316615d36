'use client'

/** Dragging a block's sign, or the block from the list of blocks, onto a field to make it its type. */

import { useReactFlow } from '@xyflow/react'
import type { DragEvent, PointerEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import type { Point } from '@/lib/document/design'
import type { Block, BlockId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { commandContext, type FacetStore } from '@/lib/store/store'
import { useCanvasStore } from './canvas-context'
import type { CanvasStore } from './canvas-store'
import { followPointer, targetAt } from './gesture'
import { dropType, TYPE_DATA, typeDropOn } from './type-drop'

const NO_BLOCKS: ReadonlySet<BlockId> = new Set()

/** Over the sign for the block's kind. */
export function TypeGrip({ block }: { readonly block: Block }) {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()

  const start = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    followPointer({ x: event.clientX, y: event.clientY }, flow, {
      onMove: (at) => showTypeDrop(store, canvas, block.name, at),
      onDrop: (at) => dropTypeAt(store, block.name, at),
      onEnd: () => canvas.setState({ gesture: null }),
    })
  }
  return (
    <span
      className="canvas-type-grip nodrag nopan"
      data-tip="Drag onto a field to make this its type"
      data-part="name"
      aria-hidden="true"
      onPointerDown={start}
    />
  )
}

/** Handlers for a type that is dragged in from elsewhere on the page. */
export function useTypeDropping() {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  return {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(TYPE_DATA)) return
      // What is dragged is told only when it is dropped; the list of blocks has left its name.
      const typeName = draggedType()
      const at = { x: event.clientX, y: event.clientY }
      if (typeName === null) return
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = 'link'
      showTypeDrop(store, canvas, typeName, at)
    },
    onDragLeave(event: DragEvent) {
      const { relatedTarget, currentTarget } = event
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
      canvas.setState({ gesture: null })
    },
    onDrop(event: DragEvent) {
      const typeName = event.dataTransfer.getData(TYPE_DATA)
      if (typeName === '') return
      event.preventDefault()
      event.stopPropagation()
      canvas.setState({ gesture: null })
      dropTypeAt(store, typeName, { x: event.clientX, y: event.clientY })
    },
  }
}

let dragged: string | null = null

/** To be told by whatever lets a type be dragged, when that begins and when it ends. */
export function setDraggedType(typeName: string | null): void {
  dragged = typeName
}

function draggedType(): string | null {
  return dragged
}

function showTypeDrop(store: FacetStore, canvas: CanvasStore, typeName: string, at: Point): void {
  const { blockId, memberId } = targetAt(at)
  const ctx = commandContext(store.getState().document)
  const drop = blockId === null ? null : typeDropOn(ctx, typeName, blockId, memberId)
  canvas.setState({
    gesture: {
      at,
      hint: drop?.hint ?? `Drop ${typeName} on a field`,
      isRefused: drop?.isRefused ?? false,
      candidates: NO_BLOCKS,
      target: drop && blockId !== null ? { blockId, memberId, index: null } : null,
    },
  })
}

function dropTypeAt(store: FacetStore, typeName: string, at: Point): void {
  const { blockId, memberId } = targetAt(at)
  if (blockId === null || memberId === null) return
  const drop = typeDropOn(commandContext(store.getState().document), typeName, blockId, memberId)
  if (drop?.isRefused) announce(drop.hint)
  else if (drop) dropType(store, typeName, blockId, memberId)
}

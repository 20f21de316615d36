'use client'

import { useReactFlow } from '@xyflow/react'
import type { PointerEvent } from 'react'
import type { Block } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { followPointer } from './gesture'
import { dropTypeAt, showTypeDrop } from './type-drop-at'

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

'use client'

/** Dragging a block from the list of blocks onto a field, to make it its type. */

import type { DragEvent } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { withEditing } from './editing-chunk'

/** The kind of data of a type that is dragged; the type's name is its text. */
export const TYPE_DATA = 'application/x-facet-type'

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
      withEditing(store, ({ showTypeDrop }) => showTypeDrop(store, canvas, typeName, at))
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
      const at = { x: event.clientX, y: event.clientY }
      withEditing(store, ({ dropTypeAt }) => dropTypeAt(store, typeName, at))
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

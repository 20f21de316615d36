import type { DragEvent } from 'react'
import { setDraggedType, TYPE_DATA } from '@/components/canvas/type-dragging'
import type { Block } from '@/lib/schema/graph'

/** Lets a block be dragged from the list onto a field in the diagram, to be its type. */
export function dragAsType({ name, kind }: Block): {
  draggable?: boolean
  onDragStart?(event: DragEvent): void
  onDragEnd?(): void
} {
  const isType = kind === 'model' || kind === 'view' || kind === 'enum' || kind === 'type'
  if (!isType || name === '') return {}
  return {
    draggable: true,
    onDragStart(event: DragEvent) {
      event.dataTransfer.setData(TYPE_DATA, name)
      event.dataTransfer.setData('text/plain', name)
      event.dataTransfer.effectAllowed = 'copyLink'
      setDraggedType(name)
    },
    onDragEnd: () => setDraggedType(null),
  }
}

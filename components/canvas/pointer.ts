'use client'

/** What the pointer does in the diagram besides dragging: it hovers, selects and edits. */

import { useReactFlow } from '@xyflow/react'
import type { MouseEvent, PointerEvent } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { withEditing } from './editing-chunk'
import { blockOf, isElsewhere, isTextInput, linkOf, memberOf, partOf } from './focus'
import { startEdit } from './start-editing'

export function usePointer() {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()

  /** Rows that are too small to read are not what anybody points at. */
  const memberAt = (target: EventTarget) =>
    canvas.getState().level === 'far' ? null : memberOf(target)

  return {
    onPointerOver(event: PointerEvent) {
      const { target, buttons } = event
      // While something is dragged, it is what counts.
      if (buttons !== 0 || isElsewhere(event)) return
      const blockId = blockOf(target)
      const linkId = linkOf(target)
      const hover = { blockId, memberId: memberAt(target), linkId }
      canvas.hover(blockId === null && linkId === null ? null : hover)
    },
    onPointerLeave() {
      canvas.hover(null)
    },
    onClick(event: MouseEvent) {
      const { target } = event
      if (isElsewhere(event) || isTextInput(target)) return
      const { actions, selection } = store.getState()
      const linkId = linkOf(target)
      if (linkId !== null) {
        actions.select({ relationId: linkId })
        return
      }
      const blockId = blockOf(target)
      if (blockId === null || event.shiftKey || event.metaKey || event.ctrlKey) return
      const memberId = memberAt(target)
      if (isMark(target)) {
        withEditing(store, ({ openFixes }) => openFixes(store, canvas, { blockId, memberId }))
        return
      }
      const isAlone = selection.blockIds.length === 1 && selection.blockIds[0] === blockId
      if (!isAlone || selection.memberId !== memberId) {
        actions.select({ blockIds: [blockId], memberId })
      }
    },
    onDoubleClick(event: MouseEvent) {
      const { target } = event
      if (isElsewhere(event) || isTextInput(target) || isMark(target)) return
      const blockId = blockOf(target)
      const memberId = memberOf(target)
      if (blockId !== null) {
        const kind = store.getState().document.graph.blockById.get(blockId)?.kind
        startEdit(store, blockId, memberId, kind === 'enum' ? 'name' : partOf(target))
      } else if (target instanceof Element && target.matches('.react-flow__pane')) {
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
        withEditing(store, ({ addBlockAt }) => addBlockAt(store, 'model', at))
      }
    },
  }
}

/** Whether the sign of something wrong was pressed. */
function isMark(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.canvas-mark') !== null
}

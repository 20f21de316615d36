'use client'

/** The diagram's keys. They work while the focus is in the diagram and not in a text. */

import { useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useEffect, useMemo } from 'react'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import type { FacetStore } from '@/lib/store/store'
import { useCanvasStore } from './canvas-context'
import { withEditing } from './editing-chunk'
import { blockOf, focusSoon, isTextInput, linkOf, memberOf } from './focus'
import { leaveFocus } from './focusing'
import { focusRow } from './keyboard-rows'
import { createNudge } from './nudge'
import { leavePath } from './pathing'
import { editRelation, relateFrom } from './relation-focus'
import { selectAll } from './selected-blocks'
import { startEdit, startLineEdit } from './start-editing'

interface Place {
  readonly blockId: BlockId | null
  readonly memberId: FieldId | null
  readonly linkId: string | null
}

/** Handler for `keydown` anywhere in the diagram. */
export function useDiagramKeys(): (event: KeyboardEvent) => void {
  const flow = useReactFlow()
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const nudge = useMemo(() => createNudge(store, canvas), [store, canvas])

  // Anything else that happens comes after the move, in the history too.
  useEffect(() => {
    const end = () => nudge.flush()
    const endByKey = ({ key }: globalThis.KeyboardEvent) => {
      if (!key.startsWith('Arrow') && key !== 'Shift') end()
    }
    // Undo by keyboard must find the move in the history, so this has to come before the app's own
    // keys: they too are heard on the way down, but were set up later.
    window.addEventListener('keydown', endByKey, true)
    window.addEventListener('pointerdown', end, true)
    window.addEventListener('blur', end)
    return () => {
      end()
      window.removeEventListener('keydown', endByKey, true)
      window.removeEventListener('pointerdown', end, true)
      window.removeEventListener('blur', end)
    }
  }, [nudge])

  return (event) => {
    if (event.defaultPrevented || isTextInput(event.target)) return
    const place = placeOf(event.target)
    const isHandled =
      event.metaKey || event.ctrlKey
        ? pressWithMod(event, place)
        : place.memberId !== null
          ? pressOnRow(event, place.blockId, place.memberId) || pressAnywhere(event, place)
          : place.linkId !== null
            ? pressOnLine(event, place.linkId) || pressAnywhere(event, place)
            : pressOnBlock(event, place.blockId) || pressAnywhere(event, place)
    if (!isHandled) return
    event.preventDefault()
    event.stopPropagation()
  }

  function pressWithMod(event: KeyboardEvent, place: Place): boolean {
    if (event.shiftKey || event.altKey) return false
    if (event.key === 'a') {
      selectAll(store)
      return true
    }
    if (event.key === 'd') {
      withEditing(store, ({ duplicateSelection }) => void duplicateSelection(store))
      return true
    }
    return event.key === '.' && fixSelected(place)
  }

  /** Opens the fixes of what has the focus, or else of what is selected. */
  function fixSelected(place: Place): boolean {
    const { blockIds, memberId } = store.getState().selection
    const [selectedId] = blockIds.length === 1 ? blockIds : []
    const blockId = place.blockId ?? selectedId
    if (blockId === undefined) return false
    const target = { blockId, memberId: place.blockId === null ? memberId : place.memberId }
    withEditing(store, ({ openFixes }) => openFixes(store, canvas, target))
    return true
  }

  function pressOnRow(event: KeyboardEvent, blockId: BlockId | null, memberId: FieldId): boolean {
    if (blockId === null) return false
    const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    if (isVertical) {
      const step = event.key === 'ArrowUp' ? -1 : 1
      if (event.altKey) {
        withEditing(store, ({ moveRow }) => moveRow(store, blockId, memberId, step))
      } else focusRow(store, blockId, memberId, step)
      return true
    }
    if (event.key === '=' || (event.key === 'Enter' && event.shiftKey)) {
      startLineEdit(store, blockId, memberId)
      return true
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      startEdit(store, blockId, memberId)
      return true
    }
    if (event.key === ' ') {
      store.getState().actions.select({ blockIds: [blockId], memberId })
      return true
    }
    if (event.key === 'Escape') {
      store.getState().actions.select({ blockIds: [blockId] })
      focusSoon(blockId, null)
      return true
    }
    return false
  }

  function pressOnLine(event: KeyboardEvent, relationId: string): boolean {
    if (event.key !== 'Enter' && event.key !== ' ') return false
    const { selection, actions } = store.getState()
    const isSelected = selection.relationId === relationId
    if (event.key === 'Enter' && isSelected) editRelation(store, relationId)
    else actions.select({ relationId })
    return true
  }

  function pressOnBlock(event: KeyboardEvent, blockId: BlockId | null): boolean {
    if (blockId === null || event.altKey) return false
    const { selection, actions } = store.getState()
    const isSelected = selection.blockIds.includes(blockId)
    if (event.key === 'F2' || (event.key === 'Enter' && isSelected)) {
      startEdit(store, blockId, null)
      return true
    }
    if (event.key === 'Enter' || event.key === ' ') {
      actions.select({ blockIds: [blockId] })
      return true
    }
    if (event.key.startsWith('Arrow') && !isSelected) actions.select({ blockIds: [blockId] })
    return false
  }

  function pressAnywhere(event: KeyboardEvent, place: Place): boolean {
    if (event.altKey) return false
    switch (event.key) {
      case 'Delete':
      case 'Backspace':
        return deleteSelected(store)
      case 'Escape':
        return leaveSomething(store)
      case '+':
      case '=':
        void flow.zoomIn()
        return true
      case '-':
        void flow.zoomOut()
        return true
      case 'r':
      case 'R':
        return relateSelected(place)
      default:
        return place.memberId === null && nudge.press(event.key, event.shiftKey)
    }
  }

  function relateSelected(place: Place): boolean {
    const { selection, document } = store.getState()
    const fromId = place.blockId ?? selection.blockIds[0]
    if (fromId === undefined || document.graph.blockById.get(fromId)?.kind !== 'model') return false
    // On the block itself, the block is meant, whichever of its rows was selected before.
    const memberId = place.blockId === null ? selection.memberId : place.memberId
    relateFrom(canvas, fromId, memberId)
    return true
  }
}

/** Whether anything is selected, so that the key is for it. */
function deleteSelected(store: FacetStore): boolean {
  const { blockIds, relationId } = store.getState().selection
  if (blockIds.length === 0 && relationId === null) return false
  withEditing(store, ({ deleteSelection }) => void deleteSelection(store))
  return true
}

/** Escape leaves what was entered last: a path, the selection, then a focus. */
function leaveSomething(store: FacetStore): boolean {
  const { selection, actions } = store.getState()
  if (leavePath(store)) return true
  const isSelected = selection.blockIds.length > 0 || selection.relationId !== null
  if (isSelected) actions.select({})
  else leaveFocus(store)
  return true
}

function placeOf(target: EventTarget): Place {
  return { blockId: blockOf(target), memberId: memberOf(target), linkId: linkOf(target) }
}

'use client'

/** Copy, cut and paste of blocks as Prisma schema text. */

import { useReactFlow, useStoreApi } from '@xyflow/react'
import type { ClipboardEvent } from 'react'
import { announce } from '@/components/ui/announcer'
import { useFacetStore } from '@/lib/store/provider'
import { withEditing } from './editing-chunk'
import { isElsewhere, isTextInput } from './focus'
import { selectedText } from './selected-blocks'

export function useClipboard() {
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  const store = useFacetStore()

  const copy = (event: ClipboardEvent): boolean => {
    // Text that is marked is what the person means, wherever it stands.
    const isText =
      isElsewhere(event) ||
      isTextInput(event.target) ||
      document.getSelection()?.isCollapsed === false
    const text = selectedText(store)
    if (isText || text === '') return false
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    const count = store.getState().selection.blockIds.length
    announce(count === 1 ? 'Copied block' : `Copied ${count} blocks`)
    return true
  }

  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) withEditing(store, ({ deleteSelection }) => void deleteSelection(store))
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      if (isElsewhere(event) || isTextInput(event.target) || text.trim() === '') return
      event.preventDefault()
      const box = flowStore.getState().domNode?.getBoundingClientRect()
      const centre = box
        ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
        : { x: 0, y: 0 }
      const at = flow.screenToFlowPosition(centre)
      withEditing(store, ({ pasteFields, pasteText }) => {
        if (!pasteFields(store, text)) pasteText(store, text, at)
      })
    },
  }
}

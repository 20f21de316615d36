'use client'

import type { ReactElement } from 'react'
import { ContextMenu, ContextMenuContent, ContextMenuTrigger } from '@/components/ui/context-menu'
import type { MenuSubject } from './context-menu'
import { useEditing } from './editing-chunk'
import { isTextInput } from './focus'

interface DiagramMenuProps {
  readonly trigger: ReactElement
  readonly subject: MenuSubject | null
}

/** What the menu of the diagram holds for what was pressed. */
export function DiagramMenu({ trigger, subject }: DiagramMenuProps) {
  const editing = useEditing()
  return (
    <ContextMenu>
      <ContextMenuTrigger asChild>{trigger}</ContextMenuTrigger>
      <ContextMenuContent
        aria-label="Actions"
        className="nokey w-60"
        // An item that starts an edit has put the focus where it belongs.
        onCloseAutoFocus={(event) => {
          if (isTextInput(document.activeElement)) event.preventDefault()
        }}
      >
        {subject && editing && <editing.SubjectMenu subject={subject} />}
      </ContextMenuContent>
    </ContextMenu>
  )
}

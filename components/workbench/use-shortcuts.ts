'use client'

import { useEffect } from 'react'
import { usePlatform } from '@/components/ui/use-platform'
import { type ActionId, APP_ACTIONS } from './app-actions'
import { actionForKey, type KeyPlace } from './shortcuts'
import { runAction, useWorkbench } from './workbench-context'

/** What may be done while a dialog is open. */
const WITH_DIALOG: ReadonlySet<ActionId> = new Set(['save', 'search'])

const OPEN_DIALOG =
  '[data-slot="dialog"][data-state="open"], [data-slot="alert-dialog"][data-state="open"]'

/** Runs actions by their shortcuts for as long as the window is shown. */
export function useShortcuts(): void {
  const { app } = useWorkbench()
  const isApple = usePlatform() === 'apple'

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const hasDialog = app.store.getState().dialog !== null || isDialogOpen()
      const id = actionForKey(event, placeOfFocus(event.target, hasDialog), isApple)
      if (id === null) return
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat && id !== 'undo' && id !== 'redo') return
      if (hasDialog && !WITH_DIALOG.has(id)) return
      runAction(APP_ACTIONS[id], app)
    }
    // Before anybody else, as the code editor has chords of its own that begin with the same keys.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [app, isApple])
}

function placeOfFocus(target: EventTarget | null, hasDialog: boolean): KeyPlace {
  if (isText(target)) return 'text'
  // A dialog that is still being loaded is open already: these keys are not meant for the diagram.
  if (hasDialog) return 'control'
  if (!(target instanceof HTMLElement)) return 'page'
  const isOnPage = target === document.body || target.closest('main') !== null
  // Lists and menus find their entries by letters.
  return isOnPage && !target.closest('select, [role="menu"], [role="listbox"]') ? 'page' : 'control'
}

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, .monaco-editor *')
}

/** Also those that belong to no action: questions, and what the diagram opens. */
function isDialogOpen(): boolean {
  return document.querySelector(OPEN_DIALOG) !== null
}

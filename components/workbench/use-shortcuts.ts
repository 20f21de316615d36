'use client'

import { useEffect } from 'react'
import { usePlatform } from '@/components/ui/use-platform'
import { type ActionId, APP_ACTIONS } from './app-actions'
import { actionForKey, type KeyPlace } from './shortcuts'
import { runAction, useWorkbench } from './workbench-context'

/** What may be done while a dialog is open. */
const WITH_DIALOG: ReadonlySet<ActionId> = new Set(['save', 'search'])

/** Runs actions by their shortcuts for as long as the window is shown. */
export function useShortcuts(): void {
  const { app } = useWorkbench()
  const isApple = usePlatform() === 'apple'

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const id = actionForKey(event, placeOfFocus(event.target), isApple)
      if (id === null) return
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat && id !== 'undo' && id !== 'redo') return
      if (isDialogOpen() && !WITH_DIALOG.has(id)) return
      runAction(APP_ACTIONS[id], app)
    }
    // Before anybody else, as the code editor has chords of its own that begin with the same keys.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [app, isApple])
}

function placeOfFocus(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.isContentEditable || target.matches('input, textarea, .monaco-editor *')) return 'text'
  if (isDialogOpen()) return 'control'
  const isOnPage = target === document.body || target.closest('main') !== null
  // Lists and menus find their entries by letters.
  return isOnPage && !target.closest('select, [role="menu"], [role="listbox"]') ? 'page' : 'control'
}

function isDialogOpen(): boolean {
  return (
    document.querySelector('[role="dialog"][data-slot="dialog"], [role="alertdialog"]') !== null
  )
}

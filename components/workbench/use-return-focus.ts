'use client'

import { useCallback, useLayoutEffect, useRef } from 'react'
import { isFocusMoved } from './keep-moved-focus'

/**
 * For a dialog without a button of its own: what had the focus when it opened gets it back when it
 * closes, unless it has gone elsewhere on purpose. The result is for `onCloseAutoFocus`.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const origin = useRef<HTMLElement | null>(null)

  useLayoutEffect(() => {
    if (open) origin.current = focusedControl()
  }, [open])

  return useCallback((event) => {
    // By itself the dialog would look for its button, find none, and lose the focus.
    event.preventDefault()
    if (!isFocusMoved(event)) origin.current?.focus()
  }, [])
}

/** What has the focus; for an item of a menu, which is about to go, the button of the menu. */
function focusedControl(): HTMLElement | null {
  const { activeElement } = document
  const menu = activeElement?.closest('[role="menu"]')
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  if (button) return button
  return activeElement instanceof HTMLElement ? activeElement : null
}

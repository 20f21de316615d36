'use client'

import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus in a list of messages when the row that had it goes, because it was mended: the
 * row that takes its place gets it. Give the handlers to the list.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>) {
  /** Which row has the focus, itself or by its menu. */
  const index = useRef<number | null>(null)
  useEffect(() => {
    if (!list.current) return
    // Rows come and go as parts of the list that are drawn on their own.
    const observer = new MutationObserver(() => {
      if (index.current === null || document.activeElement !== document.body) return
      const rows = rowsOf(list.current)
      const next = rows[Math.min(index.current, rows.length - 1)]
      next?.querySelector<HTMLElement>('[data-slot="problem"]')?.focus()
    })
    observer.observe(list.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [list])
  return {
    onFocus({ target }: FocusEvent) {
      // A menu is elsewhere on the page, and belongs to the row that opened it.
      if (!list.current?.contains(target)) return
      const row = target.closest('li')
      index.current = row ? rowsOf(list.current).indexOf(row) : null
    },
    onBlur({ target, relatedTarget }: FocusEvent) {
      if (relatedTarget === null && target.isConnected) index.current = null
    },
  }
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('li') ?? [])]
}

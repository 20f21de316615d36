'use client'

import { useCallback } from 'react'
import { useActions } from '@/lib/store/provider'

/** Copies a text and says so, or that the browser refused. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const { notify } = useActions()
  return useCallback(
    async (text, done) => {
      try {
        await navigator.clipboard.writeText(text)
        notify({ kind: 'status', text: done })
      } catch {
        const text = 'Nothing was copied: the browser refused. Select the text and copy it by hand.'
        notify({ kind: 'error', text })
      }
    },
    [notify],
  )
}

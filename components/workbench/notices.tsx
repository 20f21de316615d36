'use client'

import { useEffect } from 'react'
import { announce } from '@/components/ui/announcer'
import { showConfirmation, showError } from '@/components/ui/toast'
import { useFacetStore } from '@/lib/store/provider'
import type { Notice } from '@/lib/store/state'
import { splitNotice } from './split-notice'

/** Shows what the app has to say as toasts; what can be seen anyway is only read aloud. */
export function Notices() {
  const store = useFacetStore()
  useEffect(
    () =>
      store.subscribe(({ notice }, before) => {
        if (notice && notice !== before.notice) tell(notice)
      }),
    [store],
  )
  return null
}

function tell({ kind, text, isQuiet, action }: Notice): void {
  if (isQuiet) {
    announce(text)
    return
  }
  const { message, description } = splitNotice(text)
  const show = kind === 'error' ? showError : showConfirmation
  // The same message again replaces the one on show.
  show(message, {
    description,
    id: text,
    action: action && { label: action.label, onAction: action.run },
  })
}

'use client'

import { useEffect } from 'react'
import { announce } from '@/components/ui/announcer'
import { showConfirmation, showError, showNote, showWarning } from '@/components/ui/toast'
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

const SHOW: Readonly<Record<Notice['kind'], typeof showError>> = {
  status: showConfirmation,
  note: showNote,
  warning: showWarning,
  error: showError,
}

function tell({ kind, text, isQuiet, action }: Notice): void {
  if (isQuiet) {
    announce(text)
    return
  }
  const { message, description } = splitNotice(text)
  // The same message again replaces the one on show.
  SHOW[kind](message, {
    description,
    id: text,
    action: action && { label: action.label, onAction: action.run },
  })
}

'use client'

import { useSyncExternalStore } from 'react'
import { NARROW_WIDTH } from './preferences'

const NARROW = `(max-width: ${NARROW_WIDTH - 0.02}px)`

const subscribeToNothing = () => () => {}

/** False on the server and while React takes over its page, true from then on. */
export function useIsMounted(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  )
}

/** Whether panes lie over the diagram because there is no room beside it. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribeToNarrow, isNarrow, () => false)
}

export function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches
}

function subscribeToNarrow(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

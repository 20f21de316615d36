'use client'

import { useSyncExternalStore } from 'react'
import { NARROW_WIDTH, SHORT_HEIGHT } from './preferences'

const NARROW = `(max-width: ${NARROW_WIDTH - 0.02}px)`
const SHORT = `(max-height: ${SHORT_HEIGHT - 0.02}px)`

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

/** Whether there is no room for the explorer and the inspector under one another. */
export function useIsShort(): boolean {
  return useSyncExternalStore(
    subscribeToShort,
    () => window.matchMedia(SHORT).matches,
    () => false,
  )
}

const subscribeToNarrow = subscriber(NARROW)
const subscribeToShort = subscriber(SHORT)

function subscriber(media: string): (onChange: () => void) => () => void {
  return (onChange) => {
    const query = window.matchMedia(media)
    query.addEventListener('change', onChange)
    return () => query.removeEventListener('change', onChange)
  }
}

'use client'

/** Code that comes after the first paint, in one piece, for whoever needs it. */

import { useSyncExternalStore } from 'react'

export interface LatePart<Part> {
  /** `null` until it has come. */
  readonly current: Part | null
  /** Without a connection it rejects, and the next call tries again. */
  fetch(): Promise<Part>
  subscribe(listener: () => void): () => void
}

export function latePart<Part>(load: () => Promise<Part>): LatePart<Part> {
  let current: Part | null = null
  let fetching: Promise<Part> | null = null
  const listeners = new Set<() => void>()
  return {
    get current() {
      return current
    },
    fetch() {
      fetching ??= load().then(
        (part) => {
          current = part
          for (const listener of listeners) listener()
          return part
        },
        (error: unknown) => {
          fetching = null
          throw error
        },
      )
      return fetching
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `null` until it has come; from then on it is there at once. */
export function useLatePart<Part>(late: LatePart<Part>): Part | null {
  return useSyncExternalStore(
    late.subscribe,
    () => late.current,
    () => null,
  )
}

/** Which sections of the inspector are folded, remembered in this browser. */

import { useSyncExternalStore } from 'react'

const KEY = 'facet-inspector'

let states: Readonly<Record<string, boolean>> | null = null
const listeners = new Set<() => void>()

/** Whether the section is open: as it was left, else as it suits. All panels share a name's state. */
export function useSectionOpen(
  name: string,
  isOpenAtFirst: boolean,
): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const isOpen = useSyncExternalStore(
    subscribe,
    () => read()[name] ?? isOpenAtFirst,
    () => isOpenAtFirst,
  )
  return [isOpen, (next) => remember(name, next)]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Readonly<Record<string, boolean>> {
  states ??= readSections(stored())
  return states
}

function remember(name: string, isOpen: boolean): void {
  states = { ...read(), [name]: isOpen }
  try {
    localStorage.setItem(KEY, JSON.stringify(states))
  } catch {
    // Full or forbidden storage: it holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** What was stored, whatever it is; damaged entries count as never made. */
export function readSections(text: string | null): Readonly<Record<string, boolean>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, boolean] => {
        return typeof entry[1] === 'boolean'
      }),
    )
  } catch {
    return {}
  }
}

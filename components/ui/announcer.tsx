'use client'

/**
 * Tells screen readers what changed when the page shows it only to the eye: a model was added, a
 * relation selected. Things a person must see as well are toasts; do not announce those twice.
 */
import { useEffect, useState } from 'react'

/** `polite` waits for the reader to finish; `assertive` interrupts, so keep it for loss and error. */
export type Politeness = 'polite' | 'assertive'

interface Announcement {
  message: string
  politeness: Politeness
  /** Makes a message that is said twice a new element, or the second would not be read. */
  serial: number
}

/** Time in ms after which a message is taken away, so that nobody reads a stale one later. */
const LIFETIME = 8000

let serial = 0
const listeners = new Set<(announcement: Announcement) => void>()

/** Has the message read aloud. Callable from anywhere; does nothing where no page is shown. */
export function announce(message: string, politeness: Politeness = 'polite'): void {
  serial += 1
  for (const listener of listeners) listener({ message, politeness, serial })
}

/**
 * The live regions, once per page. They have no role, so that `status` and `alert` remain the
 * names of what can be seen.
 */
export function Announcer() {
  const [current, setCurrent] = useState<Announcement>()

  useEffect(() => {
    listeners.add(setCurrent)
    return () => {
      listeners.delete(setCurrent)
    }
  }, [])

  useEffect(() => {
    if (!current) return
    const timer = setTimeout(() => setCurrent(undefined), LIFETIME)
    return () => clearTimeout(timer)
  }, [current])

  const spoken = current ? <span key={current.serial}>{current.message}</span> : null
  return (
    <div data-slot="announcer" className="sr-only">
      <div aria-live="polite">{current?.politeness === 'polite' ? spoken : null}</div>
      <div aria-live="assertive">{current?.politeness === 'assertive' ? spoken : null}</div>
    </div>
  )
}

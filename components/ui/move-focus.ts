import type { KeyboardEvent } from 'react'

/** The arrow keys, Home and End go from one of the elements to another, in their order. */
export function moveFocus(event: KeyboardEvent, elements: readonly HTMLElement[]): void {
  const current = elements.indexOf(document.activeElement as HTMLElement)
  const next = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    Home: 0,
    End: elements.length - 1,
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  elements[Math.min(elements.length - 1, Math.max(0, next))]?.focus()
}

'use client'

/**
 * The buttons and areas that menus hang on. What is in the menus, and Radix, come once the page has
 * been painted; a menu that is asked for before that opens as soon as it can.
 */

import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode, SyntheticEvent } from 'react'
import type { LatePart } from './late-part'
import { LateTrigger, type Wish } from './late-trigger'

interface LateMenuProps<Part> {
  late: LatePart<Part>
  /** Renders the menu; `trigger` goes into its trigger with `asChild`. */
  render(part: Part, trigger: ReactElement): ReactNode
  /** The button, or the area. */
  children: ReactNode
}

/** A button with a menu below it. */
export function LateDropdownMenu<Part>(props: LateMenuProps<Part>) {
  return <LateTrigger attributes={CLOSED_DROPDOWN} wishOf={pressed} {...props} />
}

/** An area with a menu of its own at the pointer. */
export function LateContextMenu<Part>(props: LateMenuProps<Part>) {
  return <LateTrigger attributes={CLOSED} wishOf={askedFor} {...props} />
}

const CLOSED = { 'data-state': 'closed' }
const CLOSED_DROPDOWN = { ...CLOSED, 'aria-haspopup': 'menu', 'aria-expanded': false }

const OPENING_KEYS: readonly string[] = ['Enter', ' ', 'ArrowDown']

function pressed(name: string, event: SyntheticEvent): Wish | null {
  if (name === 'onPointerDown') {
    const { button, ctrlKey } = event as PointerEvent
    return button === 0 && !ctrlKey ? ({ onPointerDown }) => onPointerDown?.(event) : null
  }
  const isKey = name === 'onKeyDown' && OPENING_KEYS.includes((event as KeyboardEvent).key)
  return isKey ? ({ onKeyDown }) => onKeyDown?.(event) : null
}

function askedFor(name: string, event: SyntheticEvent): Wish | null {
  if (name !== 'onContextMenu' || event.defaultPrevented) return null
  event.preventDefault()
  // What is prevented already would open nothing, so it is asked for as if anew.
  const anew = Object.assign(Object.create(event), { defaultPrevented: false })
  return ({ onContextMenu }) => onContextMenu?.(anew)
}

'use client'

/**
 * Lets what hangs on an element, a menu or a tooltip, come later than the element itself. Radix
 * makes a trigger of an element that it renders; here the element is on the page first and stays
 * the same one, with its focus. When the part has come, its trigger is given a stand-in, which
 * hands on the element, and back to it whatever Radix wants the element to say and to listen to.
 */

import { Slot } from 'radix-ui/slot'
import {
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type LatePart, useLatePart } from './late-part'
import { showError } from './toast'

type Attributes = Readonly<Record<string, unknown>>
type Listener = (event: SyntheticEvent) => void

/** All that the triggers of Radix listen to. */
const EVENTS = [
  'onBlur',
  'onClick',
  'onContextMenu',
  'onFocus',
  'onKeyDown',
  'onPointerCancel',
  'onPointerDown',
  'onPointerEnter',
  'onPointerLeave',
  'onPointerMove',
  'onPointerUp',
] as const

/** Whoever does this may want the part next. */
const APPROACHES: ReadonlySet<string> = new Set(['onFocus', 'onPointerEnter'])

type EventName = (typeof EVENTS)[number]
type Listeners = Partial<Record<EventName, Listener>>

/** What an event asks for before the part has come: what to do as soon as it has. */
export type Wish = (listeners: Listeners) => void

interface LateTriggerProps<Part> {
  late: LatePart<Part>
  /** Renders the part; `trigger` goes into a trigger of Radix with `asChild`. */
  render(part: Part, trigger: ReactElement): ReactNode
  /** What the element says of itself until the part has come. */
  attributes?: Attributes
  /** What an event asks for; `null` for nothing that has to be remembered. */
  wishOf?(name: EventName, event: SyntheticEvent): Wish | null
  /** The element; it must take a ref, attributes and event handlers. */
  children: ReactNode
}

export function LateTrigger<Part>({
  late,
  render,
  attributes = {},
  wishOf,
  children,
}: LateTriggerProps<Part>) {
  const part = useLatePart(late)
  const element = useRef<HTMLElement>(null)
  /** `null` until the part has said what it listens to. */
  const heard = useRef<Listeners | null>(null)
  const wish = useRef<Wish | null>(null)
  const [given, setGiven] = useState(attributes)

  const latest = useRef({ late, wishOf })
  useLayoutEffect(() => {
    latest.current = { late, wishOf }
  })

  const [listeners] = useState(() => {
    const hear = (name: EventName) => (event: SyntheticEvent) => {
      if (heard.current !== null) {
        heard.current[name]?.(event)
        return
      }
      const { late, wishOf } = latest.current
      const wished = wishOf?.(name, event) ?? null
      if (wished === null && !APPROACHES.has(name)) return
      wish.current = wished ?? wish.current
      late.fetch().catch(() => {
        if (wish.current === null) return
        wish.current = null
        showError('This could not be loaded.', {
          description: 'Nothing was changed. Check the connection and try again.',
        })
      })
    }
    return Object.fromEntries(EVENTS.map((name) => [name, hear(name)]))
  })

  // Whoever does something else in the meantime does not want it any more.
  useEffect(() => {
    if (part !== null) return
    const drop = () => {
      wish.current = null
    }
    window.addEventListener('pointerdown', drop, { capture: true })
    window.addEventListener('keydown', drop, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', drop, { capture: true })
      window.removeEventListener('keydown', drop, { capture: true })
    }
  }, [part])

  const receive = useCallback((props: Attributes) => {
    const said: Record<string, unknown> = {}
    const next: Record<string, Listener> = {}
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === 'function') next[name] = value as Listener
      else said[name] = value
    }
    heard.current = next
    setGiven((known) => (isSame(known, said) ? known : said))
    const wished = wish.current
    wish.current = null
    wished?.(next)
  }, [])

  return (
    <>
      <Slot ref={element} {...given} {...listeners}>
        {children}
      </Slot>
      {part === null ? null : render(part, <StandIn element={element} onGiven={receive} />)}
    </>
  )
}

interface StandInProps {
  element: RefObject<HTMLElement | null>
  onGiven(props: Attributes): void
  ref?: Ref<HTMLElement>
}

/** Renders nothing: it is the element for Radix, and Radix for the element. */
function StandIn({ element, onGiven, ref, ...props }: StandInProps) {
  useImperativeHandle(ref, () => element.current as HTMLElement, [element])
  useLayoutEffect(() => onGiven(props))
  return null
}

/** They are plain values and objects of such. */
function isSame(a: Attributes, b: Attributes): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

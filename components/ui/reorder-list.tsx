'use client'

import { GripVertical } from 'lucide-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { cn } from './cn'

interface ReorderListProps<Item> {
  /** The list's accessible name. */
  label: string
  items: readonly Item[]
  keyOf(item: Item, index: number): string
  /** What the handle of an item moves: "email". */
  nameOf(item: Item): string
  disabled?: boolean
  className?: string
  /** Puts the item `from` before the item that is at `before` now; its length for the end. */
  onMove(from: number, before: number): void
  children(item: Item, index: number, handle: ReactNode): ReactNode
}

interface Drag {
  readonly from: number
  /** The item before which it would be put. */
  readonly before: number
}

/**
 * A list whose items are put in order by their handles: dragged, or moved by the arrow keys, Home
 * and End while a handle has the focus. Alt and an arrow key does the same from anywhere in an item.
 */
export function ReorderList<Item>({
  label,
  items,
  keyOf,
  nameOf,
  disabled = false,
  className,
  onMove,
  children,
}: ReorderListProps<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  /** What had the focus when its item was moved by a key: the page moves it, and it loses it. */
  const focused = useRef<HTMLElement | null>(null)

  useLayoutEffect(() => {
    const element = focused.current
    focused.current = null
    if (element?.isConnected && document.activeElement !== element) element.focus()
  })

  const moveByKey = (event: KeyboardEvent, index: number) => {
    const isHandle = event.target instanceof Element && event.target.matches('[data-handle]')
    if (disabled || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (!isHandle && !event.altKey) return
    const before = placeAfterKey(event.key, index, items.length, isHandle)
    if (before === null) return
    event.preventDefault()
    event.stopPropagation()
    if (before === index || before === index + 1) return
    focused.current = event.target instanceof HTMLElement ? event.target : null
    onMove(index, before)
  }

  const startDrag = (event: PointerEvent<HTMLButtonElement>, from: number) => {
    if (disabled || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ from, before: from })
  }
  const moveDrag = (event: PointerEvent) => {
    if (!drag || !list.current) return
    const before = placeAt(list.current, event.clientY)
    if (before !== drag.before) setDrag({ ...drag, before })
  }
  const endDrag = () => {
    if (!drag) return
    setDrag(null)
    if (drag.before !== drag.from && drag.before !== drag.from + 1) onMove(drag.from, drag.before)
  }

  return (
    <ul
      ref={list}
      aria-label={label}
      data-slot="reorder-list"
      className={cn('flex flex-col', className)}
    >
      {items.map((item, index) => (
        <li
          key={keyOf(item, index)}
          className={cn(
            'group relative',
            drag?.from === index && 'opacity-45',
            drag?.before === index && dropLine('before:-top-px'),
            drag?.before === items.length &&
              index === items.length - 1 &&
              dropLine('before:-bottom-px'),
          )}
          onKeyDown={(event) => moveByKey(event, index)}
        >
          {children(
            item,
            index,
            <button
              type="button"
              data-handle=""
              aria-label={`Move ${nameOf(item)}`}
              title="Drag to reorder, or press the arrow keys"
              disabled={disabled || items.length < 2}
              className="flex h-6 w-4 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-faint hover:text-fg active:cursor-grabbing disabled:invisible"
              onPointerDown={(event) => startDrag(event, index)}
              onPointerMove={moveDrag}
              onPointerUp={endDrag}
              onPointerCancel={() => setDrag(null)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && drag) {
                  event.preventDefault()
                  setDrag(null)
                }
              }}
            >
              <GripVertical className="size-3" />
            </button>,
          )}
        </li>
      ))}
    </ul>
  )
}

function dropLine(edge: string): string {
  return `before:absolute before:inset-x-0 before:h-0.5 before:bg-accent ${edge}`
}

/** Before which item a key puts the item at `index`; `null` when the key is not about that. */
export function placeAfterKey(
  key: string,
  index: number,
  count: number,
  isHandle: boolean,
): number | null {
  if (key === 'ArrowUp') return Math.max(0, index - 1)
  if (key === 'ArrowDown') return Math.min(count, index + 2)
  if (!isHandle) return null
  if (key === 'Home') return 0
  return key === 'End' ? count : null
}

/** Before which item of the list something let go at this height of the window belongs. */
function placeAt(list: HTMLElement, y: number): number {
  const boxes = [...list.children].map((child) => child.getBoundingClientRect())
  const index = boxes.findIndex(({ top, height }) => y < top + height / 2)
  return index < 0 ? boxes.length : index
}

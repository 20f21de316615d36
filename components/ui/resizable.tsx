'use client'

/**
 * A pane of fixed width (or height) beside content that takes the rest, with a handle between.
 * Sizes are pixels, so that the server's page and the first paint agree and nothing shifts.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react'
import { cn } from './cn'

/** The edge of the window at which the pane sits; its handle is on the opposite edge. */
export type PaneSide = 'left' | 'right' | 'bottom'

interface ResizablePaneProps {
  side: PaneSide
  /** The handle's accessible name: "Resize code pane". */
  label: string
  /** All sizes are in pixels. */
  defaultSize: number
  minSize: number
  maxSize: number
  /** Called when a drag or a key press has ended with a new size, to remember it. */
  onResizeEnd?(size: number): void
  /** Called when the handle is dragged far below the least size, or Enter is pressed on it. */
  onCollapse?(): void
  className?: string
  children: ReactNode
}

const KEY_STEP = 16

/**
 * Put it first or last in a flex row (column for `bottom`). The handle is dragged, or moved by the
 * arrow keys, Home and End; a double click puts it back. To collapse the pane, do not render it.
 */
export function ResizablePane({
  side,
  label,
  defaultSize,
  minSize,
  maxSize,
  onResizeEnd,
  onCollapse,
  className,
  children,
}: ResizablePaneProps) {
  const id = useId()
  const pane = useRef<HTMLDivElement>(null)
  const drag = useRef<{ from: number; size: number } | null>(null)
  const [size, setSize] = useState(() => clamp(defaultSize, minSize, maxSize))
  const upright = side !== 'bottom'

  /** The size now drawn, which a small window may have made less than the one wished for. */
  const drawnSize = () => {
    const box = pane.current?.getBoundingClientRect()
    return box ? Math.round(upright ? box.width : box.height) : size
  }
  const position = (event: PointerEvent) => (upright ? event.clientX : event.clientY)
  const finish = (next: number) => {
    setSize(next)
    onResizeEnd?.(next)
  }

  const startDrag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: position(event), size: drawnSize() }
  }
  const moveDrag = (event: PointerEvent) => {
    if (!drag.current) return
    const outward = position(event) - drag.current.from
    const wanted = drag.current.size + (side === 'left' ? outward : -outward)
    if (onCollapse && wanted < minSize / 2) {
      drag.current = null
      onCollapse()
    } else {
      setSize(clamp(wanted, minSize, maxSize))
    }
  }
  const endDrag = () => {
    if (!drag.current) return
    drag.current = null
    onResizeEnd?.(size)
  }

  const moveByKey = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 4 * KEY_STEP : KEY_STEP
    const [grow, shrink] = GROWING_KEYS[side]
    const current = drawnSize()
    let next: number
    if (event.key === grow) next = current + step
    else if (event.key === shrink) next = current - step
    else if (event.key === 'Home') next = minSize
    else if (event.key === 'End') next = maxSize
    else if (event.key === 'Enter' && onCollapse) {
      event.preventDefault()
      onCollapse()
      return
    } else return
    event.preventDefault()
    finish(clamp(next, minSize, maxSize))
  }

  return (
    <div
      ref={pane}
      id={id}
      data-slot="resizable-pane"
      className={cn(
        'relative flex min-h-0 min-w-0 shrink-0 flex-col border-border bg-surface',
        PANE_EDGE[side],
        className,
      )}
      style={upright ? { width: size, maxWidth: '75%' } : { height: size, maxHeight: '75%' }}
    >
      {children}
      {/* biome-ignore lint/a11y/useSemanticElements: A rule cannot be focused or moved. */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-controls={id}
        aria-orientation={upright ? 'vertical' : 'horizontal'}
        aria-valuemin={minSize}
        aria-valuemax={maxSize}
        aria-valuenow={size}
        aria-valuetext={`${size} pixels`}
        data-slot="resizable-handle"
        className={cn(
          // Nine pixels to catch, of which the hairline in the middle is drawn.
          'absolute z-20 touch-none outline-hidden after:absolute after:bg-accent after:opacity-0 after:transition-opacity',
          'hover:after:opacity-70 focus-visible:after:opacity-100 active:after:opacity-100',
          HANDLE_EDGE[side],
        )}
        onPointerDown={startDrag}
        onPointerMove={moveDrag}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
        onDoubleClick={() => finish(clamp(defaultSize, minSize, maxSize))}
        onKeyDown={moveByKey}
      />
    </div>
  )
}

const GROWING_KEYS: Record<PaneSide, readonly [grow: string, shrink: string]> = {
  left: ['ArrowRight', 'ArrowLeft'],
  right: ['ArrowLeft', 'ArrowRight'],
  bottom: ['ArrowUp', 'ArrowDown'],
}

const PANE_EDGE: Record<PaneSide, string> = {
  left: 'border-r',
  right: 'border-l',
  bottom: 'border-t',
}

const HANDLE_EDGE: Record<PaneSide, string> = {
  left: 'inset-y-0 -right-[5px] w-[9px] cursor-col-resize after:inset-y-0 after:left-[3px] after:w-[3px]',
  right:
    'inset-y-0 -left-[5px] w-[9px] cursor-col-resize after:inset-y-0 after:left-[3px] after:w-[3px]',
  bottom:
    'inset-x-0 -top-[5px] h-[9px] cursor-row-resize after:inset-x-0 after:top-[3px] after:h-[3px]',
}

function clamp(size: number, min: number, max: number): number {
  return Math.round(Math.min(max, Math.max(min, size)))
}

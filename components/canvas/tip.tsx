'use client'

/**
 * One tooltip for the whole diagram. Of a row, a block or a relation it is a card that tells what
 * there is no room for: the declaration, its documentation, its name in the database, what it
 * hangs together with, what is wrong with it. The pointer can go onto a card; Escape sends it away.
 */

import { type PointerEvent, type RefObject, useEffect, useId, useState } from 'react'
import type { Point } from '@/lib/document/design'
import { shapeOf } from '@/lib/store/placement'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { blockCard, type CardText, relationCard, rowCard } from './card-text'
import { blockOf, linkOf, memberOf } from './focus'

/** Time in ms the pointer rests before the tip shows, and before a card does. */
const DELAY = 450
const CARD_DELAY = 650
/** Time in ms to get from what a card is about onto the card. */
const GRACE = 220

interface Place {
  readonly left: number
  readonly top: number
  /** Whether it ends there, rather than begins. */
  readonly isAbove: boolean
  readonly isBefore: boolean
  /** In pixels. */
  readonly maxWidth: number
}

interface Tip extends CardText, Place {
  readonly isCard: boolean
}

/** In pixels: the most that a tip takes, the least that it can be read in, and the free space around it. */
const MOST_WIDTH = 420
const LEAST_WIDTH = 220
const MOST_HEIGHT = 200
const GAP = 14
const MARGIN = 8

const SUBJECTS = '[data-tip], .canvas-row, .canvas-header, .canvas-line'

export function DiagramTip({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const id = useId()
  const [tip, setTip] = useState<Tip | null>(null)
  const [stay, setStay] = useState<{ enter(): void; leave(): void } | null>(null)

  useEffect(() => {
    const root = within.current
    if (!root) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let current: Element | null = null
    let described: Element | null = null
    let pointer: Point | null = null

    const hide = () => {
      clearTimeout(timer)
      current = null
      described?.removeAttribute('aria-describedby')
      described = null
      setTip(null)
    }
    const hideLater = () => {
      clearTimeout(timer)
      timer = setTimeout(hide, GRACE)
    }
    const show = (element: Element, at: Point | null) => {
      const text = textFor(element)
      if (canvas.getState().fixing || !text || !element.isConnected) return
      const isCard = !element.hasAttribute('data-tip')
      setTip({ ...text, isCard, ...placeFor(element, at) })
    }
    const textFor = (element: Element): CardText | null => {
      const plain = element.getAttribute('data-tip')
      if (plain) return { title: null, code: [], text: [plain], problems: [] }
      const { graph } = store.getState().document
      const relation = graph.relations.find((candidate) => candidate.id === linkOf(element))
      if (relation) return relationCard(graph, relation)
      const block = graph.blockById.get(blockOf(element) ?? '')
      if (!block) return null
      const mark = canvas.getState().marks.get(block.id)
      const memberId = memberOf(element)
      return memberId === null
        ? blockCard(graph, shapeOf(block), block.isBroken, mark)
        : rowCard(graph, shapeOf(block), block.isBroken, memberId, mark)
    }
    const subject = (target: EventTarget | null) =>
      target instanceof Element ? target.closest(SUBJECTS) : null
    const isInTip = (target: EventTarget | null) =>
      target instanceof Element && target.closest('.canvas-tip') !== null
    const over = ({ target, buttons }: globalThis.PointerEvent) => {
      if (!isInTip(target)) restOn(buttons === 0 ? subject(target) : null)
    }
    const restOn = (element: Element | null) => {
      if (element === current) return
      if (!element) {
        current = null
        hideLater()
        return
      }
      hide()
      current = element
      const delay = element.hasAttribute('data-tip') ? DELAY : CARD_DELAY
      timer = setTimeout(() => show(element, pointer), delay)
    }
    const move = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      pointer = { x, y }
    }
    const focus = ({ target }: FocusEvent) => {
      hide()
      if (target instanceof Element) tellOf(target)
    }
    const tellOf = (element: Element) => {
      if (!element.matches(':focus-visible') || element.matches('input')) return
      const about = element.matches('.react-flow__node')
        ? element.querySelector('.canvas-header')
        : subject(element)
      if (!about) return
      timer = setTimeout(() => {
        show(about, null)
        element.setAttribute('aria-describedby', id)
        described = element
      }, CARD_DELAY)
    }
    const press = (event: Event) => {
      if (!isInTip(event.target)) hide()
    }
    const dismiss = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    setStay({ enter: () => clearTimeout(timer), leave: hideLater })
    // Whoever was there before this had come is told as well.
    const { activeElement } = document
    if (activeElement && activeElement !== root && root.contains(activeElement)) {
      tellOf(activeElement)
    } else {
      restOn(subject([...root.querySelectorAll(':hover')].at(-1) ?? null))
    }

    const options = { passive: true }
    root.addEventListener('pointerover', over, options)
    root.addEventListener('pointermove', move, options)
    root.addEventListener('pointerleave', hideLater, options)
    root.addEventListener('pointerdown', press, { ...options, capture: true })
    root.addEventListener('wheel', press, { ...options, capture: true })
    root.addEventListener('keydown', hide, { ...options, capture: true })
    root.addEventListener('focusin', focus)
    root.addEventListener('focusout', hide)
    window.addEventListener('keydown', dismiss, true)
    return () => {
      clearTimeout(timer)
      root.removeEventListener('pointerover', over)
      root.removeEventListener('pointermove', move)
      root.removeEventListener('pointerleave', hideLater)
      root.removeEventListener('pointerdown', press, true)
      root.removeEventListener('wheel', press, true)
      root.removeEventListener('keydown', hide, true)
      root.removeEventListener('focusin', focus)
      root.removeEventListener('focusout', hide)
      window.removeEventListener('keydown', dismiss, true)
    }
  }, [within, store, canvas, id])

  if (!tip) return null
  return <Card id={id} tip={tip} onPointerEnter={stay?.enter} onPointerLeave={stay?.leave} />
}

/**
 * Beside a block, so as not to lie over its rows, where there is room; by a line, where the pointer
 * is. Never beyond the diagram: what lies beside it is in use.
 */
function placeFor(element: Element, pointer: Point | null): Place {
  const box = element.getBoundingClientRect()
  const edge = element.closest('.canvas')?.getBoundingClientRect()
  const start = (edge?.left ?? 0) + MARGIN
  const end = (edge?.right ?? window.innerWidth) - MARGIN
  const node = element.matches('[data-tip]') ? null : element.closest('.react-flow__node')
  if (node) {
    const { left, right } = node.getBoundingClientRect()
    const [before, after] = [left - GAP - start, end - right - GAP]
    const isBefore = after < MOST_WIDTH && before > after
    const room = Math.max(before, after)
    if (room >= LEAST_WIDTH) {
      const isAbove = box.top + MOST_HEIGHT > window.innerHeight
      const x = isBefore ? left - GAP : right + GAP
      const top = isAbove ? box.bottom : box.top
      return { left: x, top, isAbove, isBefore, maxWidth: Math.min(MOST_WIDTH, room) }
    }
  }
  const isLine = element.matches('.canvas-line')
  const near =
    isLine && pointer ? { x: pointer.x - 12, top: pointer.y - 8, bottom: pointer.y + 8 } : null
  const { top, bottom } = near ?? box
  const isAbove = bottom > window.innerHeight - MOST_HEIGHT
  const x = near?.x ?? (isLine ? box.left + box.width / 2 : box.left)
  const maxWidth = Math.min(MOST_WIDTH, end - start)
  const left = Math.max(start, Math.min(x, end - maxWidth))
  return { left, top: isAbove ? top - 6 : bottom + 6, isAbove, isBefore: false, maxWidth }
}

interface CardProps {
  readonly id: string
  readonly tip: Tip
  readonly onPointerEnter: ((event: PointerEvent) => void) | undefined
  readonly onPointerLeave: ((event: PointerEvent) => void) | undefined
}

function Card({ id, tip, onPointerEnter, onPointerLeave }: CardProps) {
  return (
    <div
      id={id}
      role="tooltip"
      className="canvas-tip nokey nopan nowheel"
      data-card={tip.isCard || undefined}
      data-above={tip.isAbove || undefined}
      data-before={tip.isBefore || undefined}
      style={{ left: tip.left, top: tip.top, maxWidth: tip.maxWidth }}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
    >
      {tip.title !== null && <code className="canvas-tip-title">{tip.title}</code>}
      {tip.code.map((line) => (
        <code key={line}>{line}</code>
      ))}
      {tip.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {tip.problems.map((line) => (
        <p key={line} className="canvas-tip-problem">
          {line}
        </p>
      ))}
    </div>
  )
}

'use client'

/**
 * One tooltip for the whole diagram. It tells of a row or a block what there is no room for:
 * the declaration in full, its documentation, its name in the database, what is wrong with it.
 */

import { type RefObject, useEffect, useState } from 'react'
import { shapeOf } from '@/lib/store/placement'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { blockOf, memberOf } from './focus'
import { type TipText, tipText } from './tip-text'

/** Time in ms the pointer rests before the tip shows. */
const DELAY = 450

interface Tip extends TipText {
  readonly left: number
  readonly top: number
  readonly isAbove: boolean
}

export function DiagramTip({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const [tip, setTip] = useState<Tip | null>(null)

  useEffect(() => {
    const root = within.current
    if (!root) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let current: Element | null = null

    const hide = () => {
      clearTimeout(timer)
      current = null
      setTip(null)
    }
    const show = (element: Element) => {
      const text = textFor(element)
      if (!text || !element.isConnected) return
      const box = element.getBoundingClientRect()
      const isAbove = box.bottom > window.innerHeight - 160
      setTip({ ...text, left: box.left, top: isAbove ? box.top - 6 : box.bottom + 6, isAbove })
    }
    const textFor = (element: Element): TipText | null => {
      const plain = element.getAttribute('data-tip')
      if (plain) return { title: null, text: [plain], problems: [] }
      const blockId = blockOf(element)
      const { document } = store.getState()
      const block = document.graph.blockById.get(blockId ?? '')
      const mark = canvas.getState().marks.get(blockId ?? '')
      if (!block) return null
      return tipText(shapeOf(block), block.isBroken, memberOf(element), mark)
    }
    const subject = (target: EventTarget | null) =>
      target instanceof Element ? target.closest('[data-tip], .canvas-row, .canvas-header') : null
    const over = (event: PointerEvent) => {
      const element = event.buttons === 0 ? subject(event.target) : null
      if (element === current) return
      hide()
      current = element
      if (element) timer = setTimeout(() => show(element), DELAY)
    }
    const focus = (event: FocusEvent) => {
      const element = event.target instanceof Element ? event.target : null
      hide()
      if (!element?.matches(':focus-visible')) return
      const about = element.matches('.react-flow__node')
        ? element.querySelector('.canvas-header')
        : subject(element)
      if (about && !element.matches('input')) timer = setTimeout(() => show(about), DELAY)
    }
    const options = { passive: true }
    root.addEventListener('pointerover', over, options)
    root.addEventListener('pointerleave', hide, options)
    root.addEventListener('pointerdown', hide, { ...options, capture: true })
    root.addEventListener('wheel', hide, { ...options, capture: true })
    root.addEventListener('keydown', hide, { ...options, capture: true })
    root.addEventListener('focusin', focus)
    root.addEventListener('focusout', hide)
    return () => {
      clearTimeout(timer)
      root.removeEventListener('pointerover', over)
      root.removeEventListener('pointerleave', hide)
      root.removeEventListener('pointerdown', hide, true)
      root.removeEventListener('wheel', hide, true)
      root.removeEventListener('keydown', hide, true)
      root.removeEventListener('focusin', focus)
      root.removeEventListener('focusout', hide)
    }
  }, [within, store, canvas])

  if (!tip) return null
  return (
    <div
      role="tooltip"
      className="canvas-tip"
      data-above={tip.isAbove || undefined}
      style={{ left: tip.left, top: tip.top }}
    >
      {tip.title !== null && <code>{tip.title}</code>}
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

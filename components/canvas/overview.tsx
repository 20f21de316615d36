'use client'

import { useStoreApi } from '@xyflow/react'
import { useTheme } from 'next-themes'
import { useEffect, useRef } from 'react'
import { COLORS } from '@/lib/document/diagram'
import type { BlockChange } from '@/lib/schema/compare-graphs'
import type { BlockId } from '@/lib/schema/graph'
import { baselineOf } from '@/lib/store/baseline'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvas, useCanvasStore } from './canvas-context'
import { type Ink, paintOverview } from './overview-paint'

/**
 * The drawing that stands in for the blocks' elements when they are too small to read. The
 * elements stay where they are, unseen, so that everything can still be pointed at and focused.
 */
export function Overview() {
  const level = useCanvas((state) => state.level)
  return level === 'far' ? <OverviewDrawing /> : null
}

function OverviewDrawing() {
  const flow = useStoreApi()
  const canvas = useCanvasStore()
  const facet = useFacetStore()
  const ref = useRef<HTMLCanvasElement>(null)
  const { resolvedTheme } = useTheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: The theme changes the colours that are read.
  useEffect(() => {
    const element = ref.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const baseline = baselineOf(facet)
    let ink: Ink | null = null
    let frame = 0

    const paint = () => {
      frame = 0
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      const ratio = window.devicePixelRatio
      if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio)
      if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio)
      ink ??= readInk(element)
      const size = { width, height }
      const viewport = { x, y, zoom }
      const { isMarked, changes } = baseline.getState()
      const scene = {
        state: canvas.getState(),
        changes: isMarked ? changes.blocks : NO_CHANGES,
        focusedId: focusedBlock(),
      }
      paintOverview(context, scene, viewport, size, ink, ratio)
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }

    paint()
    // The theme's class and the typeface may come a moment after this.
    const late = requestAnimationFrame(() => {
      ink = null
      schedule()
    })
    let seen = flow.getState()
    const stops = [
      canvas.subscribe(schedule),
      baseline.subscribe(schedule),
      flow.subscribe((state) => {
        const isMoved = state.transform !== seen.transform
        if (isMoved || state.width !== seen.width || state.height !== seen.height) schedule()
        seen = state
      }),
    ]
    document.addEventListener('focusin', schedule)
    return () => {
      cancelAnimationFrame(frame)
      cancelAnimationFrame(late)
      for (const stop of stops) stop()
      document.removeEventListener('focusin', schedule)
    }
  }, [flow, canvas, facet, resolvedTheme])

  return (
    <div aria-hidden="true">
      <canvas ref={ref} className="canvas-overview" />
    </div>
  )
}

const NO_CHANGES: ReadonlyMap<BlockId, BlockChange> = new Map()

function focusedBlock(): string | null {
  const element = document.activeElement
  return element?.matches('.react-flow__node:focus-visible')
    ? element.getAttribute('data-id')
    : null
}

function readInk(element: Element): Ink {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    node: token('--node'),
    border: token('--node-border'),
    header: token('--node-header'),
    text: token('--text'),
    faint: token('--border'),
    relation: token('--relation'),
    accent: token('--relation-selected'),
    danger: token('--danger'),
    warning: token('--warning'),
    kinds: {
      view: token('--kind-view'),
      enum: token('--kind-enum'),
      type: token('--kind-type'),
    },
    changes: { added: token('--success'), changed: token('--accent'), lost: token('--danger') },
    paints: Object.fromEntries(COLORS.map((color) => [color, token(`--paint-${color}`)])),
    fontFamily: style.fontFamily,
  }
}

'use client'

import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { useTheme } from 'next-themes'
import { type PointerEvent, useEffect, useRef } from 'react'
import type { Rect, Size } from '@/lib/layout/types'
import { allRects } from './annotations'
import { useCanvas, useCanvasStore } from './canvas-context'
import type { CanvasState } from './canvas-store'
import { visibleRect } from './view-culling'
import { boundsOf } from './viewport-math'

/** The least width of the diagram, in pixels, at which a map of it does not get in the way. */
const ROOM = 640
const MAP: Size = { width: 168, height: 112 }
const MARGIN = 6

/**
 * A small map of everything with the part in view; pressing it goes there. It is for the pointer
 * alone: the keyboard has the blocks themselves.
 */
export function CornerMap() {
  const hasRoom = useStore(({ width }) => width >= ROOM)
  const isEmpty = useCanvas(({ nodes }) => nodes.length === 0)
  return hasRoom && !isEmpty ? <MapDrawing /> : null
}

function MapDrawing() {
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  const canvas = useCanvasStore()
  const ref = useRef<HTMLCanvasElement>(null)
  const { resolvedTheme } = useTheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: The theme changes the colours that are read.
  useEffect(() => {
    const element = ref.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    let request = 0
    const paint = () => {
      request = 0
      const ratio = window.devicePixelRatio
      element.width = MAP.width * ratio
      element.height = MAP.height * ratio
      const { view, scale, left, top } = mapFrame(flowStore.getState(), canvas.getState())
      context.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top * ratio)
      paintMap(context, canvas.getState(), view, 1 / scale, getComputedStyle(element))
    }
    const schedule = () => {
      if (request === 0) request = requestAnimationFrame(paint)
    }
    schedule()
    let seen = flowStore.getState().transform
    const stops = [
      canvas.subscribe((state, before) => {
        if (
          state.rects !== before.rects ||
          state.nodes !== before.nodes ||
          state.groups !== before.groups
        )
          schedule()
      }),
      flowStore.subscribe(({ transform }) => {
        if (transform !== seen) schedule()
        seen = transform
      }),
    ]
    return () => {
      cancelAnimationFrame(request)
      for (const stop of stops) stop()
    }
  }, [canvas, flowStore, resolvedTheme])

  const goTo = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const { scale, left, top } = mapFrame(flowStore.getState(), canvas.getState())
    const x = (event.clientX - box.left - left) / scale
    const y = (event.clientY - box.top - top) / scale
    void flow.setCenter(x, y, { zoom: flow.getZoom() })
  }

  return (
    <div className="canvas-map" aria-hidden="true">
      <canvas
        ref={ref}
        style={MAP}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          goTo(event)
        }}
        onPointerMove={goTo}
      />
    </div>
  )
}

/** How the map lies over the canvas: all of everything and of what is in view is on it. */
function mapFrame(
  { transform, width, height }: Size & { readonly transform: [number, number, number] },
  state: CanvasState,
) {
  const [x, y, zoom] = transform
  const view = visibleRect({ x, y, zoom }, { width, height })
  const bounds = boundsOf([...allRects(state), view]) ?? view
  const scale = Math.min(
    (MAP.width - 2 * MARGIN) / bounds.width,
    (MAP.height - 2 * MARGIN) / bounds.height,
  )
  const left = (MAP.width - bounds.width * scale) / 2 - bounds.x * scale
  const top = (MAP.height - bounds.height * scale) / 2 - bounds.y * scale
  return { view, scale, left, top }
}

function paintMap(
  context: CanvasRenderingContext2D,
  { nodes, rects, groups }: CanvasState,
  view: Rect,
  pixel: number,
  style: CSSStyleDeclaration,
): void {
  const token = (name: string) => style.getPropertyValue(name).trim()
  context.globalAlpha = 0.2
  for (const { group, area } of groups) {
    context.fillStyle = token(`--paint-${group.color}`)
    context.fillRect(area.x, area.y, area.width, area.height)
  }
  for (const kind of ['model', 'view', 'enum', 'type']) {
    context.fillStyle = token(`--kind-${kind}`)
    context.globalAlpha = 0.5
    for (const { id, data } of nodes) {
      const rect = data.block.kind === kind ? rects.get(id) : undefined
      if (rect) context.fillRect(rect.x, rect.y, rect.width, rect.height)
    }
  }
  context.globalAlpha = 1
  context.beginPath()
  context.roundRect(view.x, view.y, view.width, view.height, 3 * pixel)
  context.strokeStyle = token('--accent')
  context.lineWidth = 1.5 * pixel
  context.stroke()
  context.globalAlpha = 0.07
  context.fillStyle = token('--accent')
  context.fill()
}

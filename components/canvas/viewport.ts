'use client'

/** Where the diagram looks: on opening, when something is to be shown, when something is edited. */

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import type { Viewport } from '@/lib/document/design'
import type { Rect, Size } from '@/lib/layout/types'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { allRects } from './annotations'
import { useCanvas, useCanvasStore } from './canvas-context'
import { visibleRect } from './view-culling'
import { boundsOf, fitViewport, isInside, MAX_ZOOM, viewportCentredOn } from './viewport-math'

/** Motion in ms. */
const DURATION = 150
/** A block is brought to at least this zoom to be read, and to this to be edited. */
const READABLE = 0.55
const EDITABLE = 0.7

/** Moves the view so that the blocks can be seen; without any, everything. */
export function useReveal(): (blockIds?: readonly BlockId[], least?: number) => void {
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  const canvas = useCanvasStore()
  return useCallback(
    (blockIds, least = READABLE) => {
      const { width, height, transform } = flowStore.getState()
      const size = { width, height }
      const state = canvas.getState()
      const wanted = blockIds?.flatMap((id) => state.rects.get(id) ?? []) ?? allRects(state)
      const bounds = boundsOf(wanted)
      if (!bounds || width === 0) return
      const [x, y, zoom] = transform
      if (blockIds) {
        const view = visibleRect({ x, y, zoom }, size)
        if (zoom >= least && isInside(bounds, view)) return
        void go(flow.setViewport, viewportFor(bounds, size, zoom, least))
      } else {
        void go(flow.setViewport, fitViewport(bounds, size))
      }
    },
    [flow, flowStore, canvas],
  )
}

/** Keeps the zoom where it serves, and centres. */
function viewportFor(bounds: Rect, size: Size, zoom: number, least: number): Viewport {
  const fit = fitViewport(bounds, size)
  if (fit.zoom < least) return fit
  return viewportCentredOn(bounds, size, Math.min(Math.max(zoom, least), fit.zoom, MAX_ZOOM))
}

function go(
  setViewport: (viewport: Viewport, options?: { duration?: number }) => Promise<boolean>,
  viewport: Viewport,
) {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  return setViewport(viewport, isStill ? {} : { duration: DURATION })
}

/** Follows what the rest of the app asks to see. */
export function useViewport(): void {
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const reveal = useReveal()
  const request = useFacet((state) => state.reveal)
  const edit = useFacet((state) => state.inPlaceEdit)
  const draftId = useCanvas(({ draft }) => draft?.blockId)
  const lastRequest = useRef(request)

  useEffect(() => {
    if (request === lastRequest.current || request?.view !== 'diagram') return
    lastRequest.current = request
    // What was just added is not placed before the next rendering.
    requestAnimationFrame(() => reveal(request.blockIds))
  }, [request, reveal])

  const editedId = edit?.blockId ?? draftId
  useEffect(() => {
    if (editedId === undefined) return
    const frame = requestAnimationFrame(() => reveal([editedId], EDITABLE))
    return () => cancelAnimationFrame(frame)
  }, [editedId, reveal])

  // A design that was just opened is shown as it was left, or whole, as soon as it has a layout.
  useEffect(() => {
    let isPending = true
    const show = () => {
      const { width, height } = flowStore.getState()
      const bounds = boundsOf(allRects(canvas.getState()))
      if (!isPending || !bounds || width === 0) return
      isPending = false
      const { viewport } = store.getState()
      void flow.setViewport(viewport ?? fitViewport(bounds, { width, height }))
    }
    show()
    const stops = [
      store.subscribe((state, before) => {
        const isOpened = state.lastStep !== before.lastStep && state.lastStep.origin === 'open'
        if (isOpened) isPending = true
        if (isPending) show()
      }),
      canvas.subscribe(show),
      flowStore.subscribe(() => isPending && show()),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [flow, flowStore, store, canvas])
}

'use client'

/** Keeps the level of detail in step with the view, a little per frame. */

import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { Rect } from '@/lib/layout/types'
import { useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { levelAt, nextNear, visibleRect } from './view-culling'

/** Blocks and lines that may be added in one frame. */
const BLOCKS_AT_ONCE = 10
const LINES_AT_ONCE = 40

export function useDetail(): void {
  const facet = useFacetStore()
  const flow = useStoreApi()
  const canvas = useCanvasStore()

  useEffect(() => {
    let frame = 0

    const look = () => {
      frame = 0
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      const state = canvas.getState()
      // In a large schema, rows that nobody can read would only be slow.
      const isFull = facet.getState().document.diagram.detail === 'full' && state.isWhole
      const level = isFull ? 'rows' : levelAt(zoom, state.level)
      if (level !== state.level) canvas.setState({ level })
      // Far away nothing is drawn in detail, and what was may stay for when one comes back.
      if (state.isWhole || level === 'far') return
      const view = visibleRect({ x, y, zoom }, { width, height })
      const blocks = nextNear(state.rects, view, state.nearBlocks, BLOCKS_AT_ONCE)
      const bounds = new Map<string, Rect>()
      for (const [id, line] of state.lines) bounds.set(id, line.bounds)
      const lines = nextNear(bounds, view, state.nearLines, LINES_AT_ONCE)
      if (blocks.near !== state.nearBlocks || lines.near !== state.nearLines) {
        canvas.setState({ nearBlocks: blocks.near, nearLines: lines.near })
      }
      if (!blocks.isComplete || !lines.isComplete) schedule()
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }

    look()
    let seen = flow.getState()
    const stops = [
      flow.subscribe((state) => {
        if (state.transform !== seen.transform || state.width !== seen.width) schedule()
        seen = state
      }),
      canvas.subscribe((state, before) => {
        if (state.rects !== before.rects) schedule()
      }),
      facet.subscribe(({ document }, before) => {
        if (document.diagram.detail !== before.document.diagram.detail) schedule()
      }),
    ]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [flow, canvas, facet])
}

/** Lays out the open design, in a worker when it is large. */

import type { Point } from '@/lib/document/design'
import { createLayoutEngine } from '@/lib/engines/layout/main'
import type { LayoutInput } from '@/lib/layout/types'
import type { BlockId } from '@/lib/schema/graph'
import { arrangeNow, fetchArranging } from './arranging'
import { isShown, shownBoard } from './board'
import { layoutInput } from './placement'
import type { FacetStore } from './store'

/** So few blocks are laid out in about 40 ms: starting a worker takes longer. */
const SMALL = 12

export interface AutoLayout {
  /** Lays out anew everything that is shown, as one undo step. */
  arrange(): Promise<void>
  /** Lays out a design that has no positions yet. */
  placeAll(): Promise<void>
  cancel(): void
  stop(): void
}

export function createAutoLayout(store: FacetStore): AutoLayout {
  const engine = createLayoutEngine()
  let controller: AbortController | null = null

  function reportFailure(): void {
    const text = 'The automatic layout failed. Nothing was moved; try again.'
    store.getState().actions.notify({ kind: 'error', text })
  }

  async function computeHere(input: LayoutInput): Promise<ReadonlyMap<BlockId, Point> | null> {
    try {
      const arrange = await fetchArranging()
      return arrange(input)
    } catch {
      reportFailure()
      return null
    }
  }

  async function compute(): Promise<ReadonlyMap<BlockId, Point> | null> {
    const state = store.getState()
    const { document, actions } = state
    const board = shownBoard(state)
    const { graph, diagram } = document
    const input = layoutInput(graph, (id) => isShown(board, diagram.hidden, id), diagram)
    if (input.nodes.length <= SMALL) return await computeHere(input)
    controller?.abort()
    const current = new AbortController()
    controller = current
    const label = 'Laying out the diagram'
    actions.setProgress({ label, done: null })
    try {
      const { signal } = current
      const onProgress = (done: number) => actions.setProgress({ label, done })
      const positions = await engine.layout(input, { signal, onProgress })
      return signal.aborted ? null : new Map(Object.entries(positions))
    } catch {
      if (!current.signal.aborted) reportFailure()
      return null
    } finally {
      if (controller === current) {
        controller = null
        actions.setProgress(null)
      }
    }
  }

  return {
    async arrange() {
      const { viewId, focus } = store.getState()
      const positions = await compute()
      const { actions, ...now } = store.getState()
      // What was laid out is not what is shown any more: those places would mean nothing there.
      if (!positions || now.viewId !== viewId || (now.focus === null) !== (focus === null)) return
      actions.moveBlocks(positions, 'Auto layout')
      actions.show({ view: 'diagram' })
    },
    async placeAll() {
      const { document, actions } = store.getState()
      const before = document.graph
      // Without the lines between them blocks are only packed, which is quick at any size.
      const packed = () => arrangeNow()({ ...layoutInput(before), edges: [] })
      const positions = (await compute()) ?? packed()
      const now = store.getState().document
      const isPlaced = now.graph.blocks.some(({ id }) => now.positions.has(id))
      if (isPlaced || now.graph.blocks[0]?.id !== before.blocks[0]?.id) return
      actions.place(positions)
      actions.show({ view: 'diagram' })
    },
    cancel: () => controller?.abort(),
    stop() {
      controller?.abort()
      engine.dispose()
    },
  }
}

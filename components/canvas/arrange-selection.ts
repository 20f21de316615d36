/** Lining up what is selected. */

import type { Point } from '@/lib/document/design'
import { alignBlocks, distributeBlocks } from '@/lib/layout/align-blocks'
import type { Rect } from '@/lib/layout/types'
import type { BlockId } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import { drawnShape } from '@/lib/store/placement'
import type { FacetState } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import { type ArrangementEntry, canArrange } from './align-selection'

/** Moves the selected blocks, as one step. */
export function arrangeSelection(
  store: FacetStore,
  { title, arrangement }: ArrangementEntry,
): void {
  const state = store.getState()
  if (!canArrange(state, arrangement)) return
  const rects = selectedRects(state)
  const moved: ReadonlyMap<BlockId, Point> =
    arrangement.kind === 'align'
      ? alignBlocks(rects, arrangement.to)
      : distributeBlocks(rects, arrangement.along)
  if (moved.size === 0) {
    const text = `${title}: they are already.`
    state.actions.notify({ kind: 'status', text, isQuiet: true })
    return
  }
  state.actions.moveBlocks(moved, title)
  state.actions.notify({ kind: 'status', text: title, isQuiet: true })
}

function selectedRects(state: FacetState): Map<BlockId, Rect> {
  const { selection, document } = state
  const { positions } = shownBoard(state)
  const rects = new Map<BlockId, Rect>()
  for (const id of selection.blockIds) {
    const block = document.graph.blockById.get(id)
    const at = positions.get(id)
    if (block && at) rects.set(id, { ...at, ...drawnShape(document.diagram, block).size })
  }
  return rects
}

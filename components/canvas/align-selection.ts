/** Lining up what is selected. */

import type { Point } from '@/lib/document/design'
import { type Alignment, type Axis, alignBlocks, distributeBlocks } from '@/lib/layout/align-blocks'
import type { Rect } from '@/lib/layout/types'
import type { BlockId } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import { drawnShape } from '@/lib/store/placement'
import type { FacetState } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'

export type Arrangement =
  | { readonly kind: 'align'; readonly to: Alignment }
  | { readonly kind: 'distribute'; readonly along: Axis }

export type ArrangementId =
  | 'alignLeft'
  | 'alignCenter'
  | 'alignRight'
  | 'alignTop'
  | 'alignMiddle'
  | 'alignBottom'
  | 'distributeHorizontally'
  | 'distributeVertically'

export interface ArrangementEntry {
  readonly id: ArrangementId
  /** As on a button and in a menu. */
  readonly title: string
  readonly arrangement: Arrangement
}

export const ARRANGEMENTS: readonly ArrangementEntry[] = [
  { id: 'alignLeft', title: 'Align left', arrangement: { kind: 'align', to: 'left' } },
  { id: 'alignCenter', title: 'Align centers', arrangement: { kind: 'align', to: 'center' } },
  { id: 'alignRight', title: 'Align right', arrangement: { kind: 'align', to: 'right' } },
  { id: 'alignTop', title: 'Align top', arrangement: { kind: 'align', to: 'top' } },
  { id: 'alignMiddle', title: 'Align middles', arrangement: { kind: 'align', to: 'middle' } },
  { id: 'alignBottom', title: 'Align bottom', arrangement: { kind: 'align', to: 'bottom' } },
  {
    id: 'distributeHorizontally',
    title: 'Distribute horizontally',
    arrangement: { kind: 'distribute', along: 'horizontal' },
  },
  {
    id: 'distributeVertically',
    title: 'Distribute vertically',
    arrangement: { kind: 'distribute', along: 'vertical' },
  },
]

/** Whether enough is selected: two blocks to line up, three to space evenly. */
export function canArrange({ selection }: FacetState, { kind }: Arrangement): boolean {
  return selection.blockIds.length >= (kind === 'align' ? 2 : 3)
}

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

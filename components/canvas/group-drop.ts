/** Letting go of dragged blocks: they move and join or leave groups, all as one undo step. */

import type { Point } from '@/lib/document/design'
import { groupOfBlock } from '@/lib/document/diagram-edits'
import type { BlockId } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import type { FacetStore } from '@/lib/store/store'
import { regroup } from './annotations'
import type { CanvasStore } from './canvas-store'

export function dropBlocks(
  store: FacetStore,
  canvas: CanvasStore,
  positions: ReadonlyMap<BlockId, Point>,
): void {
  const state = store.getState()
  const { actions, document } = state
  const { diagram, graph } = document
  const next = regroup(
    diagram,
    shownBoard(state),
    canvas.getState().rects,
    new Set(positions.keys()),
  )
  if (next === diagram) {
    actions.moveBlocks(positions)
    return
  }
  const [first = ''] = positions.keys()
  const what =
    positions.size === 1 ? (graph.blockById.get(first)?.name ?? '') : `${positions.size} blocks`
  const joined = groupOfBlock(next, first)
  const left = groupOfBlock(diagram, first)
  const where = joined ? `into ${joined.title}` : `out of ${left?.title ?? 'a group'}`
  const label = `Move ${what} ${where}`
  actions.moveBlocks(positions, label, next)
  actions.notify({ kind: 'status', text: label, isQuiet: true })
}

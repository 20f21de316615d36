/** Going from row to row by keyboard. */

import type { BlockId, FieldId } from '@/lib/schema/graph'
import { drawnShape } from '@/lib/store/placement'
import type { FacetStore } from '@/lib/store/store'
import { focusSoon } from './focus'

/** The rows that are drawn. */
function rowsOf(store: FacetStore, blockId: BlockId) {
  const { graph, diagram } = store.getState().document
  const block = graph.blockById.get(blockId)
  return block ? drawnShape(diagram, block).members : []
}

/** Goes from a row to one above or below it. */
export function focusRow(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId,
  step: number,
): void {
  const members = rowsOf(store, blockId)
  const next = members[members.findIndex(({ id }) => id === memberId) + step]
  if (!next) return
  store.getState().actions.select({ blockIds: [blockId], memberId: next.id })
  focusSoon(blockId, next.id)
}

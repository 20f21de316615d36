/** Going from row to row, and moving rows, by keyboard. */

import type { BlockId, FieldId } from '@/lib/schema/graph'
import { drawnShape } from '@/lib/store/placement'
import type { FacetStore } from '@/lib/store/store'
import { focusSoon } from './focus'
import { putBefore } from './row-reorder'

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

/** Puts a row one further up or down. */
export function moveRow(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId,
  step: 1 | -1,
): void {
  const block = store.getState().document.graph.blockById.get(blockId)
  if (!block || block.isBroken) return
  const members = [...block.fields, ...block.values]
  const row = members.findIndex(({ id }) => id === memberId)
  const index = step === 1 ? row + 2 : row - 1
  if (index < 0 || !putBefore(store, block, memberId, members[index]?.id ?? null)) return
  store.getState().actions.select({ blockIds: [blockId], memberId })
  focusSoon(blockId, memberId)
}

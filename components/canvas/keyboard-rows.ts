/** Going from row to row, and moving rows, by keyboard. */

import type { BlockId, FieldId } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import { focusSoon } from './focus'
import { putBefore } from './row-reorder'

function membersOf(store: FacetStore, blockId: BlockId) {
  const block = store.getState().document.graph.blockById.get(blockId)
  return block ? [...block.fields, ...block.values] : []
}

/** Goes from a row to one above or below it. */
export function focusRow(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId,
  step: number,
): void {
  const members = membersOf(store, blockId)
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
  const row = membersOf(store, blockId).findIndex(({ id }) => id === memberId)
  const index = step === 1 ? row + 2 : row - 1
  if (index < 0 || !putBefore(store, block, memberId, index)) return
  store.getState().actions.select({ blockIds: [blockId], memberId })
  focusSoon(blockId, memberId)
}

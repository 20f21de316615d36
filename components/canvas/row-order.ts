/** Putting a row elsewhere in its block. */

import { moveEnumValue } from '@/lib/commands/move-enum-value'
import { moveField } from '@/lib/commands/move-field'
import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import { focusSoon } from './focus'

/** Moves a member before another; `null` is the end. False when it is there already. */
export function putBefore(
  store: FacetStore,
  block: Block,
  memberId: FieldId,
  before: FieldId | null,
): boolean {
  const members = [...block.fields, ...block.values]
  const from = members.findIndex(({ id }) => id === memberId)
  const isThere = before === memberId || before === (members[from + 1]?.id ?? null)
  if (from < 0 || isThere) return false
  const { run } = store.getState().actions
  const blockId = block.id
  const result =
    block.kind === 'enum'
      ? run(moveEnumValue, { blockId, valueId: memberId, before })
      : run(moveField, { blockId, fieldId: memberId, before })
  return result !== null
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

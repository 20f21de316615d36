/** What can be done to whatever is selected, and what adds to it; the keyboard and the menus share it. */

import { addBlock } from '@/lib/commands/add-block'
import type { NewBlockKind } from '@/lib/commands/arguments'
import { deleteBlocks } from '@/lib/commands/delete-blocks'
import { deleteEnumValue } from '@/lib/commands/delete-enum-value'
import { deleteFields } from '@/lib/commands/delete-fields'
import { deleteRelation } from '@/lib/commands/delete-relation'
import { duplicateBlocks } from '@/lib/commands/duplicate-blocks'
import { pasteBlocks } from '@/lib/commands/paste-blocks'
import type { Point } from '@/lib/document/design'
import type { Block } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import { startEdit } from './start-editing'

/** Deletes the selected relation, field, value or blocks. `false` when nothing is selected. */
export function deleteSelection(store: FacetStore): boolean {
  const { selection, actions, document } = store.getState()
  const { blockIds, memberId, relationId } = selection
  if (relationId !== null) return actions.run(deleteRelation, { relationId }) !== null
  const [blockId] = blockIds
  if (blockId === undefined) return false
  if (memberId === null) return actions.run(deleteBlocks, { blockIds }) !== null
  const isEnum = document.graph.blockById.get(blockId)?.kind === 'enum'
  return isEnum
    ? actions.run(deleteEnumValue, { blockId, valueId: memberId }) !== null
    : actions.run(deleteFields, { blockId, fieldIds: [memberId] }) !== null
}

export function duplicateSelection(store: FacetStore): boolean {
  const { selection, actions } = store.getState()
  if (selection.blockIds.length === 0) return false
  return actions.run(duplicateBlocks, { blockIds: selection.blockIds }) !== null
}

/** Adds the blocks in Prisma schema text that was copied from anywhere. */
export function pasteText(store: FacetStore, text: string, at: Point): boolean {
  const { selection, actions } = store.getState()
  const [beside] = selection.blockIds
  const result = actions.run(pasteBlocks, beside === undefined ? { text } : { text, beside }, at)
  if (!result) {
    actions.notify({ kind: 'error', text: 'What was pasted is not Prisma schema text.' })
  }
  return result !== null
}

/** Adds a block, where asked if anywhere; `null` when the schema's text does not allow it. */
export function newBlock(
  store: FacetStore,
  kind: NewBlockKind,
  at: Point | undefined,
): Block | null {
  const result = store.getState().actions.run(addBlock, { kind }, at)
  const name = result?.created?.[0]?.name
  return store.getState().document.graph.blockByName.get(name ?? '') ?? null
}

/** Adds a block where asked and opens its name for editing. */
export function addBlockAt(store: FacetStore, kind: NewBlockKind, at: Point): void {
  const block = newBlock(store, kind, at)
  if (block) startEdit(store, block.id, null)
}

/** What can be done to whatever is selected; the keyboard and the menus share it. */

import { addBlock } from '@/lib/commands/add-block'
import type { NewBlockKind } from '@/lib/commands/arguments'
import { deleteBlocks } from '@/lib/commands/delete-blocks'
import { deleteEnumValue } from '@/lib/commands/delete-enum-value'
import { deleteFields } from '@/lib/commands/delete-fields'
import { deleteRelation } from '@/lib/commands/delete-relation'
import { duplicateBlocks } from '@/lib/commands/duplicate-blocks'
import { pasteBlocks } from '@/lib/commands/paste-blocks'
import type { Point } from '@/lib/document/design'
import { type BlockId, isDrawn } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import type { FacetStore } from '@/lib/store/store'
import { startEdit } from './editing'

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

export function selectAll(store: FacetStore): void {
  const state = store.getState()
  const { document, actions } = state
  const { positions } = shownBoard(state)
  const blockIds = document.graph.blocks
    .filter(({ id, kind }) => isDrawn(kind) && positions.has(id))
    .map(({ id }) => id)
  actions.select({ blockIds })
}

/** The selected blocks as they stand in the text, in its order; empty when none is selected. */
export function selectedText(store: FacetStore): string {
  const { selection, document } = store.getState()
  const selected = new Set(selection.blockIds)
  return document.graph.blocks
    .filter(({ id }) => selected.has(id))
    .map(({ syntax }) => `${syntax.text.trim()}\n`)
    .join('\n')
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

/** Adds a block where asked and opens its name for editing. */
export function addBlockAt(store: FacetStore, kind: NewBlockKind, at: Point): void {
  const { actions } = store.getState()
  const result = actions.run(addBlock, { kind }, at)
  const name = result?.created?.[0]?.name
  const block = store.getState().document.graph.blockByName.get(name ?? '')
  if (block) startEdit(store, block.id, null)
}

/** Shows a block, or a member of it, in the code. */
export function showInCode(store: FacetStore, blockId: BlockId, memberId: string | null): void {
  const { document, actions } = store.getState()
  const block = document.graph.blockById.get(blockId)
  if (!block) return
  const file = document.files.get(block.path)?.syntax
  const start = file?.starts[file.items.indexOf(block.syntax)]
  if (start === undefined) return
  const members = [...block.fields, ...block.values]
  const index = members.findIndex(({ id }) => id === memberId)
  const nodes = block.syntax.members.filter(({ kind }) => kind === 'field' || kind === 'value')
  const range = nodes[index] ?? block.syntax.name ?? block.syntax.keyword
  actions.show({
    view: 'code',
    path: block.path,
    from: start + range.from,
    to: start + range.to,
  })
}

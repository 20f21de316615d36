/** Where editing in place begins; what it does to the design is in `editing.ts`. */

import { type NodeShape, rowOfMember } from '@/lib/layout/node-shape'
import type { BlockId, FieldId } from '@/lib/schema/graph'
import { drawnShape } from '@/lib/store/placement'
import type { InPlaceEdit } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'

/** Starts to edit, unless the block's text is broken: then there is nothing sure to edit. */
export function startEdit(
  store: FacetStore,
  blockId: BlockId,
  memberId: FieldId | null,
  part: InPlaceEdit['part'] = 'name',
): void {
  const { actions, document } = store.getState()
  const block = document.graph.blockById.get(blockId)
  if (!block || block.isBroken) return
  const isDrawn =
    memberId === null || rowOfMember(drawnShape(document.diagram, block), memberId) >= 0
  if (!isDrawn) {
    const text = 'This row is not drawn now. Show everything of the block to edit it here.'
    actions.notify({ kind: 'status', text })
    return
  }
  actions.select({ blockIds: [blockId], memberId })
  actions.editInPlace({ blockId, memberId, part })
}

/** Edits a field's whole line; an enum's value has but a name. */
export function startLineEdit(store: FacetStore, blockId: BlockId, memberId: FieldId): void {
  const block = store.getState().document.graph.blockById.get(blockId)
  const isField = block?.fields.some(({ id }) => id === memberId)
  startEdit(store, blockId, memberId, isField ? 'line' : 'name')
}

/** Opens a blank row at the end of a block. */
export function startDraft(store: FacetStore, canvas: CanvasStore, blockId: BlockId): void {
  const { actions, document } = store.getState()
  const block = document.graph.blockById.get(blockId)
  if (!block || block.isBroken) return
  actions.editInPlace(null)
  actions.select({ blockIds: [blockId] })
  canvas.setState({ draft: { blockId } })
}

/** The name without the database schema before it: what can be edited in its place. */
export function editedTitle({ block, naming }: NodeShape): string {
  return naming === 'database' ? (block.databaseName ?? block.name) : block.name
}

/** Whether a block still has the name it was made with. */
export function hasDefaultName(name: string): boolean {
  return /^(Model|View|Type|Enum)\d*$/.test(name)
}

/** Where a dragged row would go, and taking it to another block. */

import { checkFieldMove, moveFieldToBlock } from '@/lib/commands/move-field-to-block'
import type { Point } from '@/lib/document/design'
import { NODE } from '@/lib/layout/node-size'
import type { Block, BlockId, FieldId } from '@/lib/schema/graph'
import { drawnShape } from '@/lib/store/placement'
import { commandContext, type FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'
import { offerUndo } from './offer-undo'

export interface RowDrop {
  readonly blockId: BlockId
  /** The row before which it goes. */
  readonly index: number
  /** The member that has this row; `null` below the last. */
  readonly before: FieldId | null
  readonly hint: string
  readonly isRefused: boolean
}

/** `null` where there is no block. */
export function rowDropAt(
  store: FacetStore,
  canvas: CanvasStore,
  point: Point,
  { block, memberId }: { readonly block: Block; readonly memberId: FieldId },
): RowDrop | null {
  const { rects } = canvas.getState()
  const own = rects.get(block.id)
  // Beside its own block it still goes there: a hand is not that steady.
  const over = [...rects].findLast(([, candidate]) => isOver(candidate, point, 0))
  const [blockId, rect] = over ?? [block.id, own]
  if (!rect || (!over && !isOver(rect, point, MARGIN))) return null
  const { document } = store.getState()
  const other = document.graph.blockById.get(blockId)
  if (!other) return null
  const { members } = drawnShape(document.diagram, other)
  const index = dropIndex(point.y - rect.y, members.length)
  const before = members[index]?.id ?? null
  if (blockId === block.id) return { blockId, index, before, hint: '', isRefused: false }
  const field = block.fields.find(({ id }) => id === memberId)
  const name = field?.name ?? block.values.find(({ id }) => id === memberId)?.name ?? ''
  const args = { blockId: block.id, fieldId: memberId, toBlockId: blockId, before }
  const ctx = commandContext(document)
  const problem = field ? checkFieldMove(ctx, args) : 'A value stays in its enum.'
  const hint = problem ?? `Move ${name} to ${other.name}`
  return { blockId, index, before, hint, isRefused: problem !== null }
}

/** Takes a field to another block, before the row that the drop names. */
export function moveToBlock(
  store: FacetStore,
  block: Block,
  fieldId: FieldId,
  { blockId: toBlockId, before }: Pick<RowDrop, 'blockId' | 'before'>,
): void {
  const { actions } = store.getState()
  const result = actions.run(moveFieldToBlock, { blockId: block.id, fieldId, toBlockId, before })
  if (result) offerUndo(store, result)
}

/** The row before which something let go at `y`, from the top of the block, belongs. */
export function dropIndex(y: number, rowCount: number): number {
  const index = Math.round((y - NODE.headerHeight) / NODE.rowHeight)
  return Math.max(0, Math.min(index, rowCount))
}

/** Room around a block that still counts as the block, in pixels. */
const MARGIN = 40

function isOver(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  point: Point,
  margin: number,
): boolean {
  return (
    point.x >= x - margin &&
    point.x <= x + width + margin &&
    point.y >= y - margin &&
    point.y <= y + height + margin
  )
}

/**
 * Keeps the tables of implicit many-to-many relations as they are when their models are renamed:
 * such a table is called after the models, so the relation gets the name that it had.
 */

import type { BlockId } from '@/lib/schema/graph'
import { isImplicit } from './conventional-names'
import type { Draft } from './draft'
import { patchRelation } from './relation-attribute'

/** Call before the blocks are renamed. */
export function nameJoinTables(draft: Draft, isRenamed: (blockId: BlockId) => boolean): void {
  for (const relation of draft.ctx.graph.relations) {
    const { from, to, name } = relation
    if (!isImplicit(relation) || !to || name !== null) continue
    if (!isRenamed(from.blockId) && !isRenamed(to.blockId)) continue
    const table = `${draft.block(from.blockId).name}To${draft.block(to.blockId).name}`
    for (const { blockId, fieldId } of [from, to]) {
      patchRelation(draft, { blockId, fieldId }, { name: table })
    }
  }
}

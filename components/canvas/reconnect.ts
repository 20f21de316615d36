/** Giving an end of a relation another block: what it would mean, and doing it. */

import type { CommandContext } from '@/lib/commands/command'
import { checkReconnection, reconnectRelation } from '@/lib/commands/reconnect-relation'
import type { ReconnectRelationArguments } from '@/lib/commands/relation-arguments'
import type { BlockId, FieldId, Relation } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import { offerUndo } from './offer-undo'

export type RelationSide = ReconnectRelationArguments['end']

export interface Reconnection {
  /** `null` when the end cannot go there. */
  readonly args: ReconnectRelationArguments | null
  /** What would happen, or why nothing. */
  readonly hint: string
}

/** What dropping the end on a block, or on a row of it, means. Rows that are no keys count as their block. */
export function reconnectionTo(
  ctx: CommandContext,
  relation: Relation,
  end: RelationSide,
  blockId: BlockId,
  fieldId: FieldId | null,
): Reconnection {
  const block = ctx.graph.blockById.get(blockId)
  const onBlock = { relationId: relation.id, end, blockId }
  const field = block?.fields.find(({ id }) => id === fieldId)
  const choices = field ? [{ ...onBlock, fieldId: field.id }, onBlock] : [onBlock]
  const args = choices.find((choice) => reconnectRelation.run(ctx, choice) !== null) ?? null
  const from = `${ctx.graph.blockById.get(relation.fromBlockId)?.name}.${relation.from.fieldName}`
  const isRow = args !== null && 'fieldId' in args
  const place = isRow && field ? `${block?.name}.${field.name}` : (block?.name ?? '')
  if (args) {
    const hint = end === 'to' ? `${from} refers to ${place}` : `Move the ${from} end to ${place}`
    return { args, hint }
  }
  const [choice = onBlock] = choices
  return { args, hint: checkReconnection(ctx, choice) ?? 'It ends there already.' }
}

/** The blocks that the end can go to; empty in a large schema, where each tells when it is asked. */
export function reconnectCandidates(
  ctx: CommandContext,
  relation: Relation,
  end: RelationSide,
): ReadonlySet<BlockId> {
  const models = ctx.graph.blocks.filter(({ kind }) => kind === 'model')
  if (models.length > MANY_MODELS) return new Set()
  const isPossible = (blockId: BlockId) =>
    reconnectRelation.run(ctx, { relationId: relation.id, end, blockId }) !== null
  return new Set(models.filter(({ id }) => isPossible(id)).map(({ id }) => id))
}

const MANY_MODELS = 40

/** Does it, selects the relation where it is then, and offers to take it back. */
export function reconnect(store: FacetStore, args: ReconnectRelationArguments): boolean {
  const { actions } = store.getState()
  const result = actions.run(reconnectRelation, args)
  if (result) offerUndo(store, result)
  return result !== null
}

/** What a line drawn from one row or block to another means. Pure. */

import { describeRelation } from '@/lib/commands/add-relation'
import type { AddRelationArguments } from '@/lib/commands/arguments'
import type { CommandContext } from '@/lib/commands/command'
import { kindOfKey } from '@/lib/commands/relation-plan'
import type { Block, BlockId, Field, FieldId } from '@/lib/schema/graph'
import { isKey, isKeyOfRelation, keyCandidate } from './relate-arguments'

/** A block, or a row of it. */
export interface ConnectEnd {
  readonly blockId: BlockId
  readonly memberId: FieldId | null
}

export type Connection =
  /** There is one thing that it can mean. */
  | { readonly kind: 'relate'; readonly args: AddRelationArguments; readonly hint: string }
  /** There is something to choose first. */
  | { readonly kind: 'ask'; readonly hint: string }
  | { readonly kind: 'refuse'; readonly reason: string }

export function connectionOf(ctx: CommandContext, from: ConnectEnd, to: ConnectEnd): Connection {
  const start = endOf(ctx, from)
  const end = endOf(ctx, to)
  if (!start || !end) return { kind: 'refuse', reason: 'Only models can be related.' }
  if (from.blockId === to.blockId && from.memberId !== null && from.memberId === to.memberId) {
    return { kind: 'refuse', reason: 'Drop it on another row or model.' }
  }
  const args = rowsToArguments(ctx, start, end)
  if (args) {
    const description = describeRelation(ctx, args)
    if ('problem' in description) return { kind: 'refuse', reason: description.problem }
    const isForward = args.fromFieldId === start.field?.id
    const [key, target] = isForward ? [start, end] : [end, start]
    return { kind: 'relate', args, hint: `${nameOf(key)} refers to ${nameOf(target)}` }
  }
  const plain = { fromId: from.blockId, toId: to.blockId }
  const few = describeRelation(ctx, { kind: 'one-to-many', ...plain })
  const swapped = describeRelation(ctx, {
    kind: 'one-to-many',
    fromId: to.blockId,
    toId: from.blockId,
  })
  if ('problem' in few && 'problem' in swapped) return { kind: 'refuse', reason: few.problem }
  return { kind: 'ask', hint: `Relate ${start.block.name} to ${end.block.name}…` }
}

/** The models to which a line from a block can lead, whatever its rows. */
export function connectCandidates(ctx: CommandContext, from: ConnectEnd): ReadonlySet<BlockId> {
  const models = ctx.graph.blocks.filter(({ kind }) => kind === 'model')
  // In a huge schema, each tells only when the pointer is over it.
  if (models.length > MANY_MODELS) return new Set()
  const isPossible = (blockId: BlockId) =>
    connectionOf(ctx, { ...from, memberId: null }, { blockId, memberId: null }).kind !== 'refuse'
  return new Set(models.filter(({ id }) => isPossible(id)).map(({ id }) => id))
}

const MANY_MODELS = 150

interface End {
  readonly block: Block
  readonly field: Field | null
}

function endOf({ graph }: CommandContext, { blockId, memberId }: ConnectEnd): End | null {
  const block = graph.blockById.get(blockId)
  if (block?.kind !== 'model') return null
  const field = block.fields.find(({ id }) => id === memberId) ?? null
  return { block, field }
}

/** From a foreign key to a key, whichever end the line was drawn from; `null` if it is not that. */
function rowsToArguments(ctx: CommandContext, start: End, end: End): AddRelationArguments | null {
  const [from, to] = refers(ctx, start, end) ? [start, end] : [end, start]
  if (!refers(ctx, from, to) || !from.field || !to.field) return null
  const ends = {
    fromId: from.block.id,
    toId: to.block.id,
    fromFieldId: from.field.id,
    toFieldId: to.field.id,
  }
  return { ...ends, kind: kindOfKey(ctx, ends) }
}

/** Whether one row is a foreign key to the other. Of two keys, it is the one named for that. */
function refers(ctx: CommandContext, from: End, to: End): boolean {
  if (!from.field || !to.field || !isKey(to.block, to.field)) return false
  if (!isKey(from.block, from.field)) {
    return keyCandidate(ctx.graph, from.block.id, from.field.id) !== null
  }
  const ends = { fromId: from.block.id, toId: to.block.id, toFieldId: to.field.id }
  return isKeyOfRelation(ctx, ends, from.field.id)
}

function nameOf({ block, field }: End): string {
  return field ? `${block.name}.${field.name}` : block.name
}

/** What a line drawn from one row or block to another means. Pure. */

import { describeRelation } from '@/lib/commands/add-relation'
import type { AddRelationArguments } from '@/lib/commands/arguments'
import type { CommandContext } from '@/lib/commands/command'
import type { BlockId, Field, FieldId } from '@/lib/schema/graph'
import { keyCandidate } from './relate-arguments'

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
  return { kind: 'ask', hint: `Relate ${start.blockName} to ${end.blockName}…` }
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
  readonly blockId: BlockId
  readonly blockName: string
  readonly field: Field | null
}

function endOf({ graph }: CommandContext, { blockId, memberId }: ConnectEnd): End | null {
  const block = graph.blockById.get(blockId)
  if (block?.kind !== 'model') return null
  const field = block.fields.find(({ id }) => id === memberId) ?? null
  return { blockId, blockName: block.name, field }
}

/** From a foreign key to a key, whichever end the line was drawn from; `null` if it is not that. */
function rowsToArguments(
  { graph }: CommandContext,
  start: End,
  end: End,
): AddRelationArguments | null {
  const canRefer = ({ blockId, field }: End) =>
    field !== null && !isKey(field) && keyCandidate(graph, blockId, field.id) !== null
  const [from, to] = canRefer(start) && isKey(end.field) ? [start, end] : [end, start]
  if (!canRefer(from) || !isKey(to.field) || !from.field || !to.field) return null
  return {
    kind: 'one-to-many',
    fromId: from.blockId,
    toId: to.blockId,
    fromFieldId: from.field.id,
    toFieldId: to.field.id,
    optional: from.field.arity === 'optional',
  }
}

function isKey(field: Field | null): boolean {
  return field !== null && (field.isId || field.isUnique)
}

function nameOf({ blockName, field }: End): string {
  return field ? `${blockName}.${field.name}` : blockName
}

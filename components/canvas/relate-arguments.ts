/** From a gesture to the arguments of `addRelation`. Pure. */

import type { AddRelationArguments, NewRelationKind } from '@/lib/commands/arguments'
import type { CommandContext } from '@/lib/commands/command'
import { isUniqueSet } from '@/lib/commands/lookup'
import { existingKeyOf } from '@/lib/commands/relation-plan'
import type { Block, BlockId, Field, FieldId, SchemaGraph } from '@/lib/schema/graph'

export interface RelateChoice {
  readonly kind: NewRelationKind
  readonly fromId: BlockId
  readonly toId: BlockId
  readonly fromMemberId: FieldId | null
  /** Whether the sides change places: the line was drawn from the side that is referred to. */
  readonly isSwapped: boolean
  readonly isOptional: boolean
}

export function relateArguments(choice: RelateChoice): AddRelationArguments {
  const { kind, isSwapped, isOptional, fromMemberId } = choice
  const [fromId, toId] = isSwapped ? [choice.toId, choice.fromId] : [choice.fromId, choice.toId]
  const hasKey = kind === 'one-to-one' || kind === 'one-to-many'
  return {
    kind,
    fromId,
    toId,
    ...(hasKey && isOptional && { optional: true }),
    ...(hasKey && !isSwapped && fromMemberId !== null && { fromFieldId: fromMemberId }),
  }
}

/** A line that starts at a key leads away from what is referred to, unless the key refers there. */
export function startsSwapped(
  ctx: CommandContext,
  fromId: BlockId,
  memberId: FieldId | null,
  toId: BlockId | null,
): boolean {
  const block = ctx.graph.blockById.get(fromId)
  const field = fieldOf(block, memberId)
  if (!block || !field || !isKey(block, field)) return false
  return toId === null || !isKeyOfRelation(ctx, { fromId, toId }, field.id)
}

/** Whether the field is what a relation between the two would take for its foreign key. */
export function isKeyOfRelation(
  ctx: CommandContext,
  ends: { readonly fromId: BlockId; readonly toId: BlockId; readonly toFieldId?: FieldId },
  fieldId: FieldId,
): boolean {
  return existingKeyOf(ctx, ends)?.fieldIds.includes(fieldId) ?? false
}

/** The member a line was drawn from, if it can be a foreign key. */
export function keyCandidate(
  graph: SchemaGraph,
  blockId: BlockId,
  memberId: FieldId | null,
): FieldId | null {
  const block = graph.blockById.get(blockId)
  const field = fieldOf(block, memberId)
  if (!block || field?.typeKind !== 'scalar' || field.arity === 'list') return null
  const isUsed = graph.relations.some(
    (relation) => relation.fromBlockId === blockId && relation.fields.includes(field.name),
  )
  return isUsed || isPrimaryKey(block, field) ? null : field.id
}

/** Whether it tells rows apart by itself, whichever way that is written. */
export function isKey(block: Block, { name }: Field): boolean {
  return isUniqueSet(block, [name])
}

function isPrimaryKey({ keys }: Block, { name }: Field): boolean {
  return keys.some(
    ({ kind, fields }) => kind === 'id' && fields.length === 1 && fields[0]?.path === name,
  )
}

function fieldOf(block: Block | undefined, memberId: FieldId | null): Field | null {
  return block?.fields.find(({ id }) => id === memberId) ?? null
}

/** What a choice means, in words. */
export function relateSentence(kind: NewRelationKind, from: string, to: string): string {
  switch (kind) {
    case 'one-to-many':
      return `Each ${from} has one ${to}. A ${to} can have many of ${from}.`
    case 'one-to-one':
      return `Each ${from} has one ${to}, and no two share it.`
    case 'many-to-many':
      return `Each ${from} can have many of ${to}, and the other way round.`
    case 'many-to-many-explicit':
      return `Many of ${from} to many of ${to}, through a model of its own.`
  }
}

/** From a gesture to the arguments of `addRelation`. Pure. */

import type { AddRelationArguments, NewRelationKind } from '@/lib/commands/arguments'
import type { BlockId, Field, FieldId, SchemaGraph } from '@/lib/schema/graph'

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

/** A line that starts at a key leads away from what is referred to. */
export function startsSwapped(
  graph: SchemaGraph,
  fromId: BlockId,
  memberId: FieldId | null,
): boolean {
  const field = fieldOf(graph, fromId, memberId)
  return field !== null && (field.isId || field.isUnique)
}

/** The member a line was drawn from, if it can be a foreign key. */
export function keyCandidate(
  graph: SchemaGraph,
  blockId: BlockId,
  memberId: FieldId | null,
): FieldId | null {
  const field = fieldOf(graph, blockId, memberId)
  const isUsed = graph.relations.some(
    (relation) => relation.fromBlockId === blockId && relation.fields.includes(field?.name ?? ''),
  )
  return field?.typeKind === 'scalar' && field.arity !== 'list' && !field.isId && !isUsed
    ? field.id
    : null
}

function fieldOf(graph: SchemaGraph, blockId: BlockId, memberId: FieldId | null): Field | null {
  if (memberId === null) return null
  return graph.blockById.get(blockId)?.fields.find(({ id }) => id === memberId) ?? null
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

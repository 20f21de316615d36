/** A relation with both of its ends, as the commands that change relations need it. */

import type { Block, Relation } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import type { FieldRef } from './draft'
import { hasBody } from './lines'
import { type FieldPlace, findField, isReferable } from './lookup'
import type { Problem } from './relation-additions'

export interface WholeRelation {
  readonly relation: Relation
  readonly from: FieldPlace
  readonly to: FieldPlace
}

/** The relation, or why it cannot be changed. */
export function wholeRelation(ctx: CommandContext, relationId: string): WholeRelation | Problem {
  const relation = ctx.graph.relations.find(({ id }) => id === relationId)
  if (!relation) return { problem: 'The relation is not there any more.' }
  const from = findField(ctx, relation.from.blockId, relation.from.fieldId)
  const to = relation.to && findField(ctx, relation.to.blockId, relation.to.fieldId)
  if (!from) return { problem: 'The relation is not there any more.' }
  if (!to) {
    const other = ctx.graph.blockById.get(relation.toBlockId)?.name
    return { problem: `${other} has no field for the relation ${nameOf(from)} yet.` }
  }
  const problem = checkChangeable(ctx, from.block) ?? checkChangeable(ctx, to.block)
  if (problem !== null) return { problem }
  const twin = [from, to].find(
    ({ block, field }) => block.fields.filter(({ name }) => name === field.name).length > 1,
  )
  return twin
    ? { problem: `${twin.block.name} has several fields called ${twin.field.name}.` }
    : { relation, from, to }
}

/** Why relations of the block cannot be changed. */
export function checkChangeable(ctx: CommandContext, block: Block): string | null {
  if (block.kind !== 'model' && block.kind !== 'view') {
    return `Only models and views can be related, and ${block.name} is neither.`
  }
  if (!isReferable(ctx, block)) return `There is another block called ${block.name}.`
  return block.isBroken || !hasBody(block.syntax) || block.syntax.members.length === 0
    ? `The text of ${block.name} is not complete.`
    : null
}

/** Whether it is a many-to-many relation whose lists both hold keys, as MongoDB has them. */
export function hasKeyLists({ relation, from, to }: WholeRelation): boolean {
  const holdsKey = ({ field }: FieldPlace) => field.relation?.fields != null
  return relation.kind === 'many-to-many' && (holdsKey(from) || holdsKey(to))
}

export function refOf({ block, field }: FieldPlace): FieldRef {
  return { blockId: block.id, fieldId: field.id }
}

function nameOf({ block, field }: FieldPlace): string {
  return `${block.name}.${field.name}`
}

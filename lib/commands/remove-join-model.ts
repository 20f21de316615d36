/**
 * Makes a many-to-many relation without a model of its own of a model that does nothing but join
 * two others.
 *
 * ```prisma
 * model Post {
 *   id       Int       @id
 *   postTags PostTag[]
 * }
 *
 * model Tag {
 *   id       Int       @id
 *   postTags PostTag[]
 * }
 *
 * model PostTag {
 *   post   Post @relation(fields: [postId], references: [id])
 *   postId Int
 *   tag    Tag  @relation(fields: [tagId], references: [id])
 *   tagId  Int
 *
 *   @@id([postId, tagId])
 * }
 * ```
 * becomes
 * ```prisma
 * model Post {
 *   id       Int       @id
 *   tags     Tag[]
 * }
 *
 * model Tag {
 *   id       Int       @id
 *   posts    Post[]
 * }
 * ```
 */

import { type Block, primaryKeyFields, type Relation } from '@/lib/schema/graph'
import type { Command, CommandContext, CommandResult } from './command'
import { deleteBlocks } from './delete-blocks'
import { Draft } from './draft'
import { findBlock, isUniqueSet, qualified } from './lookup'
import { checkFieldName } from './names'
import type { Problem } from './relation-additions'
import type { RemoveJoinModelArguments } from './relation-arguments'
import { patchRelation } from './relation-attribute'
import { setEnd, settleName } from './relation-ends'
import { checkEnd } from './relation-target'
import { renameField } from './rename-field'
import { checkChangeable, refOf, type WholeRelation, wholeRelation } from './whole-relation'
import { nameStyle, pluralName } from './words'

export const removeJoinModel: Command<RemoveJoinModelArguments> = {
  name: 'removeJoinModel',
  run(ctx, args) {
    const result = remove(ctx, args)
    return result && 'problem' in result ? null : result
  },
}

/** Why the model cannot be replaced by a relation, as a sentence for people; `null` when it can. */
export function checkJoinModel(ctx: CommandContext, args: RemoveJoinModelArguments): string | null {
  const result = remove(ctx, args)
  return result && 'problem' in result ? result.problem : null
}

function remove(
  ctx: CommandContext,
  { blockId }: RemoveJoinModelArguments,
): CommandResult | Problem | null {
  const block = findBlock(ctx, blockId)
  if (!block) return { problem: 'The model is not there any more.' }
  const halves = joinedBy(ctx, block)
  if ('problem' in halves) return halves
  const [first, second] = halves.map(({ to }) => to) as [WholeRelation['to'], WholeRelation['to']]
  const draft = new Draft(ctx)
  const style = nameStyle(ctx.graph)
  const usual = pluralName(block.name, style)
  for (const [own, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const ref = refOf(own)
    patchRelation(draft, ref, { name: null })
    setEnd(draft, ref, other.block.name, 'list')
    const name = pluralName(other.block.name, style)
    const isUsual = own.field.name.toLowerCase() === usual.toLowerCase()
    if (isUsual && checkFieldName(draft.ctx, ref.blockId, ref.fieldId, name) === null) {
      draft.run(renameField, { ...ref, name })
    }
  }
  draft.run(deleteBlocks, { blockIds: [blockId] })
  settleName(draft, refOf(first), refOf(second))
  draft.notes.push(`${block.name} goes, and with it which rows are related.`)
  return draft.finish({
    label: `Remove the join model ${block.name}`,
    select: { block: first.block.name, member: draft.field(refOf(first)).field.name },
  })
}

/** The two relations that the model consists of. */
function joinedBy(ctx: CommandContext, block: Block): readonly WholeRelation[] | Problem {
  const problem =
    block.kind === 'model' ? checkChangeable(ctx, block) : `${block.name} is no model.`
  if (problem !== null) return { problem }
  if (ctx.graph.provider === 'mongodb') {
    return { problem: 'In MongoDB, a many-to-many relation needs a model that joins the two.' }
  }
  const own: Relation[] = []
  for (const relation of ctx.graph.relations) {
    if (relation.fromBlockId === block.id) own.push(relation)
    else if (relation.toBlockId === block.id) {
      const other = ctx.graph.blockById.get(relation.fromBlockId)?.name
      return { problem: `${other}.${relation.from.fieldName} refers to ${block.name}.` }
    }
  }
  if (own.length !== 2) {
    return { problem: `${block.name} joins ${own.length} models, not two.` }
  }
  const halves: WholeRelation[] = []
  for (const relation of own) {
    const whole = wholeRelation(ctx, relation.id)
    if ('problem' in whole) return whole
    const problem = checkHalf(ctx, whole)
    if (problem !== null) return { problem }
    halves.push(whole)
  }
  const keys = own.flatMap(({ fields }) => fields)
  const isJoin = ({ id, name }: Block['fields'][number]) =>
    keys.includes(name) || own.some(({ from }) => from.fieldId === id)
  const payload = block.fields.filter((field) => !isJoin(field))
  if (payload.length > 0) {
    const names = payload.map((field) => qualified(block, field)).join(', ')
    return { problem: `${names} would be lost: the model holds more than the relation.` }
  }
  return isUniqueSet(block, keys)
    ? halves
    : { problem: `${block.name} may hold the same pair several times.` }
}

function checkHalf(ctx: CommandContext, { relation, from, to }: WholeRelation): string | null {
  const target = to.block
  const problem = checkEnd(ctx, target)
  if (problem !== null) return problem
  if (relation.kind !== 'one-to-many') {
    return `${qualified(from.block, from.field)} is ${relation.kind}.`
  }
  const id = primaryKeyFields(target)
  const [reference, ...others] = relation.references
  return id.length === 1 && others.length === 0 && reference === id[0]
    ? null
    : `${target.name} has no primary key of one field that the relation refers to.`
}

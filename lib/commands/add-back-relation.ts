/**
 * Adds the field on the other side of a relation field that has none, with a foreign key where the
 * relation has none yet.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id Int @id
 * }
 * ```
 * becomes
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int   @id
 *   user   User? @relation(fields: [userId], references: [id])
 *   userId Int?
 * }
 * ```
 */

import { type Block, primaryKeyFields } from '@/lib/schema/graph'
import { completeKey } from './add-foreign-key'
import { alignedLine, columnsAround } from './alignment'
import type { Command, CommandContext } from './command'
import { Draft, type FieldRef } from './draft'
import { insertLines } from './lines'
import { type FieldPlace, findField, relationOf } from './lookup'
import { freshFieldName } from './names'
import { settleName } from './relation-ends'
import { nameAttribute } from './relation-fields'
import { giveKey } from './relation-keys'
import { checkEnd, referableFields } from './relation-target'
import type { AddBackRelationArguments } from './repair-arguments'
import { nameStyle, pluralName, singularName } from './words'

export const addBackRelation: Command<AddBackRelationArguments> = {
  name: 'addBackRelation',
  run(ctx, { blockId, fieldId, kind = 'one-to-many' }) {
    const place = findField(ctx, blockId, fieldId)
    const target = place && loneTarget(ctx, place)
    if (!place || !target) return null
    const draft = new Draft(ctx)
    const back = addBack(draft, { blockId, fieldId }, target, kind === 'many-to-many')
    if (!back) return null
    return draft.finish({
      label: `Add ${target.name}.${draft.field(back).field.name} for ${place.block.name}.${place.field.name}`,
      select: { block: target.name, member: draft.field(back).field.name },
    })
  },
}

/** The model on the other side, where the field is an end of a relation that has no other one. */
export function loneTarget(ctx: CommandContext, { block, field }: FieldPlace): Block | null {
  const relation = relationOf(ctx, field)
  if (!relation || relation.to) return null
  const target = ctx.graph.blockById.get(relation.toBlockId)
  if (!target || checkEnd(ctx, block) !== null || checkEnd(ctx, target) !== null) return null
  return target
}

/** Adds the other side in the draft and returns it; `null` where it cannot be. */
export function addBack(
  draft: Draft,
  owner: FieldRef,
  target: Block,
  isManyToMany: boolean,
): FieldRef | null {
  const { block, field } = draft.field(owner)
  const style = nameStyle(draft.ctx.graph)
  const isSelf = block.id === target.id
  if (field.arity !== 'list') {
    if (!completeKey(draft, owner)) return null
    const isOne = draft.relation(owner)?.kind === 'one-to-one'
    const base = isSelf
      ? isOne
        ? 'child'
        : 'children'
      : isOne
        ? singularName(block.name, style)
        : pluralName(block.name, style)
    const back = addField(draft, target, base, `${block.name}${isOne ? '?' : '[]'}`, owner)
    settleName(draft, owner, back)
    return back
  }
  if (isManyToMany) {
    if (!hasSingleId(block) || !hasSingleId(target)) return null
    if (draft.ctx.graph.provider === 'mongodb') return null
    const base = isSelf ? 'related' : pluralName(block.name, style)
    const back = addField(draft, target, base, `${block.name}[]`, owner)
    settleName(draft, owner, back)
    return back
  }
  const key = referableFields(block)
  if (!key) return null
  const base = isSelf ? 'parent' : singularName(block.name, style)
  const back = addField(draft, target, base, `${block.name}?`, owner)
  giveKey(draft, back, { target: key, isOne: false, arity: 'optional' })
  settleName(draft, owner, back)
  return back
}

function hasSingleId(block: Block): boolean {
  return primaryKeyFields(block).length === 1
}

/** Puts the field below the last one, with the name of the relation if it has one. */
function addField(
  draft: Draft,
  target: Block,
  base: string,
  type: string,
  owner: FieldRef,
): FieldRef {
  const name = freshFieldName(draft.block(target.id), base || 'relation')
  const attributes = nameAttribute(draft.field(owner).field.relation?.name ?? null)
  draft.edit((edits) => {
    const block = draft.block(target.id)
    const last = block.syntax.members.findLast(({ kind }) => kind === 'field') ?? null
    const columns = columnsAround(block.syntax, last)
    insertLines(edits, block, last, [alignedLine(columns, name, type, attributes)])
  })
  return draft.named(target.id, name)
}

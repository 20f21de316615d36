/**
 * Gives a relation field what is missing of its foreign key: the fields, or `fields` and
 * `references`.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int  @id
 *   author User
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
 *   id       Int  @id
 *   author   User @relation(fields: [authorId], references: [id])
 *   authorId Int
 * }
 * ```
 * Where `fields` names fields that are not there, they are added under these names.
 */

import type { Arity, Block } from '@/lib/schema/graph'
import { ARITY_SUFFIX, alignedLine, columnsAround } from './alignment'
import type { Command } from './command'
import { Draft, type FieldRef } from './draft'
import { insertLines } from './lines'
import { type FieldPlace, fieldNamed, findField, isReferable } from './lookup'
import { patchRelation } from './relation-attribute'
import { setEnd } from './relation-ends'
import { breakCycle, giveKey, indexKey, makeUnique } from './relation-keys'
import { keyName } from './relation-names'
import { checkEnd, foreignKeyType, referableFields } from './relation-target'
import type { AddForeignKeyArguments } from './repair-arguments'
import { nameStyle } from './words'

export const addForeignKey: Command<AddForeignKeyArguments> = {
  name: 'addForeignKey',
  run(ctx, { blockId, fieldId }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place) return null
    const draft = new Draft(ctx)
    if (!completeKey(draft, { blockId, fieldId })) return null
    return draft.finish({
      label: `Add the foreign key of ${place.block.name}.${place.field.name}`,
      select: { block: place.block.name, member: place.field.name },
    })
  },
}

/** Does so in the draft; true as well when nothing was missing, false when it cannot be done. */
export function completeKey(draft: Draft, owner: FieldRef): boolean {
  const { block, field } = draft.field(owner)
  const target = targetOf(draft, block, field.typeName)
  if (!target || field.arity === 'list' || field.typeKind !== 'model') return false
  const other = draft.relation(owner)
  // The other side has the key.
  if (other && other.to?.fieldId === field.id && other.fields.length > 0) return false
  const { fields = null, references = null } = field.relation ?? {}
  const referred = references
    ? references.flatMap((name) => fieldNamed(target, name) ?? [])
    : (referableFields(target) ?? [])
  if (referred.length === 0 || (references && referred.length < references.length)) return false
  if (fields && fields.length !== referred.length) return false
  const end = other?.from.fieldId === field.id ? other.to : other?.from
  const isOne = end != null && end.arity !== 'list'
  const arity = field.arity
  if (fields) {
    for (const [index, name] of fields.entries()) {
      addMissing(draft, owner, fields.slice(0, index), name, referred[index] as FieldPlace, arity)
    }
    patchRelation(draft, owner, { references: referred.map(({ field }) => field.name) })
    if (isOne) makeUnique(draft, owner.blockId, fields)
    else indexKey(draft, owner.blockId, fields)
    return true
  }
  const existing = existingFields(draft, owner, referred)
  if (existing) {
    const names = referred.map(({ field }) => field.name)
    patchRelation(draft, owner, { fields: existing, references: names })
    if (isOne) makeUnique(draft, owner.blockId, existing)
    else indexKey(draft, owner.blockId, existing)
    breakCycle(draft, owner)
  } else {
    giveKey(draft, owner, { target: referred, isOne, arity })
  }
  if (isOne && end.arity === 'required' && end.fieldId !== field.id) {
    setEnd(draft, { blockId: end.blockId, fieldId: end.fieldId }, block.name, 'optional')
  }
  return true
}

function targetOf(draft: Draft, block: Block, typeName: string): Block | null {
  const { ctx } = draft
  const target = ctx.graph.blockByName.get(typeName)
  if (!target || !isReferable(ctx, block)) return null
  return checkEnd(ctx, block) === null && checkEnd(ctx, target) === null ? target : null
}

/** Adds one field of the key below the relation field, or below the field of the key before it. */
function addMissing(
  draft: Draft,
  owner: FieldRef,
  before: readonly string[],
  name: string,
  target: FieldPlace,
  arity: Exclude<Arity, 'list'>,
): void {
  const { block, node } = draft.field(owner)
  if (fieldNamed(block, name)) return
  const last = before.at(-1)
  const after = (last !== undefined && fieldNamed(block, last)?.node) || node
  const { type, native } = foreignKeyType(target)
  draft.edit((edits) => {
    const columns = columnsAround(block.syntax, after)
    insertLines(edits, block, after, [
      alignedLine(columns, name, type + ARITY_SUFFIX[arity], native),
    ])
  })
}

/** Fields that are there already, are called as the key would be, and fit; else `null`. */
function existingFields(
  draft: Draft,
  owner: FieldRef,
  target: readonly FieldPlace[],
): string[] | null {
  const { block, field } = draft.field(owner)
  const style = nameStyle(draft.ctx.graph)
  const found = target.flatMap((place) => {
    const own = fieldNamed(block, keyName(field.name, place.field, style))
    if (!own || own.field.arity !== field.arity) return []
    const wanted = foreignKeyType(place)
    const written = foreignKeyType(own)
    const fits = written.type === wanted.type && written.native === wanted.native
    return fits ? [own.field.name] : []
  })
  return found.length === target.length ? found : null
}

/**
 * Gives one end of a relation another block, or another field as its key.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Person {
 *   id String @id @db.Uuid
 * }
 *
 * model Post {
 *   id       Int  @id
 *   author   User @relation(fields: [authorId], references: [id])
 *   authorId Int
 * }
 * ```
 * becomes, when the end at User is dropped on Person,
 * ```prisma
 * model User {
 *   id    Int    @id
 * }
 *
 * model Person {
 *   id    String @id @db.Uuid
 *   posts Post[]
 * }
 *
 * model Post {
 *   id       Int  @id
 *   author   Person @relation(fields: [authorId], references: [id])
 *   authorId String @db.Uuid
 * }
 * ```
 * When the end at Post is dropped on another model, the relation field and its key move there.
 */

import { type Block, type FieldId, primaryKeyFields } from '@/lib/schema/graph'
import type { Command, CommandContext, CommandResult } from './command'
import { isOnlyKey } from './delete-relation'
import { Draft, type FieldRef } from './draft'
import {
  type FieldPlace,
  fieldNamed,
  findBlock,
  findField,
  isUniqueSet,
  qualified,
  relationsKeyedBy,
} from './lookup'
import { freshFieldName } from './names'
import type { ReconnectRelationArguments } from './relation-arguments'
import { patchRelation } from './relation-attribute'
import { moveLine, setEnd, settleName } from './relation-ends'
import {
  addKeyField,
  breakCycle,
  dropUnique,
  fitKeyField,
  indexKey,
  isShared,
  makeUnique,
  removeFields,
} from './relation-keys'
import type { Problem } from './relation-plan'
import { canBeReferredTo, checkEnd, foreignKeyType, referableFields } from './relation-target'
import { hasKeyLists, refOf, type WholeRelation, wholeRelation } from './whole-relation'

export const reconnectRelation: Command<ReconnectRelationArguments> = {
  name: 'reconnectRelation',
  run(ctx, args) {
    const result = reconnect(ctx, args)
    return result && 'problem' in result ? null : result
  },
}

/** Why the end cannot go there, as a sentence for people; `null` when it can. */
export function checkReconnection(
  ctx: CommandContext,
  args: ReconnectRelationArguments,
): string | null {
  const result = reconnect(ctx, args)
  return result && 'problem' in result ? result.problem : null
}

/** Where the relation field is to stand in its new block; default: where a new field would. */
export interface Landing {
  /** The field above which it goes; `null` for the end. */
  readonly before: FieldId | null
}

/** Like the command; `landing` is for `moveFieldToBlock`. */
export function reconnect(
  ctx: CommandContext,
  { relationId, end, blockId, fieldId = null }: ReconnectRelationArguments,
  landing: Landing | null = null,
): CommandResult | Problem | null {
  const whole = wholeRelation(ctx, relationId)
  if ('problem' in whole) return whole
  const block = findBlock(ctx, blockId)
  if (!block) return { problem: 'The model is not there any more.' }
  const { relation, from, to } = whole
  const problem =
    checkEnd(ctx, from.block) ?? checkEnd(ctx, to.block) ?? checkEnd(ctx, block) ?? checkKind(whole)
  if (problem !== null) return { problem }
  const field = fieldId === null ? null : findField(ctx, blockId, fieldId)
  if (fieldId !== null && !field) return { problem: 'The field is not there any more.' }
  const other = end === 'from' ? to.block : from.block
  if (block.isIgnored !== other.isIgnored) {
    const ignored = block.isIgnored ? block : other
    return { problem: `${ignored.name} is ignored by Prisma Client (@@ignore).` }
  }
  const reconnection = new Reconnection(ctx, whole, block, landing)
  const failure =
    relation.kind === 'many-to-many'
      ? reconnection.moveList(end)
      : end === 'from'
        ? field
          ? reconnection.takeKey(field)
          : reconnection.moveOwner()
        : reconnection.referTo(field)
  return failure === null ? reconnection.finish() : { problem: failure }
}

function checkKind(whole: WholeRelation): string | null {
  const { relation, from } = whole
  if (hasKeyLists(whole)) return 'Both sides of the relation hold keys, as only MongoDB has it.'
  return relation.kind !== 'many-to-many' && relation.fields.length === 0
    ? `${qualified(from.block, from.field)} has no foreign key yet.`
    : null
}

class Reconnection {
  private readonly draft: Draft
  private from: FieldRef
  private to: FieldRef

  constructor(
    private readonly ctx: CommandContext,
    private readonly whole: WholeRelation,
    private readonly block: Block,
    private readonly landing: Landing | null,
  ) {
    this.draft = new Draft(ctx)
    this.from = refOf(whole.from)
    this.to = refOf(whole.to)
  }

  /** One end of a many-to-many relation: the list moves, and the other one follows its type. */
  moveList(end: 'from' | 'to'): string | null {
    const { block } = this
    const moving = end === 'from' ? this.from : this.to
    if (moving.blockId === block.id) return `The relation ends at ${block.name} already.`
    if (primaryKeyFields(block).length !== 1) {
      return `${block.name} has no primary key of one field; join the two by a model.`
    }
    const moved = this.moveEnd(moving)
    if (end === 'from') this.from = moved
    else this.to = moved
    setEnd(this.draft, end === 'from' ? this.to : this.from, block.name, 'list')
    settleName(this.draft, this.from, this.to)
    this.draft.notes.push('Which rows are related is not carried over.')
    return null
  }

  /** The foreign key refers to another block, or to another field of the same one. */
  referTo(field: FieldPlace | null): string | null {
    const { draft, block, whole } = this
    const { relation, from, to } = whole
    const isSameBlock = block === to.block
    const target = field ? [field] : isSameBlock ? null : referableFields(block)
    if (!target) {
      return isSameBlock
        ? `The relation ends at ${block.name} already.`
        : `${block.name} has no primary key or unique field to refer to.`
    }
    if (field) {
      const problem = checkReference(field)
      if (problem !== null) return problem
    }
    const references = target.map(({ field }) => field.name)
    if (isSameBlock && references.join() === relation.references.join()) {
      return `The relation refers to ${references.join(' and ')} already.`
    }
    const isItself = target.some(
      ({ field }) => block === from.block && relation.fields.includes(field.name),
    )
    if (isItself) return 'A foreign key cannot refer to itself.'
    if (!isSameBlock) {
      setEnd(draft, this.from, block.name, from.field.arity)
      this.to = this.moveEnd(this.to)
      settleName(draft, this.from, this.to)
    }
    this.fitKey(references)
    breakCycle(draft, this.from)
    return null
  }

  /** An existing field becomes the foreign key. */
  takeKey(field: FieldPlace): string | null {
    const { draft, block, whole } = this
    const { relation, from, to } = whole
    const [reference = '', ...others] = relation.references
    const target = fieldNamed(to.block, reference)
    if (others.length > 0 || !target) {
      return `The key of ${to.block.name} has several fields; one cannot refer to them.`
    }
    const name = qualified(block, field.field)
    if (block === from.block && relation.fields.includes(field.field.name)) {
      return `${name} is the foreign key already.`
    }
    const problem = checkNewKey(this.ctx, field, target)
    if (problem !== null) return problem
    if (block !== from.block) {
      const moved = this.moveEnd(this.from, field)
      this.from = moved
      setEnd(draft, this.to, block.name, whole.to.field.arity)
      settleName(draft, this.from, this.to)
    }
    const { arity } = field.field
    if (draft.field(this.from).field.arity !== arity) {
      setEnd(draft, this.from, to.block.name, arity)
      this.dropSetNull()
    }
    patchRelation(draft, this.from, { fields: [field.field.name] })
    if (relation.kind === 'one-to-one') makeUnique(draft, block.id, [field.field.name])
    else indexKey(draft, block.id, [field.field.name])
    for (const old of relation.fields) {
      draft.notes.push(`${from.block.name}.${old} is kept, but no foreign key of this relation.`)
    }
    breakCycle(draft, this.from)
    return null
  }

  /** The relation field and the fields of its key move to another block. */
  moveOwner(): string | null {
    const { draft, block, whole } = this
    const { relation, from } = whole
    if (block === from.block) return `The relation begins at ${block.name} already.`
    const keys = relation.fields.flatMap((name) => fieldNamed(from.block, name) ?? [])
    const going = keys.filter(({ field }) => isOnlyKey(this.ctx, from.block, field, relation))
    const optional = from.field.arity === 'optional' ? 'optional' : 'required'
    this.from = this.moveEnd(this.from)
    setEnd(draft, this.to, block.name, whole.to.field.arity)
    const names: string[] = []
    for (const [index, key] of keys.entries()) {
      if (!going.includes(key)) {
        const target = fieldNamed(draft.block(this.to.blockId), relation.references[index] ?? '')
        if (!target) return `${whole.to.block.name} has no field ${relation.references[index]}.`
        names.push(addKeyField(draft, this.from, names, target, optional))
        draft.notes.push(`The field is kept: ${qualified(from.block, key.field)}.`)
        continue
      }
      const last = names.at(-1)
      const after = last === undefined ? this.from : draft.named(block.id, last)
      const name = freshFieldName(draft.block(block.id), key.field.name)
      names.push(name)
      this.copyKey(refOf(key), after.fieldId, name)
      draft.notes.push(`The data in ${qualified(from.block, key.field)} is not carried over.`)
    }
    const goingIds = new Set(going.map(({ field }) => field.id))
    if (goingIds.size > 0) removeFields(draft, from.block.id, goingIds)
    patchRelation(draft, this.from, { fields: names })
    if (relation.kind === 'one-to-one') makeUnique(draft, block.id, names)
    else indexKey(draft, block.id, names)
    settleName(draft, this.from, this.to)
    breakCycle(draft, this.from)
    return null
  }

  finish(): CommandResult | null {
    const { block, field } = this.whole.from
    const now = this.draft.field(this.from)
    return this.draft.finish({
      label: `Reconnect the relation ${qualified(block, field)}`,
      select: { block: now.block.name, member: now.field.name },
    })
  }

  /** Moves a relation field to the new block, under a name that is free there. */
  private moveEnd(ref: FieldRef, after: FieldPlace | null = null): FieldRef {
    const { draft, block, landing } = this
    const { field } = draft.field(ref)
    const name = freshFieldName(draft.block(block.id), field.name)
    const place = after
      ? { after: after.field.id, name }
      : { before: landing?.before ?? null, name }
    return moveLine(draft, ref, block.id, place)
  }

  /** Copies a key's line; the old one goes later, with what keys and indexes say of it. */
  private copyKey(key: FieldRef, after: FieldId, name: string): void {
    moveLine(this.draft, key, this.block.id, { after, name, keep: true })
  }

  /** Gives the foreign key as many fields as what it refers to has, each with its type. */
  private fitKey(references: readonly string[]): void {
    const { draft, whole } = this
    const { relation, from } = whole
    const arity = from.field.arity === 'optional' ? 'optional' : 'required'
    const old = relation.fields
    const isOne = relation.kind === 'one-to-one'
    const names: string[] = []
    const target = (name: string) => fieldNamed(draft.block(this.to.blockId), name) as FieldPlace
    const surplus = old.slice(references.length)
    for (const [index, reference] of references.entries()) {
      const name = old[index]
      const key = name === undefined ? null : fieldNamed(draft.block(this.from.blockId), name)
      const isFit = key && foreignKeyType(key).type === foreignKeyType(target(reference)).type
      const isFree = key && !isShared(draft, refOf(key), draft.relation(this.from))
      if (name !== undefined && key && (isFit || isFree)) names.push(name)
      else names.push(addKeyField(draft, this.from, names, target(reference), arity))
    }
    if (isOne && names.join() !== old.join()) dropUnique(draft, this.from.blockId, old)
    patchRelation(draft, this.from, { fields: names, references })
    for (const [index, name] of names.entries()) {
      const key = draft.named(this.from.blockId, name)
      const isFree = !isShared(draft, key, draft.relation(this.from))
      if (isFree) fitKeyField(draft, key, target(references[index] as string))
    }
    const block = draft.block(this.from.blockId)
    const going = surplus.flatMap((name) => {
      const field = fieldNamed(block, name)?.field
      return field && isOnlyKey(draft.ctx, block, field, relation) ? [field] : []
    })
    if (going.length > 0) {
      removeFields(draft, block.id, new Set(going.map(({ id }) => id)))
      for (const field of going) {
        draft.notes.push(`${qualified(block, field)} goes, and the data in it.`)
      }
    }
    if (isOne) makeUnique(draft, this.from.blockId, names)
    else indexKey(draft, this.from.blockId, names)
  }

  private dropSetNull(): void {
    const { arity, relation } = this.draft.field(this.from).field
    for (const event of ['onDelete', 'onUpdate'] as const) {
      if (arity !== 'required' || relation?.[event] !== 'SetNull') continue
      patchRelation(this.draft, this.from, { [event]: null })
      this.draft.notes.push(`Removed ${event}: SetNull, for the key cannot be null.`)
    }
  }
}

/** Why a foreign key cannot refer to the field. */
function checkReference({ block, field }: FieldPlace): string | null {
  const name = qualified(block, field)
  if (!canBeReferredTo(field)) return `${name} cannot be referred to: it may be empty or no value.`
  return isUniqueSet(block, [field.name])
    ? null
    : `${name} is not unique, as what a foreign key refers to must be.`
}

/** Why the field cannot be the foreign key to the target. */
function checkNewKey(ctx: CommandContext, place: FieldPlace, target: FieldPlace): string | null {
  const { block, field } = place
  const name = qualified(block, field)
  if (field.arity === 'list') return `${name} is a list.`
  if (target.field === field) return `${name} cannot refer to itself.`
  const wanted = foreignKeyType(target).type
  if (foreignKeyType(place).type !== wanted) {
    return `${name} is ${field.typeName}, but ${qualified(target.block, target.field)} is ${wanted}.`
  }
  return relationsKeyedBy(ctx, block, field.name).length > 0
    ? `${name} is already a foreign key.`
    : null
}

/**
 * Moves a field, with the comments above it, to another block. Keys and indexes of the old block
 * lose it; a relation field takes its relation and foreign key along.
 *
 * ```prisma
 * model User {
 *   id   Int    @id
 *   /// Where to write to.
 *   mail String @unique
 *
 *   @@index([mail, id])
 * }
 *
 * model Profile {
 *   userId    Int     @id
 *   biography String?
 * }
 * ```
 * becomes, when User.mail is moved to Profile,
 * ```prisma
 * model User {
 *   id   Int    @id
 *
 *   @@index([id])
 * }
 *
 * model Profile {
 *   userId    Int     @id
 *   biography String?
 *   /// Where to write to.
 *   mail      String  @unique
 * }
 * ```
 */

import { argumentValue } from '@/lib/psl/access'
import { type Block, hasFields } from '@/lib/schema/graph'
import { changeField } from './alignment'
import type { Command, CommandContext, CommandResult } from './command'
import { Draft, type FieldRef } from './draft'
import { hasBody } from './lines'
import {
  type FieldPlace,
  findBlock,
  findField,
  isReferable,
  qualified,
  relationOf,
  relationsKeyedBy,
  relationsReferringTo,
} from './lookup'
import { checkColumnName, checkFieldName } from './names'
import { canAutoincrement } from './providers'
import { reconnect } from './reconnect-relation'
import type { Problem } from './relation-additions'
import type { MoveFieldToBlockArguments } from './relation-arguments'
import { moveLine } from './relation-ends'
import { removeFields } from './relation-keys'
import { writtenType } from './retype'
import { typeNotes } from './type-notes'

export const moveFieldToBlock: Command<MoveFieldToBlockArguments> = {
  name: 'moveFieldToBlock',
  run(ctx, args) {
    const result = move(ctx, args)
    return result && 'problem' in result ? null : result
  },
}

/** Why the field cannot go there, as a sentence for people; `null` when it can. */
export function checkFieldMove(
  ctx: CommandContext,
  args: MoveFieldToBlockArguments,
): string | null {
  const result = move(ctx, args)
  return result && 'problem' in result ? result.problem : null
}

function move(
  ctx: CommandContext,
  { blockId, fieldId, toBlockId, before }: MoveFieldToBlockArguments,
): CommandResult | Problem | null {
  const place = findField(ctx, blockId, fieldId)
  const to = findBlock(ctx, toBlockId)
  if (!place || !to) return { problem: 'The field is not there any more.' }
  if (before !== null && !to.fields.some(({ id }) => id === before)) {
    return { problem: 'The place is not there any more.' }
  }
  const problem = checkBlocks(ctx, place, to) ?? checkName(ctx, place, to)
  if (problem !== null) return { problem }
  const { field } = place
  const isRelation = field.typeKind === 'model' || field.typeKind === 'view'
  const result = isRelation
    ? moveRelation(ctx, place, to, before)
    : moveScalar(ctx, place, to, before)
  if (!result || 'problem' in result) return result
  return {
    ...result,
    label: `Move ${qualified(place.block, field)} to ${to.name}`,
    select: { block: to.name, member: field.name },
  }
}

function checkBlocks(ctx: CommandContext, { block, field }: FieldPlace, to: Block): string | null {
  if (!hasFields(to.kind)) return 'Only models, views and types have fields.'
  if (to === block) return `${field.name} is in ${to.name} already.`
  for (const one of [block, to]) {
    if (!isReferable(ctx, one)) return `There is another block called ${one.name}.`
    if (one.isBroken || !hasBody(one.syntax)) return `The text of ${one.name} is not complete.`
  }
  const namesakes = block.fields.filter(({ name }) => name === field.name)
  return namesakes.length > 1 ? `${block.name} has several fields called ${field.name}.` : null
}

function checkName(ctx: CommandContext, { field }: FieldPlace, to: Block): string | null {
  const problem = checkFieldName(ctx, to.id, null, field.name)
  if (problem !== null) return problem
  const isColumn = field.typeKind !== 'model' && field.typeKind !== 'view'
  return isColumn ? checkColumnName(to, null, field.databaseName ?? field.name) : null
}

function moveRelation(
  ctx: CommandContext,
  { block, field }: FieldPlace,
  to: Block,
  before: string | null,
): CommandResult | Problem | null {
  const relation = relationOf(ctx, field)
  if (!relation) return { problem: `${qualified(block, field)} is no complete relation.` }
  const end = relation.from.fieldId === field.id ? 'from' : 'to'
  return reconnect(ctx, { relationId: relation.id, end, blockId: to.id }, { before })
}

function moveScalar(
  ctx: CommandContext,
  place: FieldPlace,
  to: Block,
  before: string | null,
): CommandResult | Problem | null {
  const { block, field } = place
  const name = qualified(block, field)
  const [keyed] = relationsKeyedBy(ctx, block, field.name)
  if (keyed) {
    return {
      problem: `${name} is a foreign key of ${keyed.from.fieldName}; move that field instead.`,
    }
  }
  const [referring] = relationsReferringTo(ctx, block, field.name)
  if (referring) {
    const other = ctx.graph.blockById.get(referring.fromBlockId)?.name
    return { problem: `${other}.${referring.from.fieldName} refers to ${name}.` }
  }
  if (to.kind === 'type' && field.typeKind === 'unsupported') {
    return { problem: `A type cannot hold ${name}.` }
  }
  const draft = new Draft(ctx)
  const ref = { blockId: block.id, fieldId: field.id }
  const moved = moveLine(draft, ref, to.id, { before, name: field.name, keep: true })
  removeFields(draft, block.id, new Set([field.id]))
  dropWhatCannotCome(draft, moved)
  const type = writtenType(field)
  draft.notes.push(...typeNotes(ctx.graph, to, field.name, type, field.arity))
  if (block.kind !== 'type') draft.notes.push(`The data in ${name} is not carried over.`)
  return draft.finish({ label: '' })
}

/** A second primary key, keys of a composite type, numbering where there is no key. */
function dropWhatCannotCome(draft: Draft, moved: FieldRef): void {
  const { block, field, node } = draft.field(moved)
  const hasOtherId = block.keys.some(
    ({ kind, fields }) => kind === 'id' && fields.some(({ path }) => path !== field.name),
  )
  const isType = block.kind === 'type'
  const others = block.fields.filter((other) => other !== field)
  const isNumbered = ({ default: value }: Block['fields'][number]) =>
    value?.kind === 'call' && value.name === 'autoincrement'
  const isId = field.isId && !hasOtherId && !isType
  const remove = new Set(
    node.attributes.filter(({ name, args }) => {
      if (name.text === 'id') return !isId
      if (name.text === 'unique' || name.text === 'relation') return isType
      if (name.text !== 'default') return false
      const value = argumentValue(args, 'value', true)
      if (value?.kind !== 'call') return false
      if (value.name.text === 'auto') return !isId
      if (value.name.text !== 'autoincrement') return false
      const isIndexed = isId || (field.isUnique && !isType)
      const isSecond = draft.ctx.graph.provider !== 'postgresql' && others.some(isNumbered)
      return isType || isSecond || !canAutoincrement(draft.ctx.graph, { isId, isIndexed })
    }),
  )
  if (remove.size === 0) return
  for (const { from, to } of remove) {
    const written = block.syntax.text.slice(from, to)
    draft.notes.push(`Removed ${written} from ${qualified(block, field)}.`)
  }
  draft.edit((edits) => changeField(edits, block, node, { remove }))
}

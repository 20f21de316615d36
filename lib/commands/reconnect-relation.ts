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
 *   id String @id @db.Uuid
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

import type { Command, CommandContext, CommandResult } from './command'
import { findBlock, findField, qualified } from './lookup'
import { type Landing, Reconnection } from './reconnection'
import type { Problem } from './relation-additions'
import type { ReconnectRelationArguments } from './relation-arguments'
import { checkEnd } from './relation-target'
import { hasKeyLists, type WholeRelation, wholeRelation } from './whole-relation'

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

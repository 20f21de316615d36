/**
 * Moves the foreign key of a one-to-one or one-to-many relation to the other side.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int  @id
 *   user   User @relation(fields: [userId], references: [id])
 *   userId Int
 * }
 * ```
 * becomes
 * ```prisma
 * model User {
 *   id    Int    @id
 *   post  Post?  @relation(fields: [postId], references: [id])
 *   postId Int?
 * }
 *
 * model Post {
 *   id     Int  @id
 *   users  User[]
 * }
 * ```
 * What was related is known by the old key alone, so the data goes with it.
 */

import type { Command, CommandContext, CommandResult } from './command'
import { Draft } from './draft'
import { qualified } from './lookup'
import type { Problem } from './relation-additions'
import type { ReverseRelationArguments } from './relation-arguments'
import { numberName, setEnd } from './relation-ends'
import { dropKey, giveKey } from './relation-keys'
import { checkEnd, referableFields } from './relation-target'
import { refOf, wholeRelation } from './whole-relation'

export const reverseRelation: Command<ReverseRelationArguments> = {
  name: 'reverseRelation',
  run(ctx, args) {
    const result = reverse(ctx, args)
    return result && 'problem' in result ? null : result
  },
}

/** Why the relation cannot be reversed, as a sentence for people; `null` when it can. */
export function checkReversal(ctx: CommandContext, args: ReverseRelationArguments): string | null {
  const result = reverse(ctx, args)
  return result && 'problem' in result ? result.problem : null
}

function reverse(
  ctx: CommandContext,
  { relationId }: ReverseRelationArguments,
): CommandResult | Problem | null {
  const whole = wholeRelation(ctx, relationId)
  if ('problem' in whole) return whole
  const { relation, from, to } = whole
  if (relation.kind === 'many-to-many') {
    return { problem: 'Neither side of a many-to-many relation holds a key.' }
  }
  if (relation.fields.length === 0) {
    return { problem: `${qualified(from.block, from.field)} has no foreign key yet.` }
  }
  const problem = checkEnd(ctx, from.block) ?? checkEnd(ctx, to.block)
  if (problem !== null) return { problem }
  const isOne = relation.kind === 'one-to-one'
  const draft = new Draft(ctx)
  const [holder, other] = [refOf(to), refOf(from)]
  dropKey(draft, other, relation)
  setEnd(draft, other, to.block.name, isOne ? 'optional' : 'list')
  setEnd(draft, holder, from.block.name, 'optional')
  if (!isOne) {
    numberName(draft, other, 'several')
    numberName(draft, holder, 'one')
  }
  const target = referableFields(draft.block(from.block.id))
  if (!target) {
    return { problem: `${from.block.name} has no primary key or unique field to refer to.` }
  }
  giveKey(draft, holder, { target, isOne, arity: 'optional' })
  for (const name of ['onDelete', 'onUpdate', 'map'] as const) {
    const value = relation[name]
    if (value !== null) draft.notes.push(`${name}: ${value} goes with the old key.`)
  }
  return draft.finish({
    label: `Reverse the relation ${qualified(from.block, from.field)}`,
    select: { block: to.block.name, member: draft.field(holder).field.name },
  })
}

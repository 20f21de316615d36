/**
 * Changes what a relation says of itself: its name, the names of its fields, its foreign key, its
 * referential actions. Only what differs is written anew.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int  @id
 *   user   User @relation( fields: [ userId ], references:[id] )
 *   userId Int
 * }
 * ```
 * becomes, with the name Author and `Cascade` on delete,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[] @relation("Author")
 * }
 *
 * model Post {
 *   id     Int  @id
 *   user   User @relation( "Author", fields: [ userId ], references:[id], onDelete: Cascade )
 *   userId Int
 * }
 * ```
 */

import type { Arity } from '@/lib/schema/graph'
import { changeKey, checkOwner } from './change-relation-key'
import type { Command, CommandContext, CommandResult } from './command'
import { LONGEST_NAME } from './database-names'
import { Draft } from './draft'
import { qualified } from './lookup'
import { checkFieldName } from './names'
import { cycleBreaker, hasForeignKeys } from './providers'
import { actionChoices } from './referential-actions'
import type { Problem } from './relation-additions'
import type { ChangeRelationArguments } from './relation-arguments'
import { patchRelation } from './relation-attribute'
import { otherRelationFields } from './relation-ends'
import { wantedBreaker } from './relation-keys'
import { renameField } from './rename-field'
import { setFieldArity } from './set-field-arity'
import { refOf, type WholeRelation, wholeRelation } from './whole-relation'

export const changeRelation: Command<ChangeRelationArguments> = {
  name: 'changeRelation',
  run(ctx, args) {
    const result = change(ctx, args)
    return result && 'problem' in result ? null : result
  },
}

/** Why the relation cannot be changed so, as a sentence for people; `null` when it can. */
export function checkRelationChange(
  ctx: CommandContext,
  args: ChangeRelationArguments,
): string | null {
  const result = change(ctx, args)
  return result && 'problem' in result ? result.problem : null
}

function change(
  ctx: CommandContext,
  args: ChangeRelationArguments,
): CommandResult | Problem | null {
  const whole = wholeRelation(ctx, args.relationId)
  if ('problem' in whole) return whole
  const { from } = whole
  const draft = new Draft(ctx)
  const problem =
    changeFieldNames(draft, whole, args) ??
    changeName(draft, whole, args.name) ??
    changeKey(draft, whole, args.key) ??
    changeOptional(draft, whole, args.optional) ??
    changeActions(draft, whole, args) ??
    changeMap(draft, whole, args.map)
  if (problem !== null) return { problem }
  return draft.finish({
    label: `Change the relation ${qualified(from.block, from.field)}`,
    select: { block: from.block.name, member: draft.field(refOf(from)).field.name },
  })
}

function changeFieldNames(
  draft: Draft,
  { from, to }: WholeRelation,
  { fromName, toName }: ChangeRelationArguments,
): string | null {
  for (const [place, name] of [
    [from, fromName],
    [to, toName],
  ] as const) {
    if (name === undefined || name === place.field.name) continue
    const ref = refOf(place)
    const problem = checkFieldName(draft.ctx, ref.blockId, ref.fieldId, name)
    if (problem !== null) return problem
    draft.run(renameField, { ...ref, name })
  }
  return null
}

function changeName(
  draft: Draft,
  { relation, from, to }: WholeRelation,
  name: string | null | undefined,
): string | null {
  if (name === undefined || name === relation.name) return null
  if (name !== null && name.trim() === '') return 'The name of a relation cannot be empty.'
  if (name === null && from.block === to.block) {
    return `A relation of ${from.block.name} with itself needs a name.`
  }
  const rival = otherRelationFields(from, to).find(
    (field) => (field.relation?.name ?? null) === name,
  )
  if (rival) {
    const what = name === null ? 'has no name either, so this one needs one' : `is called ${name}`
    return `The other relation between ${from.block.name} and ${to.block.name}, ${rival.name}, ${what}.`
  }
  for (const place of [from, to]) patchRelation(draft, refOf(place), { name })
  return null
}

function changeOptional(
  draft: Draft,
  whole: WholeRelation,
  optional: boolean | undefined,
): string | null {
  if (optional === undefined) return null
  const problem = checkOwner(whole)
  if (problem !== null) return problem
  const arity: Arity = optional ? 'optional' : 'required'
  const place = draft.field(refOf(whole.from))
  if (place.field.arity === arity) return null
  return draft.run(setFieldArity, { ...refOf(place), arity })
    ? null
    : `${qualified(place.block, place.field)} cannot be ${arity}.`
}

function changeActions(
  draft: Draft,
  whole: WholeRelation,
  args: ChangeRelationArguments,
): string | null {
  for (const event of ['onDelete', 'onUpdate'] as const) {
    const action = args[event]
    const place = draft.field(refOf(whole.from))
    if (action === undefined || action === (place.field.relation?.[event] ?? null)) continue
    const problem = checkOwner(whole)
    if (problem !== null) return problem
    const relation = draft.relation(refOf(whole.from))
    if (action !== null && relation) {
      const choice = actionChoices(draft.ctx.graph, event, relation).find(
        (choice) => choice.action === action,
      )
      if (!choice) return `${action} is no referential action.`
      if (choice.problem !== null) return choice.problem
    }
    patchRelation(draft, refOf(whole.from), { [event]: action })
    // Looking for circles takes long, and there are none to tell of that the action does not break.
    if (action === cycleBreaker(draft.ctx.graph)) continue
    const breaker = wantedBreaker(draft, refOf(whole.from))
    if (breaker !== null) {
      draft.notes.push(`The relation is part of a circle, which ${event}: ${breaker} would break.`)
    }
  }
  return null
}

function changeMap(
  draft: Draft,
  whole: WholeRelation,
  map: string | null | undefined,
): string | null {
  if (map === undefined || map === whole.relation.map) return null
  const { graph } = draft.ctx
  const problem = checkOwner(whole)
  if (problem !== null) return problem
  if (map !== null) {
    if (map.trim() === '') return 'The name of a constraint cannot be empty.'
    if (graph.provider === 'sqlite') return 'SQLite does not name foreign keys.'
    if (!hasForeignKeys(graph)) return 'The database has no foreign key that could have a name.'
    const isTaken =
      graph.relations.some((other) => other.map === map) ||
      graph.blocks.some(({ keys }) => keys.some((key) => key.map === map))
    if (isTaken) draft.notes.push(`Something else is called ${map} in the database.`)
    if (map.length > LONGEST_NAME) {
      draft.notes.push(`Not every database has names of more than ${LONGEST_NAME} characters.`)
    }
  }
  patchRelation(draft, refOf(whole.from), { map })
  return null
}

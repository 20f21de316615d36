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
import type { Command, CommandContext, CommandResult } from './command'
import { Draft } from './draft'
import { type FieldPlace, fieldNamed, isUniqueSet, qualified } from './lookup'
import { checkFieldName } from './names'
import { hasForeignKeys } from './providers'
import { actionChoices } from './referential-actions'
import type { ChangeRelationArguments } from './relation-arguments'
import { patchRelation } from './relation-attribute'
import { otherRelationFields, setEnd } from './relation-ends'
import { indexKey, makeUnique, wantedBreaker } from './relation-keys'
import type { Problem } from './relation-plan'
import { renameField } from './rename-field'
import { writtenType } from './retype'
import { setFieldArity } from './set-field-arity'
import { hasKeyLists, refOf, type WholeRelation, wholeRelation } from './whole-relation'

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

function changeKey(
  draft: Draft,
  whole: WholeRelation,
  key: ChangeRelationArguments['key'],
): string | null {
  if (key === undefined) return null
  const { relation, from, to } = whole
  const problem = checkOwner(whole)
  if (problem !== null) return problem
  if (key.length === 0) return 'A foreign key has at least one field.'
  const fields = key.map(({ field }) => field)
  const references = key.map(({ references }) => references)
  const isSame = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
  if (isSame(fields, relation.fields) && isSame(references, relation.references)) return null
  if (new Set(fields).size < fields.length || new Set(references).size < references.length) {
    return 'Each field can stand in the key once.'
  }
  const places: FieldPlace[] = []
  for (const pair of key) {
    const own = fieldNamed(draft.block(from.block.id), pair.field)
    const target = fieldNamed(draft.block(to.block.id), pair.references)
    for (const [place, block, name] of [
      [own, from.block, pair.field],
      [target, to.block, pair.references],
    ] as const) {
      if (!place) return `${block.name} has no field ${name}.`
      if (!isKeyType(place)) return `${qualified(block, place.field)} cannot be part of a key.`
    }
    if (!own || !target) continue
    if (own.field.id === target.field.id) return `${pair.field} cannot refer to itself.`
    places.push(own)
    noteTypes(draft, own, target)
  }
  patchRelation(draft, refOf(from), { fields, references })
  noteReferences(draft, draft.field(refOf(to)), references)
  const arity: Arity = places.some(({ field }) => field.arity === 'optional')
    ? 'optional'
    : 'required'
  const owner = draft.field(refOf(from))
  if (owner.field.arity !== arity) {
    setEnd(draft, refOf(from), to.block.name, arity)
    draft.notes.push(`${qualified(owner.block, owner.field)} is ${arity} now too.`)
    dropSetNull(draft, whole, arity)
  }
  if (relation.kind === 'one-to-one') makeUnique(draft, from.block.id, fields)
  else indexKey(draft, from.block.id, fields)
  return null
}

function isKeyType({ field }: FieldPlace): boolean {
  return (field.typeKind === 'scalar' || field.typeKind === 'enum') && field.arity !== 'list'
}

function noteTypes(draft: Draft, own: FieldPlace, target: FieldPlace): void {
  const types = [own, target].map(({ field }) => {
    const native = field.nativeType
    const isNative = draft.ctx.graph.provider === 'mongodb' && native
    return isNative ? `${native.name} ${writtenType(field)}` : writtenType(field)
  })
  if (types[0] === types[1]) return
  draft.notes.push(
    `${qualified(own.block, own.field)} is ${types[0]}, but ${qualified(target.block, target.field)} is ${types[1]}.`,
  )
}

/** What Prisma has against the fields that the key refers to. */
function noteReferences(draft: Draft, { block }: FieldPlace, references: readonly string[]): void {
  const names = references.map((name) => `${block.name}.${name}`).join(' and ')
  if (!isUniqueSet(block, references)) {
    draft.notes.push(`${names} must be unique to be referred to.`)
    return
  }
  const isOrdered = block.keys.some(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') &&
      fields.length === references.length &&
      fields.every(({ path }, index) => path === references[index]),
  )
  if (!isOrdered) draft.notes.push(`${names} stand in the key in another order.`)
}

function dropSetNull(draft: Draft, { from }: WholeRelation, arity: Arity): void {
  if (arity !== 'required') return
  const { relation } = draft.field(refOf(from)).field
  for (const event of ['onDelete', 'onUpdate'] as const) {
    if (relation?.[event] !== 'SetNull') continue
    patchRelation(draft, refOf(from), { [event]: null })
    draft.notes.push(`Removed ${event}: SetNull, for the key cannot be null.`)
  }
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
    const breaker = wantedBreaker(draft, refOf(whole.from))
    if (breaker !== null && action !== breaker) {
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
    const rival = graph.relations.find((other) => other.map === map)
    if (rival) draft.notes.push(`Another constraint is called ${map} in the database.`)
  }
  patchRelation(draft, refOf(whole.from), { map })
  return null
}

/** Why the relation has no foreign key to change. */
function checkOwner(whole: WholeRelation): string | null {
  const { relation, from } = whole
  if (hasKeyLists(whole)) return 'Both sides of the relation hold keys, as only MongoDB has it.'
  if (relation.kind === 'many-to-many') {
    return 'A many-to-many relation has no foreign key of its own.'
  }
  return relation.fields.length === 0
    ? `${qualified(from.block, from.field)} has no foreign key yet.`
    : null
}

/** Gives a relation another foreign key of fields that are there. */

import type { Arity } from '@/lib/schema/graph'
import type { Draft } from './draft'
import { type FieldPlace, fieldNamed, isUniqueSet, qualified } from './lookup'
import type { ChangeRelationArguments } from './relation-arguments'
import { patchRelation } from './relation-attribute'
import { setEnd } from './relation-ends'
import { dropSetNull, indexKey, makeUnique } from './relation-keys'
import { writtenType } from './retype'
import { hasKeyLists, refOf, type WholeRelation } from './whole-relation'

/** Gives the relation another foreign key; returns why it cannot have it. */
export function changeKey(
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
  const rival = draft.ctx.graph.relations.find(
    (other) =>
      other.fromBlockId === from.block.id &&
      other.from.fieldId !== from.field.id &&
      isSame(other.fields, fields),
  )
  if (rival) {
    draft.notes.push(`${fields.join(' and ')} is the foreign key of ${rival.from.fieldName} too.`)
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
    dropSetNull(draft, refOf(from))
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

/** Why the relation has no foreign key to change. */
export function checkOwner(whole: WholeRelation): string | null {
  const { relation, from } = whole
  if (hasKeyLists(whole)) return 'Both sides of the relation hold keys, as only MongoDB has it.'
  if (relation.kind === 'many-to-many') {
    return 'A many-to-many relation has no foreign key of its own.'
  }
  return relation.fields.length === 0
    ? `${qualified(from.block, from.field)} has no foreign key yet.`
    : null
}

/** What a foreign key to a model refers to, and what its fields look like. */

import type { Block, Field } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import { keyNotes } from './keys'
import {
  type FieldPlace,
  fieldPlaces,
  isReferable,
  isUniqueSet,
  qualified,
  relationsKeyedBy,
} from './lookup'
import { writtenType } from './retype'

/** The fields of the primary key, or of the first unique key without an optional field; or `null`. */
export function referableFields(block: Block): readonly FieldPlace[] | null {
  const places = fieldPlaces(block)
  const ofKind = (kind: string) => block.keys.filter((key) => key.kind === kind)
  for (const key of [...ofKind('id'), ...ofKind('unique')]) {
    const fields = key.fields.flatMap(({ path }) => {
      const place = places.find(({ field }) => field.name === path)
      return place && canBeReferredTo(place.field) ? [place] : []
    })
    if (fields.length > 0 && fields.length === key.fields.length) return fields
  }
  return null
}

function canBeReferredTo({ typeKind, arity }: Field): boolean {
  return (typeKind === 'scalar' || typeKind === 'enum') && arity === 'required'
}

/** The type of a foreign key field to the field, without arity, and its native type if it has one. */
export function foreignKeyType({ block, field, node }: FieldPlace): {
  readonly type: string
  readonly native: string
} {
  const native = node.attributes.find((attribute) => attribute.name.text.includes('.'))
  return {
    type: writtenType(field),
    native: native ? block.syntax.text.slice(native.from, native.to) : '',
  }
}

/** Why no relation can begin or end at the block; `null` when one can. */
export function checkEnd(ctx: CommandContext, block: Block): string | null {
  if (block.kind !== 'model') return `Only models can be related, and ${block.name} is none.`
  if (!isReferable(ctx, block)) return `There is another block called ${block.name}.`
  const { open, close, members, text } = block.syntax
  const first = members[0]
  const isWhole = open !== null && close !== null && first && text[first.lineFrom - 1] === '\n'
  return isWhole ? null : `The text of ${block.name} is not complete.`
}

/** Whether relations with foreign keys lead from one block to the other, in whatever direction. */
export function areConnected(ctx: CommandContext, from: Block, to: Block): boolean {
  const seen = new Set([from.id])
  const waiting = [from.id]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to.id) return true
    for (const { kind, fromBlockId, toBlockId } of ctx.graph.relations) {
      if (kind === 'many-to-many') continue
      const next = fromBlockId === id ? toBlockId : toBlockId === id ? fromBlockId : null
      if (next === null || seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return false
}

/** Why a foreign key cannot refer to the field. */
export function checkReference({ block, field }: FieldPlace): string | null {
  const name = qualified(block, field)
  if (!canBeReferredTo(field)) return `${name} cannot be referred to: it may be empty or no value.`
  return isUniqueSet(block, [field.name])
    ? null
    : `${name} is not unique, as what a foreign key refers to must be.`
}

/** Why an existing field cannot be the foreign key, or a part of it. */
export function checkForeignKey(
  ctx: CommandContext,
  place: FieldPlace,
  to: Block,
  target: readonly FieldPlace[],
  isOne: boolean,
): string | null {
  const { field } = place
  const name = qualified(place.block, field)
  if (field.arity === 'list') return `${name} is a list.`
  const [only, ...others] = target
  if (only?.field === field) return `${name} cannot refer to itself.`
  if (others.length > 0) {
    return existingKey(ctx, place, target).includes(place)
      ? null
      : `The primary key of ${to.name} has no field of the type of ${name}.`
  }
  const wanted = only ? foreignKeyType(only).type : ''
  if (foreignKeyType(place).type !== wanted) {
    return `${name} is ${field.typeName}, but ${to.name}.${only?.field.name} is ${wanted}.`
  }
  const problem = only ? checkNativeType(ctx, place, only) : null
  if (problem !== null) return problem
  const isTaken = relationsKeyedBy(ctx, place.block, field.name).length > 0
  if (isTaken) return `${name} is already a foreign key.`
  return isOne ? (keyNotes(ctx, place)[0] ?? null) : null
}

/** MongoDB wants both sides of a foreign key to have the same native type. */
export function checkNativeType(
  { graph }: CommandContext,
  place: FieldPlace,
  target: FieldPlace,
): string | null {
  const [own = '', other = ''] = [place, target].map(({ field }) => field.nativeType?.name)
  if (graph.provider !== 'mongodb' || own === other) return null
  const name = qualified(target.block, target.field)
  return other === ''
    ? `${qualified(place.block, place.field)} is ${own}, but ${name} has no native type.`
    : `${name} is ${other}, which ${qualified(place.block, place.field)} is not.`
}

/**
 * The fields that can be the foreign key together with the given one, for each of the target's:
 * of the same type and named alike. `null` where there is none.
 */
export function existingKey(
  ctx: CommandContext,
  place: FieldPlace,
  target: readonly FieldPlace[],
): (FieldPlace | null)[] {
  if (target.length === 1) return [place]
  const { block, field } = place
  const fits = (own: FieldPlace, other: FieldPlace) =>
    own.field !== other.field &&
    own.field.arity !== 'list' &&
    foreignKeyType(own).type === foreignKeyType(other).type &&
    relationsKeyedBy(ctx, block, own.field.name).length === 0
  const endsLike = (name: string, ending: string) =>
    name.toLowerCase().endsWith(ending.toLowerCase())
  const fitting = target.filter((other) => fits(place, other))
  const own = fitting.find((other) => endsLike(field.name, other.field.name)) ?? fitting[0]
  if (!own) return target.map(() => null)
  const stem = endsLike(field.name, own.field.name)
    ? field.name.slice(0, -own.field.name.length)
    : ''
  const others = fieldPlaces(block).filter((other) => other.field !== field)
  return target.map((other) => {
    if (other === own) return place
    const wanted = (stem + other.field.name).toLowerCase()
    return (
      others.find(
        (candidate) =>
          candidate.field.name.toLowerCase() === wanted &&
          !target.some((one) => one.field === candidate.field) &&
          fits(candidate, other),
      ) ?? null
    )
  })
}

/** The fields that are there already and become the foreign key of a new relation. */

import type { Block } from '@/lib/schema/graph'
import type { AddRelationArguments } from './arguments'
import type { CommandContext } from './command'
import { type FieldPlace, fieldNamed, findField, isUniqueSet, relationsKeyedBy } from './lookup'
import type { RelationPlan } from './relation-additions'
import { checkForeignKey, existingKey, foreignKeyType } from './relation-target'

/** For each field of the target, the one that refers to it; `null` where one is to be added. */
export type FoundKey = readonly (FieldPlace | null)[]

/** The key of the field that was asked for, or why that cannot be; empty when none was. */
export function askedKey(
  ctx: CommandContext,
  { kind, fromFieldId }: AddRelationArguments,
  from: Block,
  to: Block,
  target: readonly FieldPlace[],
): { readonly asked: FieldPlace | null; readonly found: FoundKey } | { readonly problem: string } {
  if (fromFieldId === undefined) return { asked: null, found: [] }
  const asked = findField(ctx, from.id, fromFieldId)
  if (!asked) return { problem: 'The field is not there any more.' }
  const isOne = kind === 'one-to-one'
  const problem = checkForeignKey(ctx, asked, to, target, isOne)
  if (problem !== null) return { problem }
  const found = existingKey(ctx, asked, target)
  if (!isOne && isUniqueKey(from, found)) {
    const names = found.map((place) => place?.field.name).join(' and ')
    const problem = `No two of ${from.name} have the same ${names}, so the relation is one-to-one.`
    return { problem }
  }
  return { asked, found }
}

/**
 * Fields that are called as those of the new key would be, and can be it: they were written for
 * this, and others beside them would only be confused with them. Empty unless all can.
 */
export function namedKey(
  ctx: CommandContext,
  { kind, optional }: AddRelationArguments,
  from: Block,
  to: Block,
  target: readonly FieldPlace[],
  names: readonly string[],
): FoundKey {
  const found = names.flatMap((name) => fieldNamed(from, name) ?? [])
  const isOne = kind === 'one-to-one'
  const isFit =
    found.length === target.length &&
    found.every((place, at) => canBeKey(ctx, place, to, target, at, isOne)) &&
    // Whether the relation may be empty is what the key says.
    (optional !== true || found.some(({ field }) => field.arity === 'optional')) &&
    (isOne || !isUniqueKey(from, found))
  return isFit ? found : []
}

function canBeKey(
  ctx: CommandContext,
  place: FieldPlace,
  to: Block,
  target: readonly FieldPlace[],
  at: number,
  isOne: boolean,
): boolean {
  if (target.length === 1) return checkForeignKey(ctx, place, to, target, isOne) === null
  const other = target[at]
  return (
    other !== undefined &&
    place.field !== other.field &&
    place.field.arity !== 'list' &&
    foreignKeyType(place).type === foreignKeyType(other).type &&
    relationsKeyedBy(ctx, place.block, place.field.name).length === 0
  )
}

/** What a plan says of the fields that are there already; `null` where one is to be added. */
export function describeKey(block: Block, found: FoundKey): RelationPlan['existingKey'] {
  const fieldIds = found.flatMap((place) => place?.field.id ?? [])
  if (fieldIds.length === 0 || fieldIds.length < found.length) return null
  return { fieldIds, isUnique: isUniqueKey(block, found) }
}

/** Whether no two rows have the same key, however that is written. */
function isUniqueKey(block: Block, found: FoundKey): boolean {
  const names = found.flatMap((place) => place?.field.name ?? [])
  return names.length > 0 && names.length === found.length && isUniqueSet(block, names)
}

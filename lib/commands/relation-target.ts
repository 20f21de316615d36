/** What a foreign key to a model refers to, and what its fields look like. */

import type { Block, Field } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import { keyNotes } from './keys'
import { type FieldPlace, fieldPlaces, isReferable, relationsKeyedBy } from './lookup'
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

export function canBeReferredTo({ typeKind, arity }: Field): boolean {
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

/** Why an existing field cannot be the foreign key. */
export function checkForeignKey(
  ctx: CommandContext,
  place: FieldPlace,
  to: Block,
  target: readonly FieldPlace[],
  isOne: boolean,
): string | null {
  const { field } = place
  const name = `${place.block.name}.${field.name}`
  const [only, ...others] = target
  if (!only || others.length > 0) {
    return `The primary key of ${to.name} has several fields; one cannot refer to them.`
  }
  if (field.arity === 'list') return `${name} is a list.`
  if (only.field === field) return `${name} cannot refer to itself.`
  const wanted = foreignKeyType(only).type
  if (foreignKeyType(place).type !== wanted) {
    return `${name} is ${field.typeName}, but ${to.name}.${only.field.name} is ${wanted}.`
  }
  const isTaken = relationsKeyedBy(ctx, place.block, field.name).length > 0
  if (isTaken) return `${name} is already a foreign key.`
  return isOne ? (keyNotes(ctx, place)[0] ?? null) : null
}

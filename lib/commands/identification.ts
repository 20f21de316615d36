/**
 * Whether a model's rows can be told apart: Prisma wants a primary key or a unique key of which
 * every field is required and of a type that it knows.
 */

import type { Block, Field, Key } from '@/lib/schema/graph'

/** The part of a model that this is decided by, as it is or as it is to be. */
export interface Identified {
  readonly keys: readonly Pick<Key, 'kind' | 'fields'>[]
  readonly fields: readonly Pick<Field, 'name' | 'arity' | 'typeKind'>[]
}

/** A note for people when a change takes away the last key; empty when it does not. */
export function noteLostKey(before: Block, after: Identified): string[] {
  if (before.kind !== 'model') return []
  const hadId = before.keys.some(({ kind }) => kind === 'id')
  if (hadId && !after.keys.some(({ kind }) => kind === 'id')) {
    return [`${before.name} has no primary key now.`]
  }
  if (!isIdentified(before) || isIdentified(after)) return []
  return [`${before.name} has no primary key now, and no required unique field.`]
}

export function isIdentified({ keys, fields }: Identified): boolean {
  const counts = (path: string) => {
    const field = fields.find(({ name }) => name === path.split('.')[0])
    return field?.arity === 'required' && field.typeKind !== 'unsupported'
  }
  return keys.some(
    (key) =>
      (key.kind === 'id' || key.kind === 'unique') &&
      key.fields.length > 0 &&
      key.fields.every(({ path }) => counts(path)),
  )
}

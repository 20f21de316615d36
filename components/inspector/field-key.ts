/** The `@id` or `@unique` of a single field, and what can be said in its parentheses. Pure. */

import type { KeySpec } from '@/lib/commands/attribute-arguments'
import { keySpec } from '@/lib/commands/key-places'
import type { Block, Field, Key } from '@/lib/schema/graph'
import { keyOptions } from '@/lib/schema/key-options'

export const FIELD_KEY_ARGUMENTS = ['map', 'sort', 'length', 'clustered', 'where'] as const

export type FieldKeyArgument = (typeof FIELD_KEY_ARGUMENTS)[number]

/** What the database knows, and what is written whether or not it does. */
export function fieldKeyArguments(
  provider: string | null,
  version: 6 | 7,
  block: Block,
  key: Key,
): FieldKeyArgument[] {
  const known = keyOptions(provider, version, block.kind, key.kind)
  const [field] = key.fields
  const isWritten: Readonly<Record<FieldKeyArgument, boolean>> = {
    map: key.map !== null,
    sort: field?.sort != null,
    length: field?.length != null,
    clustered: key.clustered !== null,
    where: key.where !== null,
  }
  return FIELD_KEY_ARGUMENTS.filter((name) => {
    // Conditions are rare and need a preview feature: the block's keys are the place for a new one.
    return isWritten[name] || (name !== 'where' && known[name])
  })
}

/** Where in `Block.keys` the field's own `@id` or `@unique` is; `null` when it has none. */
export function ownKeyIndex(block: Block, field: Field, kind: 'id' | 'unique'): number | null {
  const index = block.keys.findIndex(
    (key) => key.on === 'field' && key.kind === kind && key.fields[0]?.path === field.name,
  )
  return index < 0 ? null : index
}

/** The key with another argument of its only field. */
export function withFieldArgument(
  key: Key,
  argument: { readonly sort?: 'Asc' | 'Desc' | null; readonly length?: number | null },
): KeySpec {
  const spec = keySpec(key)
  return { ...spec, fields: spec.fields.map((field) => ({ ...field, ...argument })) }
}

/** The arguments that `@id` and `@unique` of a field can have on a database. Pure. */

import type { KeySpec } from '@/lib/commands/attribute-arguments'
import type { Block, Field, Key } from '@/lib/schema/graph'
import { valueText } from '@/lib/schema/value'

export type KeyOption = 'map' | 'sort' | 'length' | 'clustered'

/** Found by trying the engine of Prisma 7.10. */
const ID_OPTIONS: Readonly<Record<string, readonly KeyOption[]>> = {
  postgresql: ['map'],
  postgres: ['map'],
  cockroachdb: ['map'],
  mysql: ['length'],
  sqlserver: ['map', 'sort', 'clustered'],
}

const UNIQUE_OPTIONS: Readonly<Record<string, readonly KeyOption[]>> = {
  mysql: ['map', 'sort', 'length'],
  sqlserver: ['map', 'sort', 'clustered'],
}

/** What the database knows, and what is written whether or not it does. */
export function keyOptions(provider: string | null, key: Key): KeyOption[] {
  const known =
    key.kind === 'id'
      ? (ID_OPTIONS[provider ?? ''] ?? [])
      : (UNIQUE_OPTIONS[provider ?? ''] ?? ['map', 'sort'])
  const [field] = key.fields
  const written: KeyOption[] = []
  if (key.map !== null) written.push('map')
  if (field?.sort) written.push('sort')
  if (field && field.length !== null) written.push('length')
  if (key.clustered !== null) written.push('clustered')
  return [...new Set([...known, ...written])]
}

/** Where in `Block.keys` the field's own `@id` or `@unique` is; `null` when it has none. */
export function ownKeyIndex(block: Block, field: Field, kind: 'id' | 'unique'): number | null {
  const index = block.keys.findIndex(
    (key) => key.on === 'field' && key.kind === kind && key.fields[0]?.path === field.name,
  )
  return index < 0 ? null : index
}

/** The key as it is, to be changed in part. */
export function keySpec(key: Key): KeySpec {
  const { kind, fields, name, map, type, clustered, where } = key
  return { kind, fields, name, map, type, clustered, where: where && valueText(where) }
}

/** The key with another argument of its only field. */
export function withFieldArgument(
  key: Key,
  argument: { readonly sort?: 'Asc' | 'Desc' | null; readonly length?: number | null },
): KeySpec {
  const spec = keySpec(key)
  return { ...spec, fields: spec.fields.map((field) => ({ ...field, ...argument })) }
}

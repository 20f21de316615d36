/** Primary keys, unique constraints and indexes of a model, in Prisma's order. */

import type { Block, Key } from '@/lib/schema/graph'
import { valueText } from '@/lib/schema/value'
import { columnNamed } from './columns-of'
import type { Dialect } from './dialect'
import { constraintName } from './names'
import type { Index, IndexColumn, PrimaryKey } from './tables'

export function primaryKeyOf(block: Block, dialect: Dialect): PrimaryKey | null {
  const key = block.keys.find(({ kind }) => kind === 'id')
  const columns = key ? keyColumns(key, block) : []
  if (!key || columns.length === 0) return null
  const table = block.databaseName ?? block.name
  const name = key.map ?? constraintName(table, [], '_pkey', dialect.maxIdentifierLength)
  return {
    name: dialect.namesPrimaryKeys ? name : null,
    columns,
    clustered: key.clustered,
  }
}

/** `@unique` fields come first, then `@@index`, `@@unique` and `@@fulltext`, each as written. */
export function indexesOf(block: Block, dialect: Dialect): readonly Index[] {
  const ofBlock = (kind: Key['kind']) =>
    block.keys.filter((key) => key.kind === kind && key.on === 'block')
  return [
    ...block.keys.filter((key) => key.kind === 'unique' && key.on === 'field'),
    ...ofBlock('index'),
    ...ofBlock('unique'),
    ...ofBlock('fulltext'),
  ].flatMap((key) => indexOf(key, block, dialect) ?? [])
}

function indexOf(key: Key, block: Block, dialect: Dialect): Index | null {
  if (key.kind === 'id') return null
  const columns = keyColumns(key, block)
  if (columns.length === 0) return null
  const suffix = key.kind === 'unique' ? '_key' : '_idx'
  // `name:` of an index is what `map:` is now; of a unique constraint it is Prisma Client's.
  const given = key.map ?? (key.kind === 'unique' ? null : key.name)
  const name = constraintName(
    block.databaseName ?? block.name,
    columns.map((column) => column.name),
    suffix,
    dialect.maxIdentifierLength,
  )
  return {
    name: given ?? name,
    kind: key.kind,
    columns,
    clustered: key.clustered,
    method: key.type,
    condition: key.where && valueText(key.where),
  }
}

function keyColumns(key: Key, block: Block): IndexColumn[] {
  return key.fields.flatMap(({ path, sort, length }) => {
    const name = columnNamed(block, path)
    return name === null ? [] : [{ name, sort, length }]
  })
}

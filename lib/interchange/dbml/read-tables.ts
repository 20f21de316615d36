/** Reads the tables of a DBML database: models with columns and keys, without relations. */

import { quoteString } from '@/lib/schema/value'
import { readColumnType } from './column-types'
import { constraintName } from './defaults'
import { FreshNames, toName } from './fresh-names'
import type { Column, Index, Table } from './parse-dbml'
import { readDefault } from './read-default'
import { placeOf, type Reading } from './reading'
import type { FieldDraft, KeyDraft, ModelDraft } from './schema-draft'

export interface TableReading {
  readonly table: Table
  readonly model: ModelDraft
  /** Names of fields by names of columns. */
  readonly fieldNames: ReadonlyMap<string, string>
  readonly names: FreshNames
}

export function readTable(reading: Reading, table: Table, schema: string | null): TableReading {
  const names = new FreshNames()
  const fieldNames = new Map(table.fields.map(({ name }) => [name, names.take(toName(name))]))
  const fields: FieldDraft[] = []
  const model: ModelDraft = {
    name: reading.blockName(schema, table.name),
    table: table.name,
    schema,
    documentation: table.note?.value.trim() ?? '',
    fields,
    keys: readKeys(reading, table, fieldNames),
    isIgnored: false,
  }
  for (const column of table.fields) {
    fields.push(readColumn(reading, model, column, fieldNames.get(column.name) as string))
  }
  if (reading.database === 'mongodb') giveDocumentId(model, names)
  for (const check of table.checks) reading.skip(check.token, 'Prisma has no check constraints.')
  for (const { checks } of table.fields) {
    for (const check of checks) reading.skip(check.token, 'Prisma has no check constraints.')
  }
  model.isIgnored = !model.keys.some(
    ({ kind, fields: names }) =>
      kind === 'id' ||
      (kind === 'unique' &&
        names.every((name) => fields.find((field) => field.name === name)?.arity === 'required')),
  )
  if (model.isIgnored) {
    reading.skip(
      table.token,
      `${model.name} is marked @@ignore: Prisma Client needs a primary key or a unique column that is never null.`,
    )
  }
  return { table, model, fieldNames, names }
}

function readColumn(reading: Reading, model: ModelDraft, column: Column, name: string): FieldDraft {
  const { database } = reading
  const isKey = model.keys.some(({ kind, fields }) => kind === 'id' && fields.includes(name))
  const written = column.type.type_name
  const bare = written.replace(/(?:\[\d*\])+$/, '')
  const found = reading.enums.get(placeOf(column.type.schemaName, bare))
  const isEnum = found !== undefined && database !== 'sqlserver'
  const type = found
    ? {
        scalar: isEnum ? found.name : 'String',
        native: null,
        isList: bare !== written,
        isNumbered: false,
      }
    : readColumnType(database, written)
  const hasLists = database === 'postgresql' || database === 'cockroachdb' || database === 'mongodb'
  const isUnknown = !type || (type.isList && !hasLists)
  if (isUnknown) {
    const reason = type ? 'The database has no lists' : 'Prisma knows no such type'
    reading.skip(column.token, `${reason}: ${model.name}.${name} is Unsupported.`)
  }
  const isList = !isUnknown && type.isList
  const isRequired =
    column.pk === true || isKey || column.not_null === true || column.increment === true
  const attributes: string[] = []
  const scalar = isUnknown ? 'Unsupported' : type.scalar
  const isNumbered = column.increment === true || type?.isNumbered === true
  const value = readDefault(reading, column, {
    scalar,
    isList,
    isNumbered,
    enumDraft: isEnum ? found : null,
    keyPlace: keyPlace(model, name),
    place: `${model.name}.${name}`,
  })
  if (value !== null) attributes.push(`@default(${value})`)
  const stored = database === 'mongodb' && isOnlyId(model, name) ? '_id' : column.name
  if (stored !== name) attributes.push(`@map(${quoteString(stored)})`)
  if (type?.native && !isUnknown) attributes.push(`@db.${type.native}`)
  return {
    name,
    column: column.name,
    type: isUnknown ? `Unsupported(${quoteString(written)})` : scalar,
    arity: isList ? 'list' : isRequired || isNumbered ? 'required' : 'optional',
    documentation: column.note?.value.trim() ?? '',
    attributes,
  }
}

function isOnlyId(model: ModelDraft, name: string): boolean {
  return model.keys.some(
    ({ kind, fields }) => kind === 'id' && fields.length === 1 && fields[0] === name,
  )
}

/** Where in keys the field stands, for databases that number only some columns. */
function keyPlace(model: ModelDraft, name: string): 'id' | 'first' | 'none' {
  if (isOnlyId(model, name)) return 'id'
  return model.keys.some(({ fields }) => fields[0] === name) ? 'first' : 'none'
}

function readKeys(
  reading: Reading,
  table: Table,
  fieldNames: ReadonlyMap<string, string>,
): KeyDraft[] {
  const keys: KeyDraft[] = []
  const nameOf = (column: string) => fieldNames.get(column) as string
  const compound = table.indexes.find((index) => index.pk && hasOnlyColumns(index))
  const marked = table.fields.filter(({ pk }) => pk).map(({ name }) => name)
  const primary = compound ? compound.columns.map(({ value }) => value) : marked
  if (primary.length > 0) {
    const kind = reading.database === 'mongodb' && primary.length > 1 ? 'unique' : 'id'
    keys.push({ kind, fields: primary.map(nameOf), map: null, type: null })
  }
  for (const column of table.fields) {
    const hasIndex = table.indexes.some(
      (index) =>
        index.unique && index.columns.length === 1 && index.columns[0]?.value === column.name,
    )
    if (!column.unique || hasIndex) continue
    addKey(keys, { kind: 'unique', fields: [nameOf(column.name)], map: null, type: null })
  }
  for (const index of table.indexes) {
    if (index === compound) continue
    if (!hasOnlyColumns(index)) {
      reading.skip(index.token, 'Prisma has no indexes on expressions.')
      continue
    }
    const fields = index.columns.map(({ value }) => nameOf(value))
    const kind = index.unique ? 'unique' : isFulltext(reading, index) ? 'fulltext' : 'index'
    const map = readMap(reading, table, index, kind)
    addKey(keys, {
      kind,
      fields,
      map,
      type: kind === 'index' ? accessMethod(reading, table, index) : null,
    })
  }
  return keys
}

function hasOnlyColumns(index: Index): boolean {
  return index.columns.length > 0 && index.columns.every(({ type }) => type !== 'expression')
}

/** Adds the key, unless the fields are guarded by one like it already. */
function addKey(keys: KeyDraft[], key: KeyDraft): void {
  const isThere = keys.some(
    ({ kind, fields }) =>
      fields.join() === key.fields.join() &&
      (kind === key.kind || (kind === 'id' && key.kind === 'unique')),
  )
  if (!isThere) keys.push(key)
}

function isFulltext({ database }: Reading, { type }: Index): boolean {
  return (database === 'mysql' || database === 'mongodb') && type?.toLowerCase() === 'fulltext'
}

function readMap(
  reading: Reading,
  table: Table,
  index: Index,
  kind: KeyDraft['kind'],
): string | null {
  if (!index.name) return null
  const columns = index.columns.map(({ value }) => value)
  const suffix = kind === 'unique' ? '_key' : '_idx'
  const usual = constraintName(reading.database, [table.name, ...columns], suffix)
  if (index.name === usual) return null
  if (reading.constraintNames.has(index.name)) {
    reading.skip(index.token, `Another index is called ${index.name}; this one has Prisma's name.`)
    return null
  }
  reading.constraintNames.add(index.name)
  return index.name
}

/**
 * The access method, where Prisma takes it without being told how to compare: others need operator
 * classes, for which DBML has no words.
 */
function accessMethod(reading: Reading, table: Table, { type, columns, token }: Index) {
  const { database } = reading
  const name = type?.toLowerCase() ?? 'btree'
  if (name === 'btree') return null
  if (name === 'hash' && database === 'postgresql' && columns.length === 1) return 'Hash'
  const isForGin = columns.every(({ value }) => {
    const written = table.fields.find((field) => field.name === value)?.type.type_name ?? ''
    return /\[\d*\]$|^jsonb$/i.test(written)
  })
  const hasGin = database === 'postgresql' || database === 'cockroachdb'
  if (name === 'gin' && hasGin && isForGin) return 'Gin'
  reading.skip(token, `The index is a plain one: Prisma cannot say all of the type ${type} here.`)
  return null
}

/** MongoDB's documents are each known by one field, `_id`. */
function giveDocumentId(model: ModelDraft, names: FreshNames): void {
  if (model.keys.some(({ kind }) => kind === 'id')) return
  const name = names.take('id')
  model.fields.unshift({
    name,
    column: null,
    type: 'String',
    arity: 'required',
    documentation: '',
    attributes: ['@default(auto())', '@map("_id")', '@db.ObjectId'],
  })
  model.keys.unshift({ kind: 'id', fields: [name], map: null, type: null })
}

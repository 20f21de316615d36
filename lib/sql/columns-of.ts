/** The column that a scalar, enum or `Unsupported` field comes to. */

import { argumentValue, fieldNodes, findAttribute } from '@/lib/psl/access'
import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import { unescapeString, type Value } from '@/lib/schema/value'
import type { Dialect } from './dialect'
import { enumValues } from './enums-of'
import { constraintName } from './names'
import { namespaceOf } from './namespaces-of'
import type { Column, ColumnDefault, ColumnEnum, ColumnFamily, NativeColumnType } from './tables'

/** Whether a field is a column: whether it is not one side of a relation. */
export function isColumn(field: Field): boolean {
  return (
    field.typeKind === 'scalar' || field.typeKind === 'enum' || field.typeKind === 'unsupported'
  )
}

export function columnName(field: Field): string {
  return field.databaseName ?? field.name
}

/** The name of the column of a field of that name, or `null` when there is none. */
export function columnNamed(block: Block, fieldName: string): string | null {
  const field = block.fields.find((field) => field.name === fieldName)
  return field && isColumn(field) ? columnName(field) : null
}

export function columnOf(
  field: Field,
  block: Block,
  graph: SchemaGraph,
  dialect: Dialect,
  enumOwners: ReadonlyMap<string, string>,
): Column {
  const family = familyOf(field, dialect)
  const enumeration = family === 'enum' ? enumOf(field, graph, dialect, enumOwners) : null
  const type = enumeration || family === 'unsupported' ? null : dialect.columnType(field)
  return {
    name: columnName(field),
    type: type?.sql ?? (enumeration ? enumSql(enumeration, dialect) : field.typeName),
    native: type?.native ?? null,
    enumeration,
    family,
    isRequired: field.arity === 'required',
    isList: field.arity === 'list',
    isAutoIncrement: isCall(field.default, 'autoincrement'),
    default: defaultOf(field, block, graph, dialect, family, type?.native ?? null),
    hasClientDefault: field.default?.kind === 'call' && !DATABASE_CALLS.has(field.default.name),
  }
}

const DATABASE_CALLS: ReadonlySet<string> = new Set([
  'autoincrement',
  'now',
  'dbgenerated',
  'sequence',
])

const FAMILIES: Readonly<Record<string, ColumnFamily>> = {
  String: 'string',
  Int: 'int',
  BigInt: 'bigint',
  Float: 'float',
  Decimal: 'decimal',
  Boolean: 'boolean',
  DateTime: 'datetime',
  Json: 'json',
  Bytes: 'binary',
}

function familyOf(field: Field, dialect: Dialect): ColumnFamily {
  if (field.typeKind === 'enum') return dialect.enums === 'texts' ? 'string' : 'enum'
  if (field.typeKind === 'unsupported') return 'unsupported'
  return FAMILIES[field.typeName] ?? 'unsupported'
}

function enumOf(
  field: Field,
  graph: SchemaGraph,
  dialect: Dialect,
  owners: ReadonlyMap<string, string>,
): ColumnEnum {
  const block = graph.blockByName.get(field.typeName)
  const isType = dialect.enums === 'types'
  const name = isType ? block?.databaseName : owners.get(field.typeName)
  return {
    name: name ?? field.typeName,
    namespace: isType && block ? namespaceOf(block, dialect) : null,
    values: block ? enumValues(block) : [],
  }
}

function enumSql({ name, values }: ColumnEnum, dialect: Dialect): string {
  return dialect.enumType(name, values)
}

function defaultOf(
  field: Field,
  block: Block,
  graph: SchemaGraph,
  dialect: Dialect,
  family: ColumnFamily,
  native: NativeColumnType | null,
): ColumnDefault | null {
  const value = field.default
  if (!value) return null
  const found = defaultValue(value, field, graph, dialect, family, native)
  if (!found) return null
  const constraint = dialect.namesDefaults ? defaultName(field, block, dialect) : null
  return { ...found, constraint }
}

function defaultValue(
  value: Value,
  field: Field,
  graph: SchemaGraph,
  dialect: Dialect,
  family: ColumnFamily,
  native: NativeColumnType | null,
): Omit<ColumnDefault, 'constraint'> | null {
  if (value.kind === 'call') {
    if (value.name === 'now') return { kind: 'now', sql: dialect.nowDefault(native) }
    if (value.name === 'sequence') return { kind: 'sequence', sql: '' }
    if (value.name === 'autoincrement') {
      const kind = dialect.autoIncrementDefault
      return kind && { kind, sql: '' }
    }
    if (value.name !== 'dbgenerated') return null
    const text = value.args[0]?.value
    return { kind: 'expression', sql: text?.kind === 'string' ? text.value : '' }
  }
  const constant = field.typeKind === 'enum' ? databaseEnumValue(value, field, graph) : value
  const kind = family === 'datetime' ? 'datetime' : family === 'json' ? 'json' : 'constant'
  return { kind, sql: dialect.constantDefault(constant, family) }
}

/** An enum value as a string of its name in the database; in a list, each of them. */
function databaseEnumValue(value: Value, field: Field, graph: SchemaGraph): Value {
  if (value.kind === 'list') {
    return { ...value, items: value.items.map((item) => databaseEnumValue(item, field, graph)) }
  }
  if (value.kind !== 'name') return value
  const values = graph.blockByName.get(field.typeName)?.values ?? []
  const found = values.find(({ name }) => name === value.text)
  return { kind: 'string', value: found?.databaseName ?? value.text }
}

/** From `@default(…, map: "…")`, or what Prisma calls it. */
function defaultName(field: Field, block: Block, dialect: Dialect): string {
  return (
    givenDefaultName(field, block) ??
    constraintName(
      block.databaseName ?? block.name,
      [columnName(field)],
      '_df',
      dialect.maxIdentifierLength,
    )
  )
}

/** The graph keeps the value of `@default` alone; its `map:` concerns nobody but this. */
function givenDefaultName(field: Field, block: Block): string | null {
  const node = fieldNodes(block.syntax).find(({ name }) => name.text === field.name)
  const args = node && findAttribute(node.attributes, 'default')?.args
  const map = args ? argumentValue(args, 'map') : null
  return map?.kind === 'string' ? unescapeString(map.raw) : null
}

function isCall(value: Value | null, name: string): boolean {
  return value?.kind === 'call' && value.name === name
}

/** Writes tables as the Prisma schema that `prisma db pull` would give for them. */

import {
  type DdlColumn,
  type DdlForeignKey,
  type DdlIndex,
  type DdlTable,
  type Targets,
  targetsIn,
} from './ddl'
import { joinTablesIn, type PulledEnd, pulledRelations } from './pulled-relations'
import { type PulledProvider, pulledDefault, pulledType } from './pulled-types'

export interface PullOptions {
  readonly provider: PulledProvider
  /** What the server does where a foreign key names no action: `NO ACTION`, MariaDB `RESTRICT`. */
  readonly unnamedAction: string
}

/** What is known of all tables while one is written. */
interface Pull {
  readonly options: PullOptions
  readonly targetOf: Targets
  /** Whether tables are in several schemas, so that each says in which. */
  readonly hasSchemas: boolean
  modelName(table: DdlTable): string
}

export function writePulledSchema(tables: readonly DdlTable[], options: PullOptions): string {
  const schemas = [...new Set(tables.map(({ schema }) => schema ?? ''))].sort()
  const hasSchemas = schemas.some((schema) => schema !== '' && schema !== 'dbo')
  const names = modelNames(tables)
  const modelName = (table: DdlTable) => names.get(table) ?? validName(table.name)
  const targetOf = targetsIn(tables)
  const pull: Pull = { options, targetOf, hasSchemas, modelName }
  const list = schemas.map((schema) => JSON.stringify(schema)).join(', ')
  const blocks = [
    'generator client {\n  provider = "prisma-client"\n  output   = "../generated/prisma"\n}',
    `datasource db {\n  provider = "${options.provider}"\n${hasSchemas ? `  schemas  = [${list}]\n` : ''}}`,
  ]
  const relations = pulledRelations(tables, targetOf, modelName, validName)
  const isJoin = joinTablesIn(tables, targetOf, modelName)
  const enums: string[] = []
  for (const table of tables.filter((each) => !isJoin(each))) {
    blocks.push(modelText(table, relations.get(table) ?? [], pull))
    for (const column of table.columns) {
      if (column.type === 'enum') enums.push(enumText(table, column))
    }
  }
  return `${[...blocks, ...enums].join('\n\n')}\n`
}

/** A table whose name another schema has as well is called after its schema too. */
function modelNames(tables: readonly DdlTable[]): ReadonlyMap<DdlTable, string> {
  const uses = new Map<string, number>()
  for (const { name } of tables) uses.set(modelName(name), (uses.get(modelName(name)) ?? 0) + 1)
  return new Map(
    tables.map((table) => {
      const name = modelName(table.name)
      const isShared = (uses.get(name) ?? 0) > 1 && table.schema !== null
      return [table, isShared ? validName(`${table.schema}_${table.name}`) : name]
    }),
  )
}

/** A name that Prisma takes: what it would not take at the front is left out, elsewhere it is `_`. */
export function validName(name: string): string {
  const valid = name.replace(/^[^a-zA-Z]+/, '').replace(/[^\w]/g, '_')
  return valid === '' ? `x_${[...name].map((letter) => letter.codePointAt(0)).join('_')}` : valid
}

function modelName(table: string): string {
  const valid = validName(table)
  return RESERVED.has(valid) ? `Renamed${valid}` : valid
}

/** Names that a model cannot have, since the generated client uses them. */
const RESERVED = new Set(
  'PrismaClient async await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return super static switch this throw true try typeof using var void while with yield'.split(
    ' ',
  ),
)

const NO_KEY =
  '/// The underlying table does not contain a valid unique identifier and can therefore currently not be handled by Prisma Client.'

function modelText(table: DdlTable, ends: readonly PulledEnd[], pull: Pull): string {
  const { options } = pull
  const name = pull.modelName(table)
  const rows = [
    ...table.columns.map((column) => columnRow(table, column, options)),
    ...ends.map((end) => relationRow(table, end, pull)),
  ]
  const widths = [0, 1].map((part) => Math.max(...rows.map((row) => row[part]!.length)))
  const lines = rows.map(([field, type, attributes]) =>
    `  ${field!.padEnd(widths[0]!)} ${type!.padEnd(widths[1]!)} ${attributes}`.trimEnd(),
  )
  const isKeyless = !hasKey(table)
  const last = [
    ...table.indexes.flatMap((index) => indexLine(table, index, options)),
    ...(name === table.name ? [] : [`@@map(${JSON.stringify(table.name)})`]),
    ...(isKeyless ? ['@@ignore'] : []),
    ...(pull.hasSchemas ? [`@@schema(${JSON.stringify(table.schema)})`] : []),
  ].map((line) => `  ${line}`)
  const body = last.length > 0 ? [...lines, '', ...last] : lines
  return `${isKeyless ? `${NO_KEY}\n` : ''}model ${name} {\n${body.join('\n')}\n}`
}

/** Whether rows can be told apart: by the primary key, or unique columns that are all required. */
function hasKey(table: DdlTable): boolean {
  return table.indexes.some(
    ({ kind, columns }) =>
      kind === 'primary' ||
      (kind === 'unique' &&
        columns.every(({ name }) => columnNamed(table, name)?.isNullable === false)),
  )
}

function columnNamed(table: DdlTable, name: string): DdlColumn | undefined {
  return table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
}

type Row = readonly [field: string, type: string, attributes: string]

function columnRow(table: DdlTable, column: DdlColumn, { provider }: PullOptions): Row {
  const isEnum = column.type === 'enum'
  const pulled = pulledType(column, provider)
  const type = isEnum ? enumName(table, column) : pulled.type
  const own = (kind: DdlIndex['kind']) =>
    table.indexes.find((index) => index.kind === kind && isSingle(index) && isOn(index, column))
  const [id, unique] = [own('primary'), own('unique')]
  const value = pulledDefault(column, isEnum ? 'Enum' : type)
  const valid = validName(column.name)
  const attributes = [
    id && `@id${inParentheses(keyArguments(table, id, provider))}`,
    unique && `@unique${inParentheses(keyArguments(table, unique, provider))}`,
    value !== null && `@default(${isEnum && !value.includes('(') ? validName(value) : value})`,
    valid !== column.name && `@map(${JSON.stringify(column.name)})`,
    !isEnum && pulled.native !== null && `@db.${pulled.native}`,
  ]
  const isInKey = table.indexes.some((index) => index.kind === 'primary' && isOn(index, column))
  return [
    valid,
    type + (column.isNullable && !isInKey ? '?' : ''),
    attributes.filter(Boolean).join(' '),
  ]
}

function relationRow(
  table: DdlTable,
  { field, target, to, arity, relation, key }: PulledEnd,
  pull: Pull,
): Row {
  const parts = relation === null ? [] : [JSON.stringify(relation)]
  if (key !== null) parts.push(...referenceArguments(table, key, pull, arity === ''))
  const ignored = key === null && !hasKey(target) && hasKey(table)
  const attributes = [parts.length > 0 && `@relation(${parts.join(', ')})`, ignored && '@ignore']
  return [field, to + arity, attributes.filter(Boolean).join(' ')]
}

function referenceArguments(
  table: DdlTable,
  key: DdlForeignKey,
  { targetOf, options: { provider, unnamedAction } }: Pull,
  isRequired: boolean,
): string[] {
  const target = targetOf(key)
  const primary = target?.indexes.find(({ kind }) => kind === 'primary')
  const toColumns =
    key.toColumns.length > 0 ? key.toColumns : (primary?.columns.map(({ name }) => name) ?? [])
  const list = (names: readonly string[]) => `[${names.map(validName).join(', ')}]`
  const usualDelete = isRequired
    ? provider === 'sqlserver'
      ? 'NO ACTION'
      : 'RESTRICT'
    : 'SET NULL'
  const onDelete = key.onDelete ?? unnamedAction
  const onUpdate = key.onUpdate ?? unnamedAction
  const usualName = `${table.name}_${key.columns.join('_')}_fkey`
  return [
    `fields: ${list(key.columns)}`,
    `references: ${list(toColumns)}`,
    ...(onDelete === usualDelete ? [] : [`onDelete: ${ACTIONS[onDelete] ?? 'NoAction'}`]),
    ...(onUpdate === 'CASCADE' ? [] : [`onUpdate: ${ACTIONS[onUpdate] ?? 'NoAction'}`]),
    ...(key.name === null || key.name === usualName ? [] : [`map: ${JSON.stringify(key.name)}`]),
  ]
}

const ACTIONS: Readonly<Record<string, string>> = {
  CASCADE: 'Cascade',
  RESTRICT: 'Restrict',
  'NO ACTION': 'NoAction',
  'SET NULL': 'SetNull',
  'SET DEFAULT': 'SetDefault',
}

const ATTRIBUTES = {
  primary: '@@id',
  unique: '@@unique',
  index: '@@index',
  fulltext: '@@fulltext',
} as const
const ENDINGS = { primary: 'pkey', unique: 'key', index: 'idx', fulltext: 'idx' } as const

function indexLine(table: DdlTable, index: DdlIndex, { provider }: PullOptions): string[] {
  const isAttribute = index.kind === 'primary' || index.kind === 'unique'
  if (isAttribute && isSingle(index)) return []
  const known = index.columns.every(({ name }) => columnNamed(table, name) !== undefined)
  // SQL Server's fulltext indexes have no place in a Prisma schema.
  if (!known || (index.kind === 'fulltext' && provider === 'sqlserver')) return []
  const attribute = ATTRIBUTES[index.kind]
  const fields = index.columns.map((column) => {
    const inner = columnArguments(column)
    return validName(column.name) + inParentheses(inner)
  })
  const rest = keyArguments(table, index, provider, false)
  return [`${attribute}(${[`[${fields.join(', ')}]`, ...rest].join(', ')})`]
}

function columnArguments({ length, isDescending }: DdlIndex['columns'][number]): string[] {
  return [
    ...(length === null || Number.isNaN(length) ? [] : [`length: ${length}`]),
    ...(isDescending ? ['sort: Desc'] : []),
  ]
}

function keyArguments(
  table: DdlTable,
  index: DdlIndex,
  provider: PulledProvider,
  isOnField = true,
): string[] {
  const { name, kind, columns, clustered } = index
  const names = columns.map((column) => column.name).join('_')
  const usual =
    kind === 'primary' ? `${table.name}_pkey` : `${table.name}_${names}_${ENDINGS[kind]}`
  // MySQL's primary keys have no names; an unnamed unique constraint is called like its first column.
  const isNameless = provider === 'mysql' && kind === 'primary'
  const actual = name ?? (provider === 'mysql' ? (columns[0]?.name ?? null) : null)
  const isClusteredKey = clustered === true && kind !== 'primary'
  const isPlainKey = clustered === false && kind === 'primary'
  return [
    ...(isNameless || actual === null || actual === usual
      ? []
      : [`map: ${JSON.stringify(actual)}`]),
    ...(isOnField && columns[0] ? columnArguments(columns[0]) : []),
    ...(isClusteredKey || isPlainKey ? [`clustered: ${clustered}`] : []),
  ]
}

function enumName(table: DdlTable, column: DdlColumn): string {
  return validName(`${table.name}_${column.name}`)
}

function enumText(table: DdlTable, column: DdlColumn): string {
  const name = enumName(table, column)
  const plain = `${table.name}_${column.name}`
  const values = column.arguments.map((value) => {
    const valid = value === '' ? 'EMPTY_ENUM_VALUE' : validName(value)
    return valid === value ? `  ${valid}` : `  ${valid} @map(${JSON.stringify(value)})`
  })
  const map = name === plain ? [] : ['', `  @@map(${JSON.stringify(plain)})`]
  return `enum ${name} {\n${[...values, ...map].join('\n')}\n}`
}

function isSingle(index: DdlIndex): boolean {
  return index.columns.length === 1
}

function isOn(index: DdlIndex, column: DdlColumn): boolean {
  return index.columns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase())
}

function inParentheses(parts: readonly string[]): string {
  return parts.length > 0 ? `(${parts.join(', ')})` : ''
}

/** Reads the parts of a table from tokens: columns with their options, and constraints. */

import type { DdlColumn, DdlForeignKey, DdlIndexColumn, DdlTable } from './ddl'
import type { SqlDialect } from './lexical'
import type { TokenReader } from './tokens'

/** `[schema].[name]`; the name is empty if there is none. MySQL's databases are no schemas. */
export function takeTableName(
  reader: TokenReader,
  dialect: SqlDialect,
): { readonly schema: string | null; readonly name: string } {
  const path = reader.takePath()
  const name = path.at(-1) ?? ''
  return { name, schema: dialect === 'sqlserver' ? (path.at(-2) ?? 'dbo') : null }
}

/** A column or constraint, added to the table; false if it is neither. */
export function readPart(reader: TokenReader, table: DdlTable, dialect: SqlDialect): boolean {
  return readConstraint(reader, table, dialect) || readColumn(reader, table, dialect) !== null
}

function readConstraint(reader: TokenReader, table: DdlTable, dialect: SqlDialect): boolean {
  let name: string | null = null
  if (reader.take('CONSTRAINT')) {
    if (!reader.isWord('PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK')) name = reader.takeName()
  }
  if (reader.take('PRIMARY', 'KEY')) addIndex(reader, table, 'primary', name)
  else if (reader.isWord('UNIQUE') && reader.take('UNIQUE')) {
    if (!reader.take('KEY')) reader.take('INDEX')
    addIndex(reader, table, 'unique', name)
  } else if (reader.take('FOREIGN', 'KEY')) {
    if (!reader.isSign('(')) name ??= reader.takeName()
    const columns = readColumns(reader).map((column) => column.name)
    if (!reader.take('REFERENCES')) return false
    table.foreignKeys.push(readReference(reader, { name, columns, dialect }))
  } else if (reader.isWord('FULLTEXT', 'SPATIAL') && reader.peek(1)?.kind !== 'name') {
    const isFulltext = reader.next()!.text.toUpperCase() === 'FULLTEXT'
    if (!reader.take('KEY')) reader.take('INDEX')
    addIndex(reader, table, isFulltext ? 'fulltext' : 'index', name)
  } else if (reader.isWord('KEY', 'INDEX')) {
    reader.next()
    addIndex(reader, table, 'index', name)
  } else if (!reader.take('CHECK')) return false
  return true
}

function addIndex(
  reader: TokenReader,
  table: DdlTable,
  kind: 'primary' | 'unique' | 'index' | 'fulltext',
  name: string | null,
): void {
  let clustered = readClustered(reader)
  let ownName = name
  if (!reader.isSign('(') && !reader.isWord('USING')) ownName = reader.takeName() ?? name
  clustered ??= readClustered(reader)
  if (reader.take('USING')) reader.next()
  const columns = readColumns(reader)
  // An index over an expression has no columns that a schema could name.
  if (columns.length > 0) table.indexes.push({ name: ownName, kind, columns, clustered })
  else table.leftOut.push(EXPRESSION_INDEX)
}

export const EXPRESSION_INDEX = 'An index over an expression has no place in a Prisma schema.'

function readClustered(reader: TokenReader): boolean | null {
  if (reader.take('CLUSTERED')) return true
  return reader.take('NONCLUSTERED') ? false : null
}

/** `(a, b(10), c DESC)`. Empty if one of them is an expression. */
export function readColumns(reader: TokenReader): DdlIndexColumn[] {
  const columns: DdlIndexColumn[] = []
  const inner = reader.within(reader.takeGroup())
  while (!inner.isAtEnd) {
    const name = inner.takeName()
    if (name === null) return []
    const length = inner.isSign('(') ? Number(inner.takeGroup()[0]?.text) : null
    columns.push({ name, length, isDescending: inner.take('DESC') })
    inner.skipToComma()
    inner.takeSign(',')
  }
  return columns
}

interface Referring {
  readonly name: string | null
  readonly columns: readonly string[]
  readonly dialect: SqlDialect
}

function readReference(reader: TokenReader, { name, columns, dialect }: Referring): DdlForeignKey {
  const { schema: toSchema, name: toTable } = takeTableName(reader, dialect)
  const toColumns = readColumns(reader).map((column) => column.name)
  const actions: { DELETE: string | null; UPDATE: string | null } = { DELETE: null, UPDATE: null }
  while (reader.take('ON')) {
    const event = reader.next()?.text.toUpperCase() === 'DELETE' ? 'DELETE' : 'UPDATE'
    const first = reader.next()?.text.toUpperCase() ?? ''
    const second = first === 'SET' || first === 'NO' ? ` ${reader.next()?.text.toUpperCase()}` : ''
    actions[event] = first + second
  }
  const { DELETE: onDelete, UPDATE: onUpdate } = actions
  return { name, columns, toSchema, toTable, toColumns, onDelete, onUpdate }
}

/** Reads a column with its options; a definition of a name that is there takes its place. */
export function readColumn(
  reader: TokenReader,
  table: DdlTable,
  dialect: SqlDialect,
): DdlColumn | null {
  const name = reader.takeName()
  if (name === null) return null
  const column: DdlColumn = {
    name,
    type: '',
    arguments: [],
    isUnsigned: false,
    isNullable: true,
    isAutoIncrement: false,
    isGenerated: false,
    default: null,
  }
  if (!reader.isWord('AS')) {
    column.type = reader.takePath().at(-1)?.toLowerCase() ?? ''
    if (column.type === '') return null
    if (reader.take('PRECISION') || (column.type === 'national' && reader.next())) {
      column.type = column.type === 'national' ? 'varchar' : column.type
    }
    column.arguments = reader
      .takeGroup()
      .filter(({ kind }) => kind !== 'sign')
      .map(({ text }) => text)
  }
  readOptions(reader, table, { column, dialect })
  const at = table.columns.findIndex((other) => other.name === name)
  if (at < 0) table.columns.push(column)
  else table.columns[at] = column
  return column
}

function readOptions(
  reader: TokenReader,
  table: DdlTable,
  { column, dialect }: { column: DdlColumn; dialect: SqlDialect },
): void {
  const own = [{ name: column.name, length: null, isDescending: false }]
  let name: string | null = null
  while (!reader.isAtEnd && !reader.isSign(',')) {
    if (reader.take('UNSIGNED')) column.isUnsigned = true
    else if (reader.take('NOT', 'NULL')) column.isNullable = false
    else if (reader.take('AUTO_INCREMENT')) column.isAutoIncrement = true
    else if (reader.take('IDENTITY')) {
      column.isAutoIncrement = true
      reader.takeGroup()
    } else if (reader.take('CONSTRAINT')) name = reader.takeName()
    else if (reader.take('DEFAULT')) column.default = readDefault(reader)
    else if (reader.take('PRIMARY', 'KEY')) {
      const clustered = readClustered(reader)
      table.indexes.push({ name, kind: 'primary', columns: own, clustered })
    } else if (reader.take('UNIQUE')) {
      reader.take('KEY')
      table.indexes.push({ name, kind: 'unique', columns: own, clustered: readClustered(reader) })
    } else if (reader.take('REFERENCES')) {
      const columns = [column.name]
      table.foreignKeys.push(readReference(reader, { name, columns, dialect }))
    } else if (reader.take('CHECK')) {
      const [called] = reader.takeGroup()
      // So MariaDB keeps what was declared as JSON.
      if (called?.text.toLowerCase() === 'json_valid') column.type = 'json'
    } else if (reader.take('AS')) {
      column.isGenerated = true
      reader.takeGroup()
    } else if (reader.isSign('(')) reader.takeGroup()
    else reader.next()
  }
}

/** A literal, a call, or an expression in parentheses, as written. */
export function readDefault(reader: TokenReader): string {
  const first = reader.peek()
  if (first === undefined) return ''
  if (reader.isSign('(')) return `(${reader.source(reader.takeGroup())})`
  reader.next()
  const parts = [first]
  if (first.kind === 'sign') parts.push(reader.next() ?? first)
  // `0.5` is two words with a point between them; `b'0'` and `N'x'` are a letter before a string.
  while (reader.isSign('.')) parts.push(reader.next()!, reader.next() ?? first)
  const next = reader.peek()
  if (first.kind === 'word' && next?.kind === 'string' && next.from === first.to) {
    parts.push(next)
    reader.next()
  }
  const text = reader.source(parts)
  return reader.isSign('(') ? `${text}(${reader.source(reader.takeGroup())})` : text
}

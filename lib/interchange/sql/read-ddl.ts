/** Reads the tables that a MySQL or SQL Server script ends up with, and what of it was passed over. */

import { type DdlTable, type Skipped, tableKey } from './ddl'
import type { SqlDialect } from './lexical'
import {
  EXPRESSION_INDEX,
  readColumn,
  readColumns,
  readDefault,
  readPart,
  takeTableName,
} from './read-table-parts'
import { splitStatements } from './split-statements'
import { TokenReader, tokensOf } from './tokens'

export interface Ddl {
  /** By name, as the server would list them. */
  readonly tables: readonly DdlTable[]
  readonly skipped: readonly Skipped[]
}

export function readDdl(sql: string, dialect: SqlDialect): Ddl {
  const tables = new Map<string, DdlTable>()
  const skipped: Skipped[] = []
  for (const { text, line, problem } of splitStatements(sql, dialect)) {
    const reason = problem ?? readStatement({ text, line, dialect }, tables)
    if (reason !== null) skipped.push({ text: text.slice(0, SHOWN), line, reason })
  }
  skipped.push(...lostReferences(tables))
  const sorted = [...tables.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
  return { tables: sorted, skipped }
}

/** How much of a skipped statement is kept, in UTF-16 code units. */
const SHOWN = 2000

/** Settings and data, which say nothing about the schema and are not worth reading further. */
const QUIET = /^(?:\/\*M?!\d*\s*)?(?:SET|USE|BEGIN|END|COMMIT|PRINT|LOCK|UNLOCK|START)\b/i

/** Puts into `tables` what a statement defines; why it was passed over, or `null`. */
function readStatement(
  { text, line, dialect }: { text: string; line: number; dialect: SqlDialect },
  tables: Map<string, DdlTable>,
): string | null {
  if (QUIET.test(text)) return null
  if (/^(?:INSERT|REPLACE|UPDATE|DELETE)\b/i.test(text))
    return 'Data is not imported, only the schema.'
  const reader = new TokenReader(text, tokensOf(text, dialect))
  if (reader.take('IF')) passCondition(reader)
  if (reader.take('ALTER', 'DATABASE') || reader.take('CREATE', 'DATABASE')) return null
  if (reader.take('DROP', 'TABLE')) {
    reader.take('IF', 'EXISTS')
    const { schema, name } = takeTableName(reader, dialect)
    tables.delete(tableKey(schema, name))
    return null
  }
  if (reader.take('ALTER', 'TABLE')) return alterTable(reader, tables, dialect)
  if (!reader.take('CREATE')) return 'It defines no table.'
  if (reader.take('OR')) reader.next()
  if (reader.take('TABLE') || reader.take('TEMPORARY', 'TABLE')) {
    return createTable(reader, tables, { line, dialect })
  }
  if (dialect === 'sqlserver' && reader.isWord('FULLTEXT')) return NO_FULLTEXT
  const reason = createIndex(reader, tables, dialect)
  return reason === undefined ? NO_TABLE : reason
}

/** `IF NOT EXISTS (…) BEGIN …`: what it guards is taken to be done. */
function passCondition(reader: TokenReader): void {
  while (!reader.isAtEnd && !reader.isWord('CREATE', 'ALTER', 'DROP', 'EXEC')) {
    if (reader.isSign('(')) reader.takeGroup()
    else reader.next()
  }
}

function createTable(
  reader: TokenReader,
  tables: Map<string, DdlTable>,
  { line, dialect }: { line: number; dialect: SqlDialect },
): string | null {
  reader.take('IF', 'NOT', 'EXISTS')
  const { schema, name } = takeTableName(reader, dialect)
  if (name === '') return 'The table has no name.'
  if (!reader.isSign('(')) return 'The table is not defined by its columns.'
  const key = tableKey(schema, name)
  if (tables.has(key)) return `There is a table ${name} already.`
  const parts = { columns: [], indexes: [], foreignKeys: [], leftOut: [] }
  const table: DdlTable = { name, schema, line, ...parts }
  const inner = reader.within(reader.takeGroup())
  while (!inner.isAtEnd) {
    if (!readPart(inner, table, dialect))
      return 'A column or constraint of the table could not be read.'
    inner.skipToComma()
    inner.takeSign(',')
  }
  tables.set(key, table)
  return leftOutOf(table)
}

function alterTable(
  reader: TokenReader,
  tables: Map<string, DdlTable>,
  dialect: SqlDialect,
): string | null {
  const { schema, name } = takeTableName(reader, dialect)
  const table = tables.get(tableKey(schema, name))
  if (table === undefined) return `There is no table ${name} before it.`
  if (reader.take('WITH')) reader.next()
  if (reader.isWord('CHECK', 'NOCHECK', 'ENABLE', 'DISABLE')) return null
  let isAdding = false
  while (!reader.isAtEnd) {
    if (reader.take('ADD')) isAdding = true
    else if (reader.take('MODIFY') || reader.take('ALTER', 'COLUMN')) {
      reader.take('COLUMN')
      readColumn(reader, table, dialect)
      reader.skipToComma()
      reader.takeSign(',')
      continue
    } else if (!isAdding) return 'This change of a table is not read.'
    reader.take('COLUMN')
    if (!addDefault(reader, table) && !readPart(reader, table, dialect))
      return 'What is added could not be read.'
    reader.skipToComma()
    reader.takeSign(',')
  }
  return leftOutOf(table)
}

/** What a statement said that was left out, though the rest of it was read. */
function leftOutOf(table: DdlTable): string | null {
  const reasons = [...new Set(table.leftOut.splice(0))]
  return reasons.length > 0 ? `${reasons.join(' ')} The rest was read.` : null
}

/** Foreign keys to tables that the script does not make. */
function lostReferences(tables: ReadonlyMap<string, DdlTable>): Skipped[] {
  return [...tables.values()].flatMap(({ line, foreignKeys }) =>
    foreignKeys
      .filter(({ toSchema, toTable }) => !tables.has(tableKey(toSchema, toTable)))
      .map(({ columns, toTable }) => ({
        text: `FOREIGN KEY (${columns.join(', ')}) REFERENCES ${toTable}`,
        line,
        reason: `There is no table ${toTable} in the script, so the foreign key is left out.`,
      })),
  )
}

/** SQL Server's `ADD CONSTRAINT name DEFAULT (…) FOR column`. */
function addDefault(reader: TokenReader, table: DdlTable): boolean {
  const isNamed = reader.isWord('CONSTRAINT') && reader.peek(2)?.text.toUpperCase() === 'DEFAULT'
  if (!isNamed && !reader.isWord('DEFAULT')) return false
  if (isNamed) {
    reader.next()
    reader.next()
  }
  reader.take('DEFAULT')
  const expression = readDefault(reader)
  reader.take('FOR')
  const name = reader.takeName()
  const column = table.columns.find((other) => other.name === name)
  if (column !== undefined) column.default = expression
  return true
}

/** `null` and the index added, a reason, or `undefined` where it is no index. */
function createIndex(
  reader: TokenReader,
  tables: Map<string, DdlTable>,
  dialect: SqlDialect,
): string | null | undefined {
  const isUnique = reader.take('UNIQUE')
  const isFulltext = reader.take('FULLTEXT')
  const clustered = reader.take('CLUSTERED') ? true : reader.take('NONCLUSTERED') ? false : null
  if (!reader.take('INDEX')) return undefined
  const name = reader.takeName()
  if (reader.take('USING')) reader.next()
  if (!reader.take('ON')) return 'The index is on no table.'
  const target = takeTableName(reader, dialect)
  const table = tables.get(tableKey(target.schema, target.name))
  if (table === undefined) return 'There is no such table before the index.'
  const columns = readColumns(reader)
  if (columns.length === 0) return EXPRESSION_INDEX
  const kind = isFulltext ? 'fulltext' : isUnique ? 'unique' : 'index'
  while (!reader.isAtEnd) if (reader.next()!.text.toUpperCase() === 'WHERE') return FILTERED
  table.indexes.push({ name, kind, columns, clustered })
  return null
}

const FILTERED = 'An index over some of the rows is not read.'

const NO_FULLTEXT = 'Prisma has no full-text indexes for SQL Server.'

const NO_TABLE =
  'Only tables, keys and indexes are read; views, triggers and routines are not imported.'

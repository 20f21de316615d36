/** SQLite inside the page: its official WebAssembly build behind the common interface. */
import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { type AdapterRows, COLUMN_TYPE, DatabaseError, type EmbeddedDatabase } from './embedded'

/** Starts an empty database in memory. */
export function openSqlite(sqlite: Sqlite3Static): EmbeddedDatabase {
  let database = create(sqlite)
  const attempt = <T>(sql: string, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof sqlite.SQLite3Error)) throw error
      const at = database.pointer ? sqlite.capi.sqlite3_error_offset(database.pointer) : -1
      throw new DatabaseError(
        error.message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, ''),
        String(error.resultCode ?? 1),
        null,
        at < 0 ? null : offsetOfByte(sql, at),
      )
    }
  }
  const select = (sql: string, args: readonly unknown[]) => {
    const columnNames: string[] = []
    const rows = database.exec(sql, {
      bind: args.length > 0 ? (args as string[]) : undefined,
      rowMode: 'array',
      returnValue: 'resultRows',
      columnNames,
    }) as unknown[][]
    return { columnNames, rows }
  }
  /** The types that the columns of a query were declared with, without running it again. */
  const declaredTypes = (sql: string): string[] => {
    const statement = database.prepare(sql)
    try {
      return Array.from({ length: statement.columnCount }, (_, index) => {
        return sqlite.capi.sqlite3_column_decltype(statement.pointer ?? 0, index) ?? ''
      })
    } finally {
      statement.finalize()
    }
  }
  return {
    provider: 'sqlite',
    async run(sql, maxRows) {
      const started = performance.now()
      const before = database.changes(true)
      const { columnNames, rows } = attempt(sql, () => select(sql, []))
      const duration = performance.now() - started
      const affected = database.changes(true) - before
      return {
        columns: columnNames,
        types: columnNames.length === 0 ? [] : declaredTypes(sql),
        rows: rows.slice(0, maxRows).map((row) => row.map(asText)),
        rowCount: rows.length,
        affectedRows: /^\s*(?:insert|replace|update|delete)\b/i.test(sql) ? affected : null,
        duration,
      }
    },
    async execute(sql) {
      attempt(sql, () => database.exec(sql))
    },
    query: async (sql, args): Promise<AdapterRows> => {
      const { columnNames, rows } = attempt(sql, () => select(sql, args))
      return {
        columnNames,
        columnTypes: columnNames.map((_, index) => columnType(rows.map((row) => row[index]))),
        rows: rows.map((row) =>
          row.map((value) => (typeof value === 'bigint' ? String(value) : value)),
        ),
      }
    },
    async reset() {
      database.close()
      database = create(sqlite)
    },
    async resetSession() {
      if (!sqlite.capi.sqlite3_get_autocommit(database.pointer ?? 0)) database.exec('ROLLBACK')
    },
    namespaces: async () => null,
  }
}

/** With foreign keys enforced, as in a connection of Prisma's. */
function create(sqlite: Sqlite3Static): Database {
  const database = new sqlite.oo1.DB(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  return database
}

/** SQLite types values, not columns: the first that is not NULL stands for all. */
function columnType(values: readonly unknown[]): number {
  const value = values.find((candidate) => candidate !== null)
  if (typeof value === 'bigint') return COLUMN_TYPE.int64
  if (typeof value === 'number') {
    return Number.isInteger(value) ? COLUMN_TYPE.int32 : COLUMN_TYPE.double
  }
  if (typeof value === 'string') return COLUMN_TYPE.text
  return value === undefined ? COLUMN_TYPE.int32 : COLUMN_TYPE.bytes
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (!(value instanceof Uint8Array)) return String(value)
  return `x'${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}'`
}

/** SQLite counts bytes of UTF-8. */
function offsetOfByte(text: string, at: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, at)).length
}

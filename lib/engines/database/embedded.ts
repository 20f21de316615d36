/** What every embedded database can do, whichever it is. */
import type { StatementResult } from './shared'

/** The numbers by which Prisma's engines know the types of a driver adapter's columns. */
export const COLUMN_TYPE = {
  int32: 0,
  int64: 1,
  double: 3,
  boolean: 5,
  character: 6,
  text: 7,
  bytes: 13,
  int32Array: 64,
  characterArray: 70,
  textArray: 71,
} as const

/** Rows as Prisma's engines take them from a driver adapter. */
export interface AdapterRows {
  readonly columnNames: readonly string[]
  readonly columnTypes: readonly number[]
  readonly rows: readonly (readonly unknown[])[]
}

/** An error in the database's own words. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'

  constructor(
    message: string,
    readonly code: string,
    readonly detail: string | null,
    /** In the statement, in UTF-16 code units. */
    readonly offset: number | null,
  ) {
    super(message)
  }
}

/** Methods that take SQL reject with a `DatabaseError` when the database refuses it. */
export interface EmbeddedDatabase {
  readonly provider: 'postgres' | 'sqlite'
  /** Runs one statement. */
  run(sql: string, maxRows: number): Promise<StatementResult>
  execute(sql: string): Promise<void>
  query(sql: string, args: readonly unknown[]): Promise<AdapterRows>
  /** Removes everything from the database. */
  reset(): Promise<void>
  /** Undoes what a script set for its connection, such as the search path. */
  resetSession(): Promise<void>
  /** The schemas of the database with something in them, in order; `null` if it has no schemas. */
  namespaces(): Promise<readonly string[] | null>
}

/** The offset of the character at `index`, where characters beyond U+FFFF count once. */
export function offsetOfCharacter(text: string, index: number): number {
  let offset = 0
  for (let count = 0; count < index && offset < text.length; count++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
  }
  return offset
}

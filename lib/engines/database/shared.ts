/** What the page and the worker of an embedded database both know. */

import type { ReportProgress } from '../protocol'

/** The databases that can run inside a page. */
export type EmbeddedProvider = 'postgresql' | 'sqlite'

/** One statement of a script. */
export interface ScriptStatement {
  readonly text: string
  /** The line of the script that it begins on, from 1. */
  readonly line: number
}

/** A statement that did not become part of the database. */
export interface SkippedStatement extends ScriptStatement {
  /** The database's own message, or why the statement was passed over. */
  readonly reason: string
}

/** A script that is ready to be executed. */
export interface PreparedScript {
  readonly provider: EmbeddedProvider
  readonly statements: readonly ScriptStatement[]
  /** What is passed over, for reasons that the statements themselves give. */
  readonly skipped: readonly SkippedStatement[]
  /** Those that it needs, whether there are such or not. */
  readonly extensions: readonly string[]
}

/** How far the reading of a script is. */
export type ScriptProgress =
  /** The part of the database that is loaded, from 0 to 1; `null` while that is not known. */
  | { readonly phase: 'start'; readonly done: number | null }
  /** How many of the statements have been executed. */
  | { readonly phase: 'execute'; readonly done: number; readonly total: number }
  | { readonly phase: 'read' }

/** What a statement gave. */
export interface StatementResult {
  /** Names of the columns; empty when the statement gives no rows. */
  readonly columns: readonly string[]
  /** Their types, as the database writes them; empty where it knows none, as of an expression. */
  readonly types: readonly string[]
  /** At most as many as were asked for, as the database writes them; `null` is NULL. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** How many rows there are in all. */
  readonly rowCount: number
  /** How many rows were changed, for a statement that changes rows. */
  readonly affectedRows: number | null
  /** In ms. */
  readonly duration: number
}

/** Why a statement failed, in the database's words. */
export interface StatementError {
  readonly message: string
  /** Further lines of the database: details and hints. */
  readonly detail: string | null
  /** Where in the statement, in UTF-16 code units, if the database says so. */
  readonly offset: number | null
}

export type RunResult =
  | { readonly kind: 'done'; readonly result: StatementResult }
  | { readonly kind: 'failed'; readonly error: StatementError }

export interface Introspected {
  /** What `prisma db pull` would write. */
  readonly schema: string
  readonly skipped: readonly SkippedStatement[]
}

export interface FailedStatement {
  /** In the list that was given. */
  readonly index: number
  /** The database's own. */
  readonly message: string
  /** Where in the statement, in UTF-16 code units, if the database says so. */
  readonly offset: number | null
}

/** The methods of the worker. */
export interface DatabaseApi {
  /**
   * Loads and starts an empty database that has those of the extensions that there are; tells how
   * much of it is loaded.
   */
  start(params: { readonly extensions: readonly string[] }, report: ReportProgress): Promise<void>
  run(params: { readonly sql: string; readonly maxRows: number }): Promise<RunResult>
  /** Executes statements; gives those that failed. */
  execute(params: { readonly statements: readonly string[] }): Promise<readonly FailedStatement[]>
  reset(params: null): Promise<void>
  /** Gives the database as a Prisma schema. */
  introspect(params: null): Promise<string>
}

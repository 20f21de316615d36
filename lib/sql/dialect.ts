/**
 * What the planner asks of a database: how it calls types and defaults, what it can change, and,
 * where we write the SQL, how a step is written. One object per provider; nothing else in the core
 * knows which one it is.
 */

import type { Field } from '@/lib/schema/graph'
import type { Value } from '@/lib/schema/value'
import type { DiffRules } from './diff-rules'
import type { ColumnChange, DiffStep, TablePair } from './steps'
import type {
  ColumnDefault,
  ColumnFamily,
  NativeColumnType,
  PlannedProvider,
  RelationalProvider,
  SqlAction,
} from './tables'

export interface ColumnType {
  readonly sql: string
  readonly native: NativeColumnType
}

/** A warning of `prisma migrate dev`, before it is known which model it is about. */
export interface ChangeWarning {
  readonly text: string
  readonly isBlocking: boolean
}

export interface Dialect {
  readonly provider: RelationalProvider
  /** Bytes of the longest identifier. */
  readonly maxIdentifierLength: number
  /** The schema of the database that tables are in when they name none; `null` without schemas. */
  readonly defaultNamespace: string | null
  readonly namesPrimaryKeys: boolean
  readonly namesDefaults: boolean
  /** What an enum is: part of each column, a type of its own, or not known to the database at all. */
  readonly enums: 'columns' | 'types' | 'texts'
  /** What `autoincrement()` is a default of, where it is not rather a property of the column. */
  readonly autoIncrementDefault: 'sequence' | 'rowid' | null
  /** Whether an implicit join table has a primary key rather than a unique index. */
  readonly joinTableHasPrimaryKey: boolean
  /** The type of a scalar field, with or without `@db.…`. */
  columnType(field: Field): ColumnType
  /** The type of a column with an enum of that name and those values. */
  enumType(name: string, values: readonly string[]): string
  /** A literal, or a list of them, as written after `DEFAULT`. */
  constantDefault(value: Value, family: ColumnFamily): string
  /** `now()` for a column of this type. */
  nowDefault(native: NativeColumnType | null): string
  /** What a referential action comes to. */
  action(action: SqlAction): SqlAction
  /** The actions of both foreign keys of an implicit join table. */
  joinTableAction(isSelfRelation: boolean): SqlAction

  readonly rules: DiffRules
  /** What can be lost or can fail in altering a column. */
  alterWarnings(tables: TablePair, change: ColumnChange): readonly ChangeWarning[]
}

/** The dialect of a database whose SQL we write. */
export interface WrittenDialect extends Dialect {
  readonly provider: PlannedProvider
  /** The statements of a step, each without its `;`; none when there is nothing to do. */
  render(step: DiffStep): readonly string[]
  /** The whole script around the rendered steps: a transaction, where the database has such. */
  script(body: string): string
}

/** Whether a default is one that the database is told nothing about (`dbgenerated()`). */
export function isEmptyExpression(value: ColumnDefault): boolean {
  return value.kind === 'expression' && value.sql === ''
}

/**
 * What the planner asks of a database: how it calls types and defaults, what it can change, and how
 * a step is written. One object per provider; nothing else in the core knows which one it is.
 */

import type { Field } from '@/lib/schema/graph'
import type { Value } from '@/lib/schema/value'
import type { DiffRules } from './diff-rules'
import type { DiffStep, TableChange, TablePair } from './steps'
import type {
  ColumnDefault,
  ColumnFamily,
  NativeColumnType,
  PlannedProvider,
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
  readonly provider: PlannedProvider
  /** Bytes of the longest identifier. */
  readonly maxIdentifierLength: number
  /** The schema of the database that tables are in when they name none; `null` without schemas. */
  readonly defaultNamespace: string | null
  readonly namesPrimaryKeys: boolean
  readonly namesDefaults: boolean
  /** Whether an enum is part of the column's type; else the provider has none. */
  readonly hasEnums: boolean
  /** Whether an implicit join table has a primary key rather than a unique index. */
  readonly joinTableHasPrimaryKey: boolean
  /** The type of a scalar field, with or without `@db.…`. */
  columnType(field: Field): ColumnType
  enumType(values: readonly string[]): string
  /** A literal, or a list of them, as written after `DEFAULT`. */
  constantDefault(value: Value, family: ColumnFamily): string
  /** `now()` for a column of this type. */
  nowDefault(native: NativeColumnType | null): string
  /** What a referential action comes to. */
  action(action: SqlAction): SqlAction
  /** The actions of both foreign keys of an implicit join table. */
  joinTableAction(isSelfRelation: boolean): SqlAction

  readonly rules: DiffRules
  /** The statements of a step, each without its `;`; none when there is nothing to do. */
  render(step: DiffStep): readonly string[]
  /** The whole script around the rendered steps: a transaction, where the database has such. */
  script(body: string): string
  /** What can be lost or can fail in altering or recreating a column. */
  alterWarnings(tables: TablePair, change: TableChange): readonly ChangeWarning[]
}

/** Whether a default is one that the database is told nothing about (`dbgenerated()`). */
export function isEmptyExpression(value: ColumnDefault): boolean {
  return value.kind === 'expression' && value.sql === ''
}

/**
 * A relational schema: what a Prisma schema comes to in a database, with the names, types and order
 * that Prisma Migrate gives them. It is what migrations are computed between.
 */

import type { BlockId } from '@/lib/schema/graph'

/** The providers for which Prisma ships no migration engine that runs in a browser. */
export type PlannedProvider = 'mysql' | 'sqlserver'

/** All providers whose databases have tables. */
export type RelationalProvider = PlannedProvider | 'postgresql' | 'cockroachdb' | 'sqlite'

export interface Tables<Provider extends RelationalProvider = RelationalProvider> {
  readonly provider: Provider
  /** Schemas of the database that tables are in, in the order of creation; empty where there are none. */
  readonly namespaces: readonly string[]
  /** In the order in which Prisma creates them: models, then implicit join tables. */
  readonly tables: readonly Table[]
  /** Enums that are types of the database, in the order of the schema; empty where it has no such. */
  readonly enums: readonly EnumType[]
}

export interface EnumType {
  readonly name: string
  readonly namespace: string | null
  /** The enum of the schema that it comes from. */
  readonly blockId: BlockId
  /** By their names in the database. */
  readonly values: readonly string[]
}

export interface Table {
  readonly name: string
  /** The schema of the database that it is in, if the provider has such and one is named. */
  readonly namespace: string | null
  /** The model that it comes from; of an implicit join table, the relation's first model. */
  readonly blockId: BlockId
  readonly columns: readonly Column[]
  readonly primaryKey: PrimaryKey | null
  /** Unique constraints and indexes, in Prisma's order. */
  readonly indexes: readonly Index[]
  /** Empty under `relationMode = "prisma"`. */
  readonly foreignKeys: readonly ForeignKey[]
}

export interface Column {
  readonly name: string
  /** As in the DDL, with its arguments: `VARCHAR(191)`, `INTEGER UNSIGNED`, `NVARCHAR(1000)`. */
  readonly type: string
  /** The native type, also where the schema leaves it to Prisma; `null` for enums and `Unsupported`. */
  readonly native: NativeColumnType | null
  /** Its enum, unless the database keeps enums as texts. */
  readonly enumeration: ColumnEnum | null
  /** What kind of values it has, to judge what a change of the type loses. */
  readonly family: ColumnFamily
  /** Whether it is `NOT NULL` for Prisma, which leaves lists without it. */
  readonly isRequired: boolean
  readonly isList: boolean
  readonly isAutoIncrement: boolean
  readonly default: ColumnDefault | null
  /** Whether Prisma Client makes up a default (`uuid()`, `cuid()`), which the database knows nothing of. */
  readonly hasClientDefault: boolean
}

/** `@db.VarChar(10)`: name `VarChar`, args `['10']`. */
export interface NativeColumnType {
  readonly name: string
  readonly args: readonly string[]
}

export interface ColumnEnum {
  /** That of the type; where enums are part of their columns, what Prisma says: `Table_column`. */
  readonly name: string
  readonly namespace: string | null
  readonly values: readonly string[]
}

export type ColumnFamily =
  | 'int'
  | 'bigint'
  | 'float'
  | 'decimal'
  | 'boolean'
  | 'string'
  | 'datetime'
  | 'binary'
  | 'json'
  | 'enum'
  | 'uuid'
  | 'unsupported'

export interface ColumnDefault {
  /**
   * A constant (`datetime` and `json` ones are compared by other rules), `now()`, an expression
   * from `dbgenerated("…")`, or a number that the database gives where that is a default: the next
   * of a sequence, or CockroachDB's `unique_rowid()`.
   */
  readonly kind: 'constant' | 'datetime' | 'json' | 'now' | 'expression' | 'sequence' | 'rowid'
  /** As in the DDL, after `DEFAULT`; empty for `dbgenerated()`, which says nothing. */
  readonly sql: string
  /** The constraint's name, where defaults have one (SQL Server: `Table_column_df`). */
  readonly constraint: string | null
}

export interface PrimaryKey {
  /** The constraint's name, where the provider uses one. */
  readonly name: string | null
  readonly columns: readonly IndexColumn[]
  readonly clustered: boolean | null
}

export interface Index {
  readonly name: string
  readonly kind: 'unique' | 'index' | 'fulltext'
  readonly columns: readonly IndexColumn[]
  readonly clustered: boolean | null
  /** How it finds rows: `Gin`, `Hash`; `null` where that is left to the database. */
  readonly method: string | null
  /** Which rows it is about, as in the schema; `null` for all. */
  readonly condition: string | null
}

export interface IndexColumn {
  readonly name: string
  readonly sort: 'Asc' | 'Desc' | null
  /** Characters or bytes of a prefix. */
  readonly length: number | null
}

export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly toNamespace: string | null
  readonly toTable: string
  readonly toColumns: readonly string[]
  readonly onDelete: SqlAction
  readonly onUpdate: SqlAction
}

export type SqlAction = 'CASCADE' | 'RESTRICT' | 'NO ACTION' | 'SET NULL' | 'SET DEFAULT'

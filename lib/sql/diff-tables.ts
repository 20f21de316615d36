/**
 * What differs between two relational schemas, as the steps that Prisma Migrate takes: plain data,
 * without a word of SQL. What a database can and cannot do is asked of its `DiffRules`.
 */

import type { Column, ForeignKey, Index, Table } from './tables'

/** What a change of a column's type does to the values in it. */
export type TypeChange = 'safe' | 'risky' | 'not-castable'

export interface ColumnChanges {
  readonly type: TypeChange | null
  readonly arity: boolean
  readonly default: boolean
  readonly autoIncrement: boolean
}

export interface ColumnPair {
  readonly previous: Column
  readonly next: Column
}

export interface TablePair {
  readonly previous: Table
  readonly next: Table
}

export interface IndexPair {
  readonly previous: Index
  readonly next: Index
}

/** One clause of an `ALTER TABLE`, in the order in which Prisma lists them. */
export type TableChange =
  | { readonly kind: 'DropPrimaryKey' }
  | { readonly kind: 'RenamePrimaryKey' }
  | { readonly kind: 'DropColumn'; readonly column: Column }
  | { readonly kind: 'AddColumn'; readonly column: Column }
  | {
      /** `RecreateColumn`: no cast exists, so the column is dropped and added. */
      readonly kind: 'AlterColumn' | 'RecreateColumn'
      readonly columns: ColumnPair
      readonly changes: ColumnChanges
    }
  | { readonly kind: 'AddPrimaryKey' }

export type DiffStep =
  | { readonly kind: 'CreateSchema'; readonly name: string }
  | {
      readonly kind: 'DropForeignKey'
      /** As it was. */
      readonly table: Table
      readonly foreignKey: ForeignKey
    }
  | { readonly kind: 'DropIndex'; readonly table: Table; readonly index: Index }
  | {
      readonly kind: 'AlterTable'
      readonly tables: TablePair
      readonly changes: readonly TableChange[]
    }
  | { readonly kind: 'DropTable'; readonly table: Table }
  | { readonly kind: 'CreateTable'; readonly table: Table }
  | { readonly kind: 'RedefineTables'; readonly tables: readonly RedefinedTable[] }
  | {
      readonly kind: 'CreateIndex'
      readonly table: Table
      readonly index: Index
      /** Whether the table was there before. */
      readonly isNewTable: boolean
      /** Whether it was there before, and is made again because a column of it is. */
      readonly isRecreated: boolean
    }
  | {
      readonly kind: 'RenameForeignKey'
      readonly table: Table
      readonly previous: ForeignKey
      readonly next: ForeignKey
    }
  | { readonly kind: 'AddForeignKey'; readonly table: Table; readonly foreignKey: ForeignKey }
  | {
      /** `RedefineIndex`: where the database cannot rename one. */
      readonly kind: 'RenameIndex' | 'RedefineIndex'
      readonly tables: TablePair
      readonly indexes: IndexPair
    }

/** A table that is made anew and filled from the old one, because it cannot be altered. */
export interface RedefinedTable {
  readonly tables: TablePair
  readonly dropsPrimaryKey: boolean
  readonly added: readonly Column[]
  readonly dropped: readonly Column[]
  readonly columns: readonly { readonly columns: ColumnPair; readonly changes: ColumnChanges }[]
}

/** What the comparison has to know about a database. */
export interface DiffRules {
  /** What a change of the type does; `null` when it is the same type. */
  typeChange(previous: Column, next: Column): TypeChange | null
  /** Whether two indexes that agree in kind and columns are the same also in what only it has. */
  sameIndexOptions(previous: Index, next: Index): boolean
  /** Whether the primary keys of two tables, equal in their columns, differ in what only it has. */
  primaryKeyDiffers(previous: Table, next: Table): boolean
  /** Whether a pair of tables cannot be altered but must be redefined. */
  mustRedefine(tables: TablePair, columns: readonly { readonly changes: ColumnChanges }[]): boolean
  /** Whether an index is made in a step of its own rather than with its new table. */
  isIndexCreatedApart(index: Index): boolean
  /** Whether indexes over an altered column are dropped before and created after that. */
  mustRecreateIndexes(columns: ColumnPair, changes: ColumnChanges): boolean
  readonly canRenameIndexes: boolean
  readonly canRenameForeignKeys: boolean
  /** Whether a column of a foreign key can become `NOT NULL` without dropping the key. */
  readonly keepsForeignKeyOfRequiredColumn: boolean
  /** Whether foreign keys that used a dropped index are dropped and added with it. */
  readonly recreatesForeignKeysOfDroppedIndexes: boolean
  /** Whether dropping a column takes its indexes and its primary key along. */
  readonly recreatesKeysOfRecreatedColumns: boolean
  readonly ignoresJsonDefaults: boolean
}

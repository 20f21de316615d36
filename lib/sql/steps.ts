/** The steps of a migration as plain data, as Prisma Migrate takes them, without a word of SQL. */

import type { Column, EnumType, ForeignKey, Index, Table } from './tables'

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

export interface EnumPair {
  readonly previous: EnumType
  readonly next: EnumType
}

export interface IndexPair {
  readonly previous: Index
  readonly next: Index
}

/** What becomes of a column that stays. */
export interface ColumnChange {
  readonly columns: ColumnPair
  readonly changes: ColumnChanges
}

/** One clause of an `ALTER TABLE`, in the order in which Prisma lists them. */
export type TableChange =
  | { readonly kind: 'DropPrimaryKey' }
  | { readonly kind: 'RenamePrimaryKey' }
  | { readonly kind: 'DropColumn'; readonly column: Column }
  | { readonly kind: 'AddColumn'; readonly column: Column }
  | ({
      /** `RecreateColumn`: no cast exists, so the column is dropped and added. */
      readonly kind: 'AlterColumn' | 'RecreateColumn'
    } & ColumnChange)
  | { readonly kind: 'AddPrimaryKey' }

export type DiffStep =
  | { readonly kind: 'CreateSchema'; readonly name: string }
  | { readonly kind: 'CreateEnum' | 'DropEnum'; readonly enumType: EnumType }
  | { readonly kind: 'AlterEnum'; readonly enums: EnumPair }
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
  | {
      /** Where the database can put another primary key in the place of one. */
      readonly kind: 'AlterPrimaryKey'
      readonly tables: TablePair
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
  readonly columns: readonly ColumnChange[]
}

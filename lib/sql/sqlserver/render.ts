/** The statements of SQL Server for the steps of a migration, as Prisma Migrate writes them. */

import type { DiffStep, TablePair } from '../steps'
import type { ForeignKey, Table } from '../tables'
import { alterTable } from './alter-table'
import { createIndex, createTable, dropIndex } from './create'
import { DEFAULT_NAMESPACE, quoteIn, quoteName, quoteTable } from './quote'
import { redefineTables } from './redefine-tables'

export function renderSqlserver(step: DiffStep): readonly string[] {
  switch (step.kind) {
    case 'CreateSchema':
      return [createSchema(step.name)]
    case 'CreateTable':
      return [createTable(step.table, quoteTable(step.table))]
    case 'DropTable':
      return [`DROP TABLE ${quoteTable(step.table)}`]
    case 'AlterTable':
      return alterTable(step.tables, step.changes)
    case 'RedefineTables':
      return redefineTables(step.tables)
    case 'CreateIndex':
      return [createIndex(step.table, step.index)]
    case 'DropIndex':
      return [dropIndex(step.table, step.index)]
    case 'RenameIndex':
      return [renameIndex(step.tables, step.indexes.previous.name, step.indexes.next.name)]
    case 'AddForeignKey':
      return [addForeignKey(step.table, step.foreignKey)]
    case 'DropForeignKey':
      return [
        `ALTER TABLE ${quoteTable(step.table)} DROP CONSTRAINT ${quoteName(step.foreignKey.name)}`,
      ]
    case 'RenameForeignKey': {
      const previous = `${step.table.namespace ?? DEFAULT_NAMESPACE}.${step.previous.name}`
      return [`EXEC sp_rename '${previous}', '${step.next.name}', 'OBJECT'`]
    }
    default:
      throw new Error(`SQL Server has no ${step.kind}`)
  }
}

function createSchema(name: string): string {
  const create = `EXEC sp_executesql N'CREATE SCHEMA ${quoteName(name)};'`
  return `IF NOT EXISTS (SELECT * FROM sys.schemas WHERE name = N'${name}') ${create}`
}

function renameIndex({ previous: table }: TablePair, previous: string, next: string): string {
  const path = `${table.namespace ?? DEFAULT_NAMESPACE}.${table.name}.${previous}`
  return `EXEC SP_RENAME N'${path}', N'${next}', N'INDEX'`
}

function addForeignKey(table: Table, key: ForeignKey): string {
  const columns = key.columns.map(quoteName).join(', ')
  const toColumns = key.toColumns.map(quoteName).join(',')
  const references = `REFERENCES ${quoteIn(key.toNamespace, key.toTable)}(${toColumns})`
  const actions = `ON DELETE ${key.onDelete} ON UPDATE ${key.onUpdate}`
  const constraint = `CONSTRAINT ${quoteName(key.name)} FOREIGN KEY (${columns})`
  return `ALTER TABLE ${quoteTable(table)} ADD ${constraint} ${references} ${actions}`
}

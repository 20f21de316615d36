/** The statements of MySQL for the steps of a migration, as Prisma Migrate writes them. */

import { isEmptyExpression } from '../dialect'
import type { ColumnPair, DiffStep, TableChange, TablePair } from '../steps'
import type { Column, ColumnDefault, ForeignKey, Index, IndexColumn, Table } from '../tables'
import { quoteName } from './quote'

export function renderMysql(step: DiffStep): readonly string[] {
  switch (step.kind) {
    case 'CreateTable':
      return [createTable(step.table)]
    case 'DropTable':
      return [`DROP TABLE ${quoteName(step.table.name)}`]
    case 'AlterTable':
      return alterTable(step.tables, step.changes)
    case 'CreateIndex':
      return [createIndex(step.table, step.index)]
    case 'DropIndex':
      return [dropIndex(step.table, step.index)]
    case 'RenameIndex': {
      const { previous, next } = step.indexes
      const names = `${quoteName(previous.name)} TO ${quoteName(next.name)}`
      return [`ALTER TABLE ${quoteName(step.tables.previous.name)} RENAME INDEX ${names}`]
    }
    case 'AddForeignKey':
      return [addForeignKey(step.table, step.foreignKey)]
    case 'DropForeignKey':
      return [
        `ALTER TABLE ${quoteName(step.table.name)} DROP FOREIGN KEY ${quoteName(step.foreignKey.name)}`,
      ]
    default:
      throw new Error(`MySQL has no ${step.kind}`)
  }
}

function createTable(table: Table): string {
  const lines = table.columns.map((column) => `    ${columnSql(column)}`)
  const keys = table.indexes.map((index) => {
    return `    ${indexKind(index)} ${quoteName(index.name)}(${keyColumns(index.columns)})`
  })
  if (table.primaryKey) keys.push(`    PRIMARY KEY (${keyColumns(table.primaryKey.columns)})`)
  const body = [lines.join(',\n'), keys.join(',\n')].filter((part) => part !== '').join(',\n\n')
  const options = 'DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
  return `CREATE TABLE ${quoteName(table.name)} (\n${body}\n) ${options}`
}

function columnSql(column: Column): string {
  const nullability = column.isRequired ? ' NOT NULL' : ' NULL'
  const value = column.default && isWritten(column, column.default) ? column.default.sql : null
  const defaultSql = value === null ? '' : ` DEFAULT ${value}`
  const autoIncrement = column.isAutoIncrement ? ' AUTO_INCREMENT' : ''
  return `${quoteName(column.name)} ${column.type}${nullability}${defaultSql}${autoIncrement}`
}

/** MySQL takes no constant defaults for JSON and binary columns, so Prisma leaves them out. */
function isWritten(column: Column, value: ColumnDefault): boolean {
  if (isEmptyExpression(value) || column.family === 'json') return false
  return column.family !== 'binary' || value.kind === 'expression'
}

function indexKind(index: Index): string {
  return { unique: 'UNIQUE INDEX', index: 'INDEX', fulltext: 'FULLTEXT INDEX' }[index.kind]
}

function keyColumns(columns: readonly IndexColumn[]): string {
  return columns
    .map(({ name, sort, length }) => {
      const prefix = length === null ? '' : `(${length})`
      const order = sort === null ? '' : ` ${sort.toUpperCase()}`
      return `${quoteName(name)}${prefix}${order}`
    })
    .join(', ')
}

function createIndex(table: Table, index: Index): string {
  const on = `${quoteName(table.name)}(${keyColumns(index.columns)})`
  return `CREATE ${indexKind(index)} ${quoteName(index.name)} ON ${on}`
}

function dropIndex(table: Table, index: Index): string {
  return `DROP INDEX ${quoteName(index.name)} ON ${quoteName(table.name)}`
}

function addForeignKey(table: Table, key: ForeignKey): string {
  const columns = key.columns.map(quoteName).join(', ')
  const toColumns = key.toColumns.map(quoteName).join(', ')
  const references = `REFERENCES ${quoteName(key.toTable)}(${toColumns})`
  const actions = `ON DELETE ${key.onDelete} ON UPDATE ${key.onUpdate}`
  const constraint = `CONSTRAINT ${quoteName(key.name)} FOREIGN KEY (${columns})`
  return `ALTER TABLE ${quoteName(table.name)} ADD ${constraint} ${references} ${actions}`
}

function alterTable(tables: TablePair, changes: readonly TableChange[]): readonly string[] {
  const clauses = changes.flatMap((change) => alterClauses(tables, change))
  if (clauses.length === 0) return []
  return [`ALTER TABLE ${quoteName(tables.previous.name)} ${clauses.join(',\n    ')}`]
}

function alterClauses(tables: TablePair, change: TableChange): readonly string[] {
  switch (change.kind) {
    case 'DropPrimaryKey':
      return ['DROP PRIMARY KEY']
    case 'AddPrimaryKey':
      return [`ADD PRIMARY KEY (${keyColumns(tables.next.primaryKey?.columns ?? [])})`]
    case 'DropColumn':
      return [`DROP COLUMN ${quoteName(change.column.name)}`]
    case 'AddColumn':
      return [`ADD COLUMN ${columnSql(change.column)}`]
    case 'AlterColumn': {
      const { changes, columns } = change
      const isDefaultAlone = !changes.type && !changes.arity && !changes.autoIncrement
      return isDefaultAlone && !columns.next.default
        ? [`ALTER COLUMN ${quoteName(columns.previous.name)} DROP DEFAULT`]
        : [modifyColumn(columns)]
    }
    case 'RecreateColumn': {
      const { previous, next } = change.columns
      return [`DROP COLUMN ${quoteName(previous.name)}`, `ADD COLUMN ${columnSql(next)}`]
    }
    case 'RenamePrimaryKey':
      throw new Error('Primary keys have no names in MySQL')
  }
}

/** `MODIFY` repeats the whole column, and prints a default even where a new column would not. */
function modifyColumn({ previous, next }: ColumnPair): string {
  // `dbgenerated()` says nothing, so what was there stays.
  const isKept =
    next.default && isEmptyExpression(next.default) && previous.default?.kind === 'expression'
  const value = isKept ? previous.default : next.default
  const defaultSql = value && value.sql !== '' ? ` DEFAULT ${value.sql}` : ''
  const nullability = next.isRequired ? ' NOT NULL' : ' NULL'
  const autoIncrement = next.isAutoIncrement ? ' AUTO_INCREMENT' : ''
  return `MODIFY ${quoteName(next.name)} ${next.type}${nullability}${defaultSql}${autoIncrement}`
}

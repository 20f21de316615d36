/**
 * The statements that an `AlterTable` takes in SQL Server. A default is a constraint of its own
 * there, so changing a column means dropping its default before and adding it after.
 */

import type { ColumnChanges, ColumnPair, TableChange, TablePair } from '../steps'
import { clustering, columnSql, keyColumns } from './columns'
import { DEFAULT_NAMESPACE, quoteName, quoteTable } from './quote'

interface Parts {
  readonly dropConstraints: Set<string>
  readonly alterColumns: string[]
  readonly dropColumns: string[]
  readonly addConstraints: Set<string>
  readonly addColumns: string[]
}

export function alterTable(tables: TablePair, changes: readonly TableChange[]): readonly string[] {
  const parts: Parts = {
    dropConstraints: new Set(),
    alterColumns: [],
    dropColumns: [],
    addConstraints: new Set(),
    addColumns: [],
  }
  for (const change of changes) collect(tables, change, parts)
  const table = quoteTable(tables.previous)
  const alter = (verb: string, items: readonly string[], separator: string) =>
    items.length > 0 ? [`ALTER TABLE ${table} ${verb} ${items.join(separator)}`] : []
  return [
    ...alter('DROP CONSTRAINT', sorted(parts.dropConstraints), ',\n'),
    ...(changes.some(({ kind }) => kind === 'RenamePrimaryKey') ? [renamePrimaryKey(tables)] : []),
    ...parts.alterColumns.map((column) => `ALTER TABLE ${table} ALTER COLUMN ${column}`),
    ...alter('DROP COLUMN', parts.dropColumns, ',\n'),
    ...alter('ADD', sorted(parts.addConstraints), ', '),
    ...alter('ADD', parts.addColumns, ',\n'),
  ]
}

function collect({ previous, next }: TablePair, change: TableChange, parts: Parts): void {
  switch (change.kind) {
    case 'DropPrimaryKey':
      parts.dropConstraints.add(quoteName(previous.primaryKey?.name ?? ''))
      break
    case 'AddPrimaryKey': {
      const key = next.primaryKey
      if (!key) break
      // Prisma does not quote this name.
      const columns = keyColumns(key.columns, ',')
      parts.addConstraints.add(`CONSTRAINT ${key.name} PRIMARY KEY ${clustering(key)} (${columns})`)
      break
    }
    case 'DropColumn':
      parts.dropColumns.push(quoteName(change.column.name))
      break
    case 'AddColumn':
      parts.addColumns.push(columnSql(change.column))
      break
    case 'RecreateColumn':
      parts.dropColumns.push(quoteName(change.columns.previous.name))
      parts.addColumns.push(columnSql(change.columns.next))
      break
    case 'AlterColumn':
      alterColumn(change.columns, change.changes, parts)
      break
    case 'RenamePrimaryKey':
      break
  }
}

function alterColumn({ previous, next }: ColumnPair, changes: ColumnChanges, parts: Parts): void {
  const isDefaultAlone = changes.default && !changes.type && !changes.arity
  if (!isDefaultAlone) {
    const nullability = next.isRequired ? 'NOT NULL' : 'NULL'
    parts.alterColumns.push(`${quoteName(next.name)} ${next.type} ${nullability}`)
  }
  if (!changes.default) return
  if (previous.default) parts.dropConstraints.add(quoteName(previous.default.constraint ?? ''))
  if (!next.default) return
  const { constraint, sql } = next.default
  parts.addConstraints.add(
    `CONSTRAINT ${quoteName(constraint ?? '')} DEFAULT ${sql} FOR ${quoteName(next.name)}`,
  )
}

function renamePrimaryKey({ previous, next }: TablePair): string {
  const path = `${previous.namespace ?? DEFAULT_NAMESPACE}.${previous.primaryKey?.name}`
  return `EXEC SP_RENAME N'${path}', N'${next.primaryKey?.name}'`
}

/** By code units, as Prisma orders constraints whatever order the changes came in. */
function sorted(constraints: ReadonlySet<string>): readonly string[] {
  return [...constraints].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

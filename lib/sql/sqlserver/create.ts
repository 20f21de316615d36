/** How SQL Server makes tables and indexes, also within the redefinition of a table. */

import type { Index, Table } from '../tables'
import { clustering, columnSql, keyColumns } from './columns'
import { quoteName, quoteTable } from './quote'

/** With its primary key and unique constraints; other indexes come apart. */
export function createTable(table: Table, name: string): string {
  const lines = table.columns.map(columnSql)
  const { primaryKey } = table
  if (primaryKey) {
    const constraint = `CONSTRAINT ${quoteName(primaryKey.name ?? '')} PRIMARY KEY`
    const columns = keyColumns(primaryKey.columns, ',')
    lines.push(`${constraint} ${clustering(primaryKey)} (${columns})`)
  }
  for (const index of table.indexes) {
    if (index.kind !== 'unique') continue
    const columns = keyColumns(index.columns, ',')
    lines.push(`CONSTRAINT ${quoteName(index.name)} UNIQUE ${clustering(index)} (${columns})`)
  }
  return `CREATE TABLE ${name} (\n${lines.map((line) => `    ${line}`).join(',\n')}\n)`
}

export function createIndex(table: Table, index: Index): string {
  const columns = keyColumns(index.columns, ', ')
  const on = quoteTable(table)
  return index.kind === 'unique'
    ? `ALTER TABLE ${on} ADD CONSTRAINT ${quoteName(index.name)} UNIQUE ${clustering(index)} (${columns})`
    : `CREATE ${clustering(index)} INDEX ${quoteName(index.name)} ON ${on}(${columns})`
}

/** Between two schemas Prisma drops unique constraints like indexes. */
export function dropIndex(table: Table, index: Index): string {
  return `DROP INDEX ${quoteName(index.name)} ON ${quoteTable(table)}`
}

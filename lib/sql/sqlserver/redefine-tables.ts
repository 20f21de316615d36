/**
 * Makes tables of SQL Server anew under a name of their own, fills them and gives them the old
 * name: what `IDENTITY` needs, which cannot be added to a column or taken from it.
 */

import type { RedefinedTable } from '../steps'
import type { Table } from '../tables'
import { createIndex, createTable, dropIndex } from './create'
import { DEFAULT_NAMESPACE, quoteIn, quoteName, quoteTable } from './quote'

export function redefineTables(tables: readonly RedefinedTable[]): readonly string[] {
  return ['BEGIN TRANSACTION', ...tables.flatMap(redefineTable), 'COMMIT']
}

function redefineTable({ tables: { previous, next }, columns }: RedefinedTable): string[] {
  const temporary = `_prisma_new_${next.name}`
  const target = quoteIn(next.namespace, temporary)
  const source = quoteTable(previous)
  const names = columns
    .map(({ columns }) => columns.next.name)
    .sort()
    .map(quoteName)
    .join(',')
  const hasIdentity = columns.some(({ columns }) => columns.next.isAutoIncrement)
  const identityInsert = (state: 'ON' | 'OFF') =>
    hasIdentity ? [`SET IDENTITY_INSERT ${target} ${state}`] : []
  const copy = `INSERT INTO ${target} (${names}) SELECT ${names} FROM ${source}`
  return [
    ...previous.indexes.map((index) => dropIndex(previous, index)),
    dropAllConstraints(previous),
    createTable(next, target),
    ...identityInsert('ON'),
    `IF EXISTS(SELECT * FROM ${source})\n    EXEC('${copy} WITH (holdlock tablockx)')`,
    ...identityInsert('OFF'),
    `DROP TABLE ${source}`,
    `EXEC SP_RENAME N'${next.namespace ?? DEFAULT_NAMESPACE}.${temporary}', N'${next.name}'`,
    ...next.indexes
      .filter(({ kind }) => kind !== 'unique')
      .map((index) => createIndex(next, index)),
  ]
}

/** So that the new table can have constraints of the same names while both exist. */
function dropAllConstraints({ name, namespace }: Table): string {
  return `DECLARE @SQL NVARCHAR(MAX) = N''
SELECT @SQL += N'ALTER TABLE '
    + QUOTENAME(OBJECT_SCHEMA_NAME(PARENT_OBJECT_ID))
    + '.'
    + QUOTENAME(OBJECT_NAME(PARENT_OBJECT_ID))
    + ' DROP CONSTRAINT '
    + OBJECT_NAME(OBJECT_ID) + ';'
FROM SYS.OBJECTS
WHERE TYPE_DESC LIKE '%CONSTRAINT'
    AND OBJECT_NAME(PARENT_OBJECT_ID) = '${name}'
    AND SCHEMA_NAME(SCHEMA_ID) = '${namespace ?? DEFAULT_NAMESPACE}'
EXEC sp_executesql @SQL
`
}

/** The parts that statements of SQL Server share: columns, keys and what they refer to. */

import { isEmptyExpression } from '../dialect'
import type { Column, Index, IndexColumn, PrimaryKey } from '../tables'
import { quoteName } from './quote'

/** A column in `CREATE TABLE` and `ADD`, where a nullable one says nothing of it. */
export function columnSql(column: Column): string {
  const nullability = column.isRequired ? ' NOT NULL' : ''
  return `${quoteName(column.name)} ${column.type}${nullability}${valueSql(column)}`
}

function valueSql(column: Column): string {
  if (column.isAutoIncrement) return ' IDENTITY(1,1)'
  if (!column.default || isEmptyExpression(column.default)) return ''
  const { constraint, sql } = column.default
  return ` CONSTRAINT ${quoteName(constraint ?? '')} DEFAULT ${sql}`
}

export function keyColumns(columns: readonly IndexColumn[], separator: ',' | ', '): string {
  return columns
    .map(({ name, sort }) => quoteName(name) + (sort === null ? '' : ` ${sort.toUpperCase()}`))
    .join(separator)
}

/** A primary key is clustered unless the schema says otherwise; an index only if it says so. */
export function clustering(key: PrimaryKey | Index): 'CLUSTERED' | 'NONCLUSTERED' {
  const isClustered = 'kind' in key ? key.clustered === true : key.clustered !== false
  return isClustered ? 'CLUSTERED' : 'NONCLUSTERED'
}

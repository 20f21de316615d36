/** CockroachDB for the comparison of schemas: PostgreSQL, but for what it can change. */

import type { ComparedTable } from '../compare-tables'
import type { Dialect } from '../dialect'
import { POSTGRESQL } from '../postgresql/dialect'
import type { Column, Table } from '../tables'
import { cockroachdbTypeChange } from './type-changes'
import { cockroachdbColumnType } from './types'

export const COCKROACHDB: Dialect = {
  ...POSTGRESQL,
  provider: 'cockroachdb',
  autoIncrementDefault: 'rowid',
  joinTableHasPrimaryKey: false,
  columnType: cockroachdbColumnType,
  rules: {
    ...POSTGRESQL.rules,
    typeChange: cockroachdbTypeChange,
    sameIndexOptions: (previous, next) => (previous.method ?? 'BTree') === (next.method ?? 'BTree'),
    mustRedefine: losesId,
    comparesAutoIncrement: false,
    canAlterPrimaryKeys: true,
  },
}

/** No column can be dropped that is the primary key alone. */
function losesId({ tables: { previous }, columns, dropped }: ComparedTable): boolean {
  return (
    dropped.some((column) => isId(column, previous)) ||
    columns.some(
      ({ columns, changes }) => changes.type === 'not-castable' && isId(columns.previous, previous),
    )
  )
}

function isId({ name }: Column, { primaryKey }: Table): boolean {
  return primaryKey?.columns.length === 1 && primaryKey.columns[0]?.name === name
}

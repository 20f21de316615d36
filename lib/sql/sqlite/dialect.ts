/**
 * SQLite for the comparison of schemas. Its SQL is written by Prisma's own engine, which does not
 * say what can be lost without a database to look into.
 */

import type { Field } from '@/lib/schema/graph'
import { isChanged } from '../compare-columns'
import type { ComparedTable } from '../compare-tables'
import { plainConstant } from '../constants'
import type { ColumnType, Dialect } from '../dialect'
import type { TypeChange } from '../steps'
import type { Column } from '../tables'

export const SQLITE: Dialect = {
  provider: 'sqlite',
  maxIdentifierLength: 10000,
  defaultNamespace: null,
  namesPrimaryKeys: false,
  namesDefaults: false,
  enums: 'texts',
  autoIncrementDefault: null,
  joinTableHasPrimaryKey: false,
  columnType,
  enumType: () => 'String',
  constantDefault: plainConstant,
  nowDefault: () => 'CURRENT_TIMESTAMP',
  action: (action) => action,
  joinTableAction: () => 'CASCADE',
  rules: {
    typeChange,
    sameIndexOptions: (previous, next) => previous.condition === next.condition,
    primaryKeyDiffers: () => false,
    mustRedefine,
    isIndexCreatedApart: () => true,
    mustRecreateIndexes: () => false,
    comparesAutoIncrement: false,
    canAlterPrimaryKeys: false,
    hasForeignKeySteps: false,
    dropsIndexesBeforeTables: true,
    canRenameIndexes: false,
    canRenameForeignKeys: false,
    keepsForeignKeyOfRequiredColumn: true,
    recreatesForeignKeysOfDroppedIndexes: false,
    recreatesKeysOfRecreatedColumns: false,
    ignoresJsonDefaults: false,
  },
  // Every change of a column redefines its table.
  alterWarnings: () => [],
}

/** There are no native types, so a column is of what kind its values are. */
function columnType({ typeName }: Field): ColumnType {
  return { sql: typeName, native: { name: typeName, args: [] } }
}

/** SQLite converts what it can, and keeps the rest as it is. */
function typeChange(previous: Column, next: Column): TypeChange | null {
  const isSame =
    previous.family === next.family &&
    (previous.family !== 'unsupported' || previous.type === next.type)
  if (isSame) return null
  return next.family === 'string' ? 'safe' : 'risky'
}

/** It can add columns that may be empty, and nothing else. */
function mustRedefine(table: ComparedTable): boolean {
  return (
    table.primaryKey !== 'same' ||
    table.dropped.length > 0 ||
    table.added.some(({ isRequired }) => isRequired) ||
    table.columns.some(({ changes }) => isChanged(changes)) ||
    table.addedForeignKeys.length > 0 ||
    table.droppedForeignKeys.length > 0
  )
}

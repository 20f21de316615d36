/**
 * PostgreSQL for the comparison of schemas. Its SQL is written by Prisma's own engine, which does
 * not say what can be lost without a database to look into.
 */

import { plainConstant } from '../constants'
import type { Dialect } from '../dialect'
import { postgresqlAlterWarnings } from './alter-warnings'
import { postgresqlTypeChange } from './type-changes'
import { postgresqlColumnType } from './types'

export const POSTGRESQL: Dialect = {
  provider: 'postgresql',
  maxIdentifierLength: 63,
  defaultNamespace: 'public',
  namesPrimaryKeys: true,
  namesDefaults: false,
  enums: 'types',
  autoIncrementDefault: 'sequence',
  joinTableHasPrimaryKey: true,
  columnType: postgresqlColumnType,
  enumType: (name) => name,
  constantDefault: plainConstant,
  nowDefault: () => 'CURRENT_TIMESTAMP',
  action: (action) => action,
  joinTableAction: () => 'CASCADE',
  rules: {
    typeChange: postgresqlTypeChange,
    sameIndexOptions: (previous, next) =>
      (previous.method ?? 'BTree') === (next.method ?? 'BTree') &&
      previous.condition === next.condition,
    primaryKeyDiffers: () => false,
    mustRedefine: () => false,
    isIndexCreatedApart: () => true,
    mustRecreateIndexes: () => false,
    comparesAutoIncrement: true,
    canAlterPrimaryKeys: false,
    hasForeignKeySteps: true,
    dropsIndexesBeforeTables: false,
    canRenameIndexes: true,
    canRenameForeignKeys: true,
    keepsForeignKeyOfRequiredColumn: true,
    recreatesForeignKeysOfDroppedIndexes: false,
    recreatesKeysOfRecreatedColumns: true,
    ignoresJsonDefaults: false,
  },
  alterWarnings: postgresqlAlterWarnings,
}

/** MySQL for the planner. */

import type { WrittenDialect } from '../dialect'
import { mysqlAlterWarnings } from './alter-warnings'
import { mysqlConstant, mysqlEnumType } from './quote'
import { renderMysql } from './render'
import { mysqlTypeChange } from './type-changes'
import { mysqlColumnType, mysqlNow } from './types'

export const MYSQL: WrittenDialect = {
  provider: 'mysql',
  maxIdentifierLength: 64,
  defaultNamespace: null,
  namesPrimaryKeys: false,
  namesDefaults: false,
  enums: 'columns',
  autoIncrementDefault: null,
  joinTableHasPrimaryKey: false,
  columnType: mysqlColumnType,
  enumType: (_, values) => mysqlEnumType(values),
  constantDefault: mysqlConstant,
  nowDefault: mysqlNow,
  action: (action) => action,
  joinTableAction: () => 'CASCADE',
  rules: {
    typeChange: mysqlTypeChange,
    sameIndexOptions: () => true,
    primaryKeyDiffers: () => false,
    mustRedefine: () => false,
    // Indexes of a new table are part of its CREATE TABLE.
    isIndexCreatedApart: () => false,
    mustRecreateIndexes: () => false,
    comparesAutoIncrement: true,
    canAlterPrimaryKeys: false,
    hasForeignKeySteps: true,
    dropsIndexesBeforeTables: false,
    canRenameIndexes: true,
    canRenameForeignKeys: false,
    keepsForeignKeyOfRequiredColumn: false,
    recreatesForeignKeysOfDroppedIndexes: true,
    recreatesKeysOfRecreatedColumns: false,
    ignoresJsonDefaults: true,
  },
  render: renderMysql,
  script: (body) => body,
  alterWarnings: mysqlAlterWarnings,
}

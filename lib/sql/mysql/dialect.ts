/** MySQL for the planner. */

import type { Dialect } from '../dialect'
import { mysqlAlterWarnings } from './alter-warnings'
import { mysqlConstant, mysqlEnumType } from './quote'
import { renderMysql } from './render'
import { mysqlTypeChange } from './type-changes'
import { mysqlColumnType, mysqlNow } from './types'

export const MYSQL: Dialect = {
  provider: 'mysql',
  maxIdentifierLength: 64,
  defaultNamespace: null,
  namesPrimaryKeys: false,
  namesDefaults: false,
  hasEnums: true,
  joinTableHasPrimaryKey: false,
  columnType: mysqlColumnType,
  enumType: mysqlEnumType,
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

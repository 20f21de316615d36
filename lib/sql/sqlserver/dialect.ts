/** SQL Server for the planner. */

import type { WrittenDialect } from '../dialect'
import type { ColumnChanges, ColumnPair } from '../steps'
import type { Table } from '../tables'
import { sqlserverAlterWarnings } from './alter-warnings'
import { DEFAULT_NAMESPACE, sqlserverConstant } from './quote'
import { renderSqlserver } from './render'
import { sqlserverTypeChange } from './type-changes'
import { sqlserverColumnType } from './types'

export const SQLSERVER: WrittenDialect = {
  provider: 'sqlserver',
  maxIdentifierLength: 128,
  defaultNamespace: DEFAULT_NAMESPACE,
  namesPrimaryKeys: true,
  namesDefaults: true,
  enums: 'columns',
  autoIncrementDefault: null,
  joinTableHasPrimaryKey: false,
  columnType: sqlserverColumnType,
  // Prisma refuses enums here; it is what their names would need.
  enumType: () => 'NVARCHAR(1000)',
  constantDefault: sqlserverConstant,
  nowDefault: () => 'CURRENT_TIMESTAMP',
  // SQL Server has no RESTRICT.
  action: (action) => (action === 'RESTRICT' ? 'NO ACTION' : action),
  // It refuses a cascade that comes back to the table where it began.
  joinTableAction: (isSelfRelation) => (isSelfRelation ? 'NO ACTION' : 'CASCADE'),
  rules: {
    typeChange: sqlserverTypeChange,
    sameIndexOptions: (previous, next) =>
      (previous.clustered === true) === (next.clustered === true),
    primaryKeyDiffers: (previous, next) => isKeyClustered(previous) !== isKeyClustered(next),
    mustRedefine: ({ columns }) =>
      columns.some(({ changes }) => changes.autoIncrement) ||
      columns.every(({ changes }) => changes.type === 'not-castable'),
    // Unique constraints of a new table are part of its CREATE TABLE.
    isIndexCreatedApart: (index) => index.kind !== 'unique',
    mustRecreateIndexes: (_: ColumnPair, changes: ColumnChanges) => changes.type !== null,
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
  render: renderSqlserver,
  script: (body) => `${BEGIN}\n${body}\n${COMMIT}`,
  alterWarnings: sqlserverAlterWarnings,
}

/** A primary key is clustered unless the schema says otherwise. */
function isKeyClustered({ primaryKey }: Table): boolean {
  return primaryKey !== null && primaryKey.clustered !== false
}

const BEGIN = `BEGIN TRY

BEGIN TRAN;
`

const COMMIT = `COMMIT TRAN;

END TRY
BEGIN CATCH

IF @@TRANCOUNT > 0
BEGIN
    ROLLBACK TRAN;
END;
THROW

END CATCH
`

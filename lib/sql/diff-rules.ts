/** What a database can and cannot change, as far as the comparison of two schemas has to know. */

import type { ComparedTable } from './compare-tables'
import type { ColumnChanges, ColumnPair, TablePair, TypeChange } from './steps'
import type { Column, Index, Table } from './tables'

export interface DiffRules {
  /** What a change of the type does in these tables; `null` when it is the same type. */
  typeChange(previous: Column, next: Column, tables: TablePair): TypeChange | null
  /** Whether two indexes that agree in kind and columns are the same also in what only it has. */
  sameIndexOptions(previous: Index, next: Index): boolean
  /** Whether the primary keys of two tables, equal in their columns, differ in what only it has. */
  primaryKeyDiffers(previous: Table, next: Table): boolean
  /** Whether a table cannot be altered but must be redefined. */
  mustRedefine(table: ComparedTable): boolean
  /** Whether an index is made in a step of its own rather than with its new table. */
  isIndexCreatedApart(index: Index): boolean
  /** Whether indexes over an altered column are dropped before and created after that. */
  mustRecreateIndexes(columns: ColumnPair, changes: ColumnChanges): boolean
  /** Whether becoming or ceasing to be `autoincrement()` changes a column. */
  readonly comparesAutoIncrement: boolean
  /** Whether a primary key can be put in the place of another, in a step of its own. */
  readonly canAlterPrimaryKeys: boolean
  /** Whether foreign keys are steps of their own, rather than parts of their tables. */
  readonly hasForeignKeySteps: boolean
  /** Whether indexes of dropped tables are dropped before, when others are redefined. */
  readonly dropsIndexesBeforeTables: boolean
  readonly canRenameIndexes: boolean
  readonly canRenameForeignKeys: boolean
  /** Whether a column of a foreign key can become `NOT NULL` without dropping the key. */
  readonly keepsForeignKeyOfRequiredColumn: boolean
  /** Whether foreign keys that used a dropped index are dropped and added with it. */
  readonly recreatesForeignKeysOfDroppedIndexes: boolean
  /** Whether dropping a column takes its indexes and its primary key along. */
  readonly recreatesKeysOfRecreatedColumns: boolean
  readonly ignoresJsonDefaults: boolean
}

/** What a database can and cannot change, as far as the comparison of two schemas has to know. */

import type { ColumnChanges, ColumnPair, TablePair, TypeChange } from './steps'
import type { Column, Index, Table } from './tables'

export interface DiffRules {
  /** What a change of the type does; `null` when it is the same type. */
  typeChange(previous: Column, next: Column): TypeChange | null
  /** Whether two indexes that agree in kind and columns are the same also in what only it has. */
  sameIndexOptions(previous: Index, next: Index): boolean
  /** Whether the primary keys of two tables, equal in their columns, differ in what only it has. */
  primaryKeyDiffers(previous: Table, next: Table): boolean
  /** Whether a pair of tables cannot be altered but must be redefined. */
  mustRedefine(tables: TablePair, columns: readonly { readonly changes: ColumnChanges }[]): boolean
  /** Whether an index is made in a step of its own rather than with its new table. */
  isIndexCreatedApart(index: Index): boolean
  /** Whether indexes over an altered column are dropped before and created after that. */
  mustRecreateIndexes(columns: ColumnPair, changes: ColumnChanges): boolean
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

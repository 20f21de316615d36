/** What an `ALTER TABLE` has to do. */

import { isChanged } from './compare-columns'
import type { ComparedTable } from './compare-tables'
import type { DiffRules } from './diff-rules'
import type { TableChange } from './steps'

/** Whether a table loses its primary key, if only until it has the next. */
export function dropsPrimaryKey(table: ComparedTable, rules: DiffRules): boolean {
  if (table.primaryKey === 'changed') return !rules.canAlterPrimaryKeys
  return table.primaryKey === 'dropped'
}

/** Whether another primary key is put in the place of one. Of its columns, only the names count. */
export function isPrimaryKeyAltered({ tables }: ComparedTable, rules: DiffRules): boolean {
  const { previous, next } = tables
  if (!rules.canAlterPrimaryKeys || !previous.primaryKey || !next.primaryKey) return false
  const [before, after] = [previous.primaryKey, next.primaryKey].map(({ columns }) =>
    JSON.stringify(columns.map(({ name }) => name)),
  )
  return before !== after
}

/** The clauses of an `ALTER TABLE`, in Prisma's order. */
export function tableChanges(table: ComparedTable, rules: DiffRules): readonly TableChange[] {
  const { previous, next } = table.tables
  const altered = table.columns.filter(({ changes }) => isChanged(changes))
  const losesKey =
    rules.recreatesKeysOfRecreatedColumns &&
    altered.some(({ columns, changes }) => {
      return (
        changes.type === 'not-castable' &&
        previous.primaryKey?.columns.some(({ name }) => name === columns.previous.name)
      )
    })
  const isKeyRemade = losesKey || (table.primaryKey === 'changed' && !rules.canAlterPrimaryKeys)
  const isKeyRenamed =
    previous.primaryKey && next.primaryKey && previous.primaryKey.name !== next.primaryKey.name
  const changes: TableChange[] = []
  if (table.primaryKey === 'dropped' || isKeyRemade) changes.push({ kind: 'DropPrimaryKey' })
  if (isKeyRenamed) changes.push({ kind: 'RenamePrimaryKey' })
  for (const column of table.dropped) changes.push({ kind: 'DropColumn', column })
  for (const column of table.added) changes.push({ kind: 'AddColumn', column })
  for (const column of altered) {
    const isRecreated = column.changes.type === 'not-castable'
    changes.push({ kind: isRecreated ? 'RecreateColumn' : 'AlterColumn', ...column })
  }
  if (table.primaryKey === 'added' || isKeyRemade) changes.push({ kind: 'AddPrimaryKey' })
  return changes
}

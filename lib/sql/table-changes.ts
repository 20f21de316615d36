/** What an `ALTER TABLE` has to do. */

import { isChanged } from './compare-columns'
import type { ComparedTable } from './compare-tables'
import type { DiffRules } from './diff-rules'
import type { TableChange } from './steps'

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
  const isKeyRemade = table.primaryKey === 'changed' || losesKey
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

/** The order of steps where it matters. */

import type { DiffStep } from './steps'
import type { Index, Table, Tables } from './tables'

/** Things of tables in the order of the tables and of their place in them. */
export function inOrder<Thing>(
  things: ReadonlyMap<Thing, Table>,
  tables: Tables | null,
  list: (table: Table) => readonly Thing[],
): [Thing, Table][] {
  return (tables?.tables ?? []).flatMap((table) => {
    return list(table).flatMap((thing): [Thing, Table][] => {
      return things.get(thing) === table ? [[thing, table]] : []
    })
  })
}

/**
 * A unique index that becomes the primary key of a table without one is dropped after the key is
 * there, so that the columns are never without.
 */
export function delayDroppedUniques(steps: readonly DiffStep[]): readonly DiffStep[] {
  const ordered = [...steps]
  for (const step of steps) {
    if (step.kind !== 'DropIndex' || step.index.kind !== 'unique' || step.table.primaryKey) continue
    const alter = ordered.findIndex((other) => {
      return other.kind === 'AlterTable' && becomesPrimaryKey(step.index, step.table, other)
    })
    if (alter < 0) continue
    ordered.splice(ordered.indexOf(step), 1)
    ordered.splice(alter, 0, step)
  }
  return ordered
}

function becomesPrimaryKey(
  index: Index,
  table: Table,
  alter: DiffStep & { kind: 'AlterTable' },
): boolean {
  if (alter.tables.previous !== table) return false
  if (!alter.changes.some(({ kind }) => kind === 'AddPrimaryKey')) return false
  const names = index.columns.map(({ name }) => name)
  const isCut = alter.changes.some((change) => {
    if (change.kind === 'DropColumn') return names.includes(change.column.name)
    return change.kind === 'RecreateColumn' && names.includes(change.columns.previous.name)
  })
  const key = alter.tables.next.primaryKey?.columns ?? []
  return !isCut && key.length === names.length && key.every(({ name }, at) => name === names[at])
}

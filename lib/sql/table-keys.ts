/** What tells tables apart. */

import type { ForeignKey, Table } from './tables'

export function tableKey(table: Table): string {
  return JSON.stringify([table.namespace, table.name])
}

export function foreignTableKey(key: ForeignKey): string {
  return JSON.stringify([key.toNamespace, key.toTable])
}

/** The table of an implicit many-to-many relation: its foreign keys once had other names. */
export function isJoinTable({ columns }: Table): boolean {
  return columns.length === 2 && columns.every(({ name }) => name === 'A' || name === 'B')
}

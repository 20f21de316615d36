/** What tells tables apart. */

import type { EnumType, ForeignKey, Table } from './tables'

export function tableKey(table: Table): string {
  return JSON.stringify([table.namespace, table.name])
}

export function enumKey({ namespace, name }: Pick<EnumType, 'namespace' | 'name'>): string {
  return JSON.stringify([namespace, name])
}

export function foreignTableKey(key: ForeignKey): string {
  return JSON.stringify([key.toNamespace, key.toTable])
}

/** The table of an implicit many-to-many relation: its foreign keys once had other names. */
export function isJoinTable({ columns }: Table): boolean {
  return columns.length === 2 && columns.every(({ name }) => name === 'A' || name === 'B')
}

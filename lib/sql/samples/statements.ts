/** The SQL that puts sample rows into a database. */

import type { FilledTable } from './fill-tables'
import type { Row } from './keys'
import type { SampleColumn, SampleProvider, SampleTable } from './sample-tables'
import { quoted } from './values'

/** The INSERT of a table's rows; `null` when there are none. */
export function insertStatement(table: SampleTable, { rows, updates }: FilledTable): string | null {
  if (rows.length === 0) return null
  const later = new Map(updates.map(({ row, values }) => [row, values]))
  const columns = [...table.columns.keys()].filter((column) =>
    rows.some((row) => row[column] !== undefined),
  )
  if (columns.length === 0) return `INSERT INTO ${tableName(table)} DEFAULT VALUES`
  const lines = rows.map((row, index) => {
    const set = later.get(index)
    const values = columns.map((column) => (set?.has(column) ? 'NULL' : (row[column] ?? 'NULL')))
    return `  (${values.join(', ')})`
  })
  return `INSERT INTO ${tableName(table)} (${columns.map((column) => columnName(table, column)).join(', ')}) VALUES\n${lines.join(',\n')}`
}

/** The UPDATEs for what refers to rows of tables that came later. */
export function updateStatements(table: SampleTable, { rows, updates }: FilledTable): string[] {
  return updates.flatMap(({ row, values }) => {
    const condition = identityOf(table, rows[row] ?? [], new Set(values.keys()))
    if (condition === null) return []
    const set = [...values].map(([column, value]) => `${columnName(table, column)} = ${value}`)
    return `UPDATE ${tableName(table)} SET ${set.join(', ')} WHERE ${condition}`
  })
}

/**
 * Moves the sequence behind an autoincrement column on, so that rows a person adds do not collide.
 * SQLite sees to that itself.
 */
export function sequenceStatements(
  table: SampleTable,
  { rows }: FilledTable,
  provider: SampleProvider,
): string[] {
  if (provider === 'sqlite' || rows.length === 0) return []
  return table.columns.flatMap((column: SampleColumn, place) => {
    if (!column.isAutoIncrement) return []
    const greatest = rows.reduce((most, row) => Math.max(most, Number(row[place] ?? 0)), 0)
    if (greatest === 0) return []
    const sequence = `pg_get_serial_sequence(${quoted(tableName(table))}, ${quoted(column.name)})`
    return `SELECT setval(${sequence}, ${greatest})`
  })
}

/** With its schema, where it has one. */
export function tableName({ namespace, name }: SampleTable): string {
  return namespace === null ? quotedName(name) : `${quotedName(namespace)}.${quotedName(name)}`
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function columnName(table: SampleTable, column: number): string {
  return quotedName(table.columns[column]?.name ?? '')
}

/** A condition that only this row meets, by values that are not being changed. */
function identityOf(table: SampleTable, row: Row, changed: ReadonlySet<number>): string | null {
  const key = table.keys.find((columns) =>
    columns.every((column) => typeof row[column] === 'string' && !changed.has(column)),
  )
  if (!key) return null
  return key.map((column) => `${columnName(table, column)} = ${row[column]}`).join(' AND ')
}

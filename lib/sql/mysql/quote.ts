/** Names and strings of MySQL. */

import type { Value } from '@/lib/schema/value'
import { plainConstant, rfc3339 } from '../constants'
import type { ColumnFamily } from '../tables'

/** Prisma does not escape backticks in names, which its own names never have. */
export function quoteName(name: string): string {
  return `\`${name}\``
}

/** `'it''s'`. */
function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** `ENUM('a', 'b')`; Prisma writes the values as they are. */
export function mysqlEnumType(values: readonly string[]): string {
  return `ENUM(${values.map((value) => `'${value}'`).join(', ')})`
}

/** What stands after `DEFAULT`. */
export function mysqlConstant(value: Value, family: ColumnFamily): string {
  const text = plainConstant(value)
  if (family === 'string' || family === 'enum') return quoteText(text)
  return family === 'datetime' ? `'${rfc3339(text)}'` : text
}

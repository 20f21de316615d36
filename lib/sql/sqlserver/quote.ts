/** Names and constants of SQL Server. */

import type { Value } from '@/lib/schema/value'
import { plainConstant, rfc3339 } from '../constants'
import type { ColumnFamily, Table } from '../tables'

/** The schema of tables that name none. */
export const DEFAULT_NAMESPACE = 'dbo'

/** Prisma does not escape brackets in names, which its own names never have. */
export function quoteName(name: string): string {
  return `[${name}]`
}

/** `[dbo].[User]`. */
export function quoteIn(namespace: string | null, name: string): string {
  return `${quoteName(namespace ?? DEFAULT_NAMESPACE)}.${quoteName(name)}`
}

export function quoteTable(table: Pick<Table, 'namespace' | 'name'>): string {
  return quoteIn(table.namespace, table.name)
}

/** What stands after `DEFAULT`. */
export function sqlserverConstant(value: Value, family: ColumnFamily): string {
  const text = plainConstant(value)
  switch (family) {
    case 'string':
    case 'enum':
    case 'json':
      return `'${text.replaceAll("'", "''")}'`
    case 'datetime':
      return `'${moment(text)}'`
    case 'boolean':
      return text === 'true' ? '1' : '0'
    case 'binary':
      return `0x${hexOf(text)}`
    default:
      return text
  }
}

/** `2024-02-01 10:00:00 +00:00`, as Prisma prints moments here. */
function moment(text: string): string {
  return rfc3339(text)
    .replace('T', ' ')
    .replace(/[+-]\d\d:\d\d$/, ' $&')
}

/** The bytes that a schema writes in Base64. */
function hexOf(base64: string): string {
  return [...atob(base64.replaceAll(/[^A-Za-z0-9+/=]/g, ''))]
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
}

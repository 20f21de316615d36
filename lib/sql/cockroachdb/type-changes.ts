/**
 * What CockroachDB does to values when their column's type changes, as Prisma judges it. It casts
 * little, and nothing that an index covers.
 * Source: the behaviour of Prisma's engine; `bin/corpus/type-changes.test.ts` holds to it what can
 * be seen in its SQL.
 */

import { sameNativeType } from '../native-type'
import { enumChange } from '../postgresql/type-changes'
import type { TablePair, TypeChange } from '../steps'
import type { Column, NativeColumnType, Table } from '../tables'

/** `null` when nothing changes. */
export function cockroachdbTypeChange(
  previous: Column,
  next: Column,
  tables: TablePair,
): TypeChange | null {
  if (previous.enumeration || next.enumeration) return enumChange(previous, next)
  if (previous.isList !== next.isList) return listChange(previous, next)
  // Of `Unsupported`, nothing is known, and Prisma does not compare it.
  if (!previous.native && !next.native) return null
  if (!previous.native || !next.native) return 'risky'
  const isIndexed = isCovered(previous, tables.previous) && isCovered(next, tables.next)
  return nativeChange(previous.native, next.native, isIndexed)
}

function listChange(previous: Column, { native }: Column): TypeChange {
  if (!previous.isList || !native) return 'not-castable'
  if (native.name === 'String') return native.args.length === 0 ? 'safe' : 'risky'
  return native.name === 'Char' ? 'risky' : 'not-castable'
}

function isCovered({ name }: Column, { primaryKey, indexes }: Table): boolean {
  return [primaryKey, ...indexes].some((key) => key?.columns.some((column) => column.name === name))
}

function nativeChange(
  previous: NativeColumnType,
  next: NativeColumnType,
  isIndexed: boolean,
): TypeChange | null {
  if (sameNativeType(precise(previous), precise(next))) return null
  if (isIndexed) return 'not-castable'
  if (previous.name === 'Int4' && next.name === 'String' && next.args.length === 0) return 'safe'
  return previous.name === 'Int8' && next.name === 'Int4' ? 'risky' : 'not-castable'
}

const MOMENTS = ['Time', 'Timetz', 'Timestamp', 'Timestamptz']

/** A moment whose second has six digits also where that is not said. */
function precise(type: NativeColumnType): NativeColumnType {
  if (!MOMENTS.includes(type.name) || type.args.length > 0) return type
  return { name: type.name, args: ['6'] }
}

/**
 * What PostgreSQL does to values when their column's type changes, as Prisma judges it.
 * Source: the behaviour of Prisma's engine; `bin/corpus/type-changes.test.ts` holds to it what can
 * be seen in its SQL.
 */

import { sameNativeType } from '../native-type'
import type { TypeChange } from '../steps'
import { enumKey } from '../table-keys'
import type { Column, NativeColumnType } from '../tables'
import { CASTS, isText, lengthOf } from './casts'

/** `null` when nothing changes. */
export function postgresqlTypeChange(previous: Column, next: Column): TypeChange | null {
  if (previous.enumeration || next.enumeration) return enumChange(previous, next)
  if (previous.isList !== next.isList) return listChange(previous, next)
  // Of `Unsupported`, nothing is known, and Prisma does not compare it.
  if (!previous.native && !next.native) return null
  if (!previous.native || !next.native) return 'risky'
  return nativeChange(previous.native, next.native)
}

/** An enum is a type of its own, which no other can be cast to. */
export function enumChange(previous: Column, next: Column): TypeChange | null {
  if (!previous.enumeration || !next.enumeration) return 'not-castable'
  return enumKey(previous.enumeration) === enumKey(next.enumeration) ? null : 'not-castable'
}

function listChange(previous: Column, { native }: Column): TypeChange {
  if (!previous.isList || !native || !isText(native)) return 'not-castable'
  return native.name !== 'Char' && lengthOf(native) === null ? 'safe' : 'risky'
}

function nativeChange(previous: NativeColumnType, next: NativeColumnType): TypeChange | null {
  if (sameNativeType(previous, next)) return null
  const cast = CASTS[previous.name]
  return cast ? cast(next, previous) : 'risky'
}

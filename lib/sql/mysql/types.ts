/**
 * The column types of MySQL, as Prisma Migrate writes them.
 * Source: the native types of Prisma's schema reference, and what the engine writes for them.
 */

import type { Field } from '@/lib/schema/graph'
import type { ColumnType } from '../dialect'
import { type DefaultTypes, nativeTypeOf } from '../native-type'
import type { NativeColumnType } from '../tables'

const DEFAULTS: DefaultTypes = {
  String: { name: 'VarChar', args: ['191'] },
  Int: { name: 'Int', args: [] },
  BigInt: { name: 'BigInt', args: [] },
  Float: { name: 'Double', args: [] },
  Decimal: { name: 'Decimal', args: ['65', '30'] },
  Boolean: { name: 'TinyInt', args: [] },
  DateTime: { name: 'DateTime', args: ['3'] },
  Json: { name: 'Json', args: [] },
  Bytes: { name: 'LongBlob', args: [] },
}

/** Those whose name in SQL is not their own in capitals. */
const NAMES: Readonly<Record<string, string>> = {
  Int: 'INTEGER',
  UnsignedInt: 'INTEGER UNSIGNED',
  UnsignedTinyInt: 'TINYINT UNSIGNED',
  UnsignedSmallInt: 'SMALLINT UNSIGNED',
  UnsignedMediumInt: 'MEDIUMINT UNSIGNED',
  UnsignedBigInt: 'BIGINT UNSIGNED',
}

export function mysqlColumnType(field: Field): ColumnType {
  const native = nativeTypeOf(field, DEFAULTS)
  const isBoolean = field.typeName === 'Boolean' && native.name === 'TinyInt'
  const name = isBoolean ? 'BOOLEAN' : (NAMES[native.name] ?? native.name.toUpperCase())
  const args = native.name === 'TinyInt' ? [] : native.args
  return { sql: args.length > 0 ? `${name}(${args.join(', ')})` : name, native }
}

/** Prisma keeps to milliseconds where a type does not say how many digits a second has. */
export function mysqlNow(native: NativeColumnType | null): string {
  const digits = native && TIMES.has(native.name) ? (native.args[0] ?? '3') : '3'
  return `CURRENT_TIMESTAMP(${digits})`
}

const TIMES: ReadonlySet<string> = new Set(['DateTime', 'Time', 'Timestamp'])

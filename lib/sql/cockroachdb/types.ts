/**
 * The column types of CockroachDB, by the names that Prisma's schemas have for them.
 * Source: the native types of Prisma's schema reference.
 */

import type { Field } from '@/lib/schema/graph'
import type { ColumnType } from '../dialect'
import { type DefaultTypes, nativeTypeOf, nativeTypeText } from '../native-type'

const DEFAULTS: DefaultTypes = {
  String: { name: 'String', args: [] },
  Int: { name: 'Int4', args: [] },
  BigInt: { name: 'Int8', args: [] },
  Float: { name: 'Float8', args: [] },
  Decimal: { name: 'Decimal', args: ['65', '30'] },
  Boolean: { name: 'Bool', args: [] },
  DateTime: { name: 'Timestamp', args: ['3'] },
  Json: { name: 'JsonB', args: [] },
  Bytes: { name: 'Bytes', args: [] },
}

export function cockroachdbColumnType(field: Field): ColumnType {
  const native = nativeTypeOf(field, DEFAULTS)
  return { sql: nativeTypeText(native), native }
}

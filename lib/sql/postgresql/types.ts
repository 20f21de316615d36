/**
 * The column types of PostgreSQL, by the names that Prisma's schemas have for them.
 * Source: the native types of Prisma's schema reference.
 */

import type { Field } from '@/lib/schema/graph'
import type { ColumnType } from '../dialect'
import { type DefaultTypes, nativeTypeOf, nativeTypeText } from '../native-type'

const DEFAULTS: DefaultTypes = {
  String: { name: 'Text', args: [] },
  Int: { name: 'Integer', args: [] },
  BigInt: { name: 'BigInt', args: [] },
  Float: { name: 'DoublePrecision', args: [] },
  Decimal: { name: 'Decimal', args: ['65', '30'] },
  Boolean: { name: 'Boolean', args: [] },
  DateTime: { name: 'Timestamp', args: ['3'] },
  Json: { name: 'JsonB', args: [] },
  Bytes: { name: 'ByteA', args: [] },
}

export function postgresqlColumnType(field: Field): ColumnType {
  const native = nativeTypeOf(field, DEFAULTS)
  return { sql: nativeTypeText(native), native }
}

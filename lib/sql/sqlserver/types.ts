/**
 * The column types of SQL Server, as Prisma Migrate writes them.
 * Source: the native types of Prisma's schema reference, and what the engine writes for them.
 */

import type { Field } from '@/lib/schema/graph'
import type { ColumnType } from '../dialect'
import { type DefaultTypes, nativeTypeOf } from '../native-type'

const DEFAULTS: DefaultTypes = {
  String: { name: 'NVarChar', args: ['1000'] },
  Int: { name: 'Int', args: [] },
  BigInt: { name: 'BigInt', args: [] },
  Float: { name: 'Float', args: ['53'] },
  Decimal: { name: 'Decimal', args: ['32', '16'] },
  Boolean: { name: 'Bit', args: [] },
  DateTime: { name: 'DateTime2', args: [] },
  // Prisma refuses Json here; it is what the text of it would need.
  Json: { name: 'NVarChar', args: ['Max'] },
  Bytes: { name: 'VarBinary', args: ['Max'] },
}

export function sqlserverColumnType(field: Field): ColumnType {
  const native = nativeTypeOf(field, DEFAULTS)
  const args = native.args.map((arg) => arg.toLowerCase())
  const name = native.name.toUpperCase()
  return { sql: args.length > 0 ? `${name}(${args.join(',')})` : name, native }
}

/**
 * The native types of every database, as Prisma's engine knows them. A test compares this with
 * the engine of Prisma 7.10, so that a command need not wait for an answer of it.
 */

import type { Provider } from './setting-values'

export interface NativeTypeEntry {
  readonly name: string
  /** How many arguments it must have, and how many it may have besides. */
  readonly required: number
  readonly optional: number
  /** The types of Prisma that it can store. */
  readonly scalars: readonly string[]
}

/** The native type of a database; `null` when it has none of that name. */
export function nativeTypeOf(provider: Provider, name: string): NativeTypeEntry | null {
  return NATIVE_TYPES[provider].find((type) => type.name === name) ?? null
}

/** Whether `@db.Name(…)` with so many arguments can stand on a field of the scalar type. */
export function fitsNativeType(
  provider: Provider,
  native: { readonly name: string; readonly args: readonly string[] },
  scalar: string,
): boolean {
  const type = nativeTypeOf(provider, native.name)
  if (!type?.scalars.includes(scalar)) return false
  const count = native.args.length
  return count >= type.required && count <= type.required + type.optional
}

export const NATIVE_TYPES: Readonly<Record<Provider, readonly NativeTypeEntry[]>> = {
  postgresql: [
    entry('SmallInt', 0, 0, 'Int'),
    entry('Integer', 0, 0, 'Int'),
    entry('BigInt', 0, 0, 'BigInt'),
    entry('Decimal', 0, 2, 'Decimal'),
    entry('Money', 0, 0, 'Decimal'),
    entry('Inet', 0, 0, 'String'),
    entry('Oid', 0, 0, 'Int'),
    entry('Citext', 0, 0, 'String'),
    entry('Real', 0, 0, 'Float'),
    entry('DoublePrecision', 0, 0, 'Float'),
    entry('VarChar', 0, 1, 'String'),
    entry('Char', 0, 1, 'String'),
    entry('Text', 0, 0, 'String'),
    entry('ByteA', 0, 0, 'Bytes'),
    entry('Timestamp', 0, 1, 'DateTime'),
    entry('Timestamptz', 0, 1, 'DateTime'),
    entry('Date', 0, 0, 'DateTime'),
    entry('Time', 0, 1, 'DateTime'),
    entry('Timetz', 0, 1, 'DateTime'),
    entry('Boolean', 0, 0, 'Boolean'),
    entry('Bit', 0, 1, 'String'),
    entry('VarBit', 0, 1, 'String'),
    entry('Uuid', 0, 0, 'String'),
    entry('Xml', 0, 0, 'String'),
    entry('Json', 0, 0, 'Json'),
    entry('JsonB', 0, 0, 'Json'),
  ],
  cockroachdb: [
    entry('Bit', 0, 1, 'String'),
    entry('Bool', 0, 0, 'Boolean'),
    entry('Bytes', 0, 0, 'Bytes'),
    entry('Char', 0, 1, 'String'),
    entry('Date', 0, 0, 'DateTime'),
    entry('Decimal', 0, 2, 'Decimal'),
    entry('Float4', 0, 0, 'Float'),
    entry('Float8', 0, 0, 'Float'),
    entry('Inet', 0, 0, 'String'),
    entry('Int2', 0, 0, 'Int'),
    entry('Int4', 0, 0, 'Int'),
    entry('Int8', 0, 0, 'BigInt'),
    entry('JsonB', 0, 0, 'Json'),
    entry('Oid', 0, 0, 'Int'),
    entry('CatalogSingleChar', 0, 0, 'String'),
    entry('String', 0, 1, 'String'),
    entry('Time', 0, 1, 'DateTime'),
    entry('Timestamp', 0, 1, 'DateTime'),
    entry('Timestamptz', 0, 1, 'DateTime'),
    entry('Timetz', 0, 1, 'DateTime'),
    entry('Uuid', 0, 0, 'String'),
    entry('VarBit', 0, 1, 'String'),
  ],
  mysql: [
    entry('Int', 0, 0, 'Int'),
    entry('UnsignedInt', 0, 0, 'Int'),
    entry('SmallInt', 0, 0, 'Int'),
    entry('UnsignedSmallInt', 0, 0, 'Int'),
    entry('TinyInt', 0, 0, 'Boolean', 'Int'),
    entry('UnsignedTinyInt', 0, 0, 'Boolean', 'Int'),
    entry('MediumInt', 0, 0, 'Int'),
    entry('UnsignedMediumInt', 0, 0, 'Int'),
    entry('BigInt', 0, 0, 'BigInt'),
    entry('Decimal', 0, 2, 'Decimal'),
    entry('UnsignedBigInt', 0, 0, 'BigInt'),
    entry('Float', 0, 0, 'Float'),
    entry('Double', 0, 0, 'Float'),
    entry('Bit', 1, 0, 'Boolean', 'Bytes'),
    entry('Char', 1, 0, 'String'),
    entry('VarChar', 1, 0, 'String'),
    entry('Binary', 1, 0, 'Bytes'),
    entry('VarBinary', 1, 0, 'Bytes'),
    entry('TinyBlob', 0, 0, 'Bytes'),
    entry('Blob', 0, 0, 'Bytes'),
    entry('MediumBlob', 0, 0, 'Bytes'),
    entry('LongBlob', 0, 0, 'Bytes'),
    entry('TinyText', 0, 0, 'String'),
    entry('Text', 0, 0, 'String'),
    entry('MediumText', 0, 0, 'String'),
    entry('LongText', 0, 0, 'String'),
    entry('Date', 0, 0, 'DateTime'),
    entry('Time', 0, 1, 'DateTime'),
    entry('DateTime', 0, 1, 'DateTime'),
    entry('Timestamp', 0, 1, 'DateTime'),
    entry('Year', 0, 0, 'Int'),
    entry('Json', 0, 0, 'Json'),
  ],
  sqlite: [],
  sqlserver: [
    entry('TinyInt', 0, 0, 'Int'),
    entry('SmallInt', 0, 0, 'Int'),
    entry('Int', 0, 0, 'Int'),
    entry('BigInt', 0, 0, 'BigInt'),
    entry('Decimal', 0, 2, 'Decimal'),
    entry('Money', 0, 0, 'Float'),
    entry('SmallMoney', 0, 0, 'Float'),
    entry('Bit', 0, 0, 'Boolean', 'Int'),
    entry('Float', 0, 1, 'Float'),
    entry('Real', 0, 0, 'Float'),
    entry('Date', 0, 0, 'DateTime'),
    entry('Time', 0, 0, 'DateTime'),
    entry('DateTime', 0, 0, 'DateTime'),
    entry('DateTime2', 0, 0, 'DateTime'),
    entry('DateTimeOffset', 0, 0, 'DateTime'),
    entry('SmallDateTime', 0, 0, 'DateTime'),
    entry('Char', 0, 1, 'String'),
    entry('NChar', 0, 1, 'String'),
    entry('VarChar', 0, 1, 'String'),
    entry('Text', 0, 0, 'String'),
    entry('NVarChar', 0, 1, 'String'),
    entry('NText', 0, 0, 'String'),
    entry('Binary', 0, 1, 'Bytes'),
    entry('VarBinary', 0, 1, 'Bytes'),
    entry('Image', 0, 0, 'Bytes'),
    entry('Xml', 0, 0, 'String'),
    entry('UniqueIdentifier', 0, 0, 'String'),
  ],
  mongodb: [
    entry('String', 0, 0, 'String'),
    entry('Double', 0, 0, 'Float'),
    entry('BinData', 0, 0, 'Bytes'),
    entry('ObjectId', 0, 0, 'String', 'Bytes'),
    entry('Bool', 0, 0, 'Boolean'),
    entry('Date', 0, 0, 'DateTime'),
    entry('Int', 0, 0, 'Int'),
    entry('Timestamp', 0, 0, 'DateTime'),
    entry('Long', 0, 0, 'Int', 'BigInt'),
    entry('Json', 0, 0, 'Json'),
  ],
}

function entry(
  name: string,
  required: number,
  optional: number,
  ...scalars: readonly string[]
): NativeTypeEntry {
  return { name, required, optional, scalars }
}

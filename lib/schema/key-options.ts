/**
 * What a key or an index may say, by database: what is not here, Prisma's engine refuses. Found by
 * trying the engines of Prisma 7.10 and 6.19; `key-options.test.ts` tries them again.
 */

import type { Block, Field, Key } from './graph'

export type KeyKind = Key['kind']

/** Which arguments a key of one kind may have. */
export interface KeyOptions {
  /** `sort:` of each field. */
  readonly sort: boolean
  /** `length:` of each field. */
  readonly length: boolean
  /** `ops:` of each field. */
  readonly ops: boolean
  /** The name in Prisma Client. */
  readonly name: boolean
  /** The name in the database. */
  readonly map: boolean
  /** Access methods to choose from; none when there is but one. */
  readonly types: readonly string[]
  readonly clustered: boolean
  /** A condition on the rows. Prisma 7, and only with the preview feature `partialIndexes`. */
  readonly where: boolean
}

export const PARTIAL_INDEXES = 'partialIndexes'

const POSTGRESQL: ReadonlySet<string | null> = new Set(['postgresql', 'postgres'])

/** The kinds of key that a block of this kind can have. */
export function keyKinds(provider: string | null, kind: Block['kind']): readonly KeyKind[] {
  if (kind === 'view') return ['unique']
  if (kind !== 'model') return []
  const hasFulltext = provider === 'mysql' || provider === 'mongodb'
  // A compound key is no identifier in MongoDB, whose documents each have one `_id`.
  const kinds: KeyKind[] = provider === 'mongodb' ? [] : ['id']
  return [...kinds, 'unique', 'index', ...(hasFulltext ? (['fulltext'] as const) : [])]
}

export function keyOptions(
  provider: string | null,
  version: 6 | 7,
  blockKind: Block['kind'],
  kind: KeyKind,
): KeyOptions {
  const isIndex = kind === 'index' || kind === 'unique'
  const isView = blockKind === 'view'
  return {
    sort: !isView && (isIndex || provider === (kind === 'id' ? 'sqlserver' : 'mongodb')),
    length: !isView && provider === 'mysql' && kind !== 'fulltext',
    ops: kind === 'index' && POSTGRESQL.has(provider),
    name: kind === 'id' || kind === 'unique',
    map: !isView && (kind !== 'id' || hasNamedPrimaryKeys(provider)),
    types: kind === 'index' ? indexTypes(provider) : [],
    clustered: !isView && provider === 'sqlserver' && kind !== 'fulltext',
    where: version === 7 && isIndex && !isView && hasPartialIndexes(provider),
  }
}

function hasNamedPrimaryKeys(provider: string | null): boolean {
  return POSTGRESQL.has(provider) || provider === 'cockroachdb' || provider === 'sqlserver'
}

function hasPartialIndexes(provider: string | null): boolean {
  return hasNamedPrimaryKeys(provider) || provider === 'sqlite'
}

function indexTypes(provider: string | null): readonly string[] {
  if (POSTGRESQL.has(provider)) return ['BTree', 'Hash', 'Gin', 'Gist', 'SpGist', 'Brin']
  return provider === 'cockroachdb' ? ['BTree', 'Gin'] : []
}

/**
 * The operator classes of PostgreSQL that the engine knows by name for a field in an index of this
 * type. Any other can be written as the text of `raw("…")`.
 */
export function operatorClasses(type: string | null, field: Field): readonly string[] {
  const native = field.nativeType?.name ?? DEFAULT_TYPES[field.typeName] ?? ''
  if (type === 'Gin' && field.arity === 'list') return ['ArrayOps']
  if (type === 'Gin') return native === 'JsonB' ? ['JsonbOps', 'JsonbPathOps'] : []
  if (type === 'Gist') return native === 'Inet' ? ['InetOps'] : []
  if (type === 'SpGist') {
    if (native === 'Inet') return ['InetOps']
    return native === 'Text' || native === 'VarChar' || native === 'Char' ? ['TextOps'] : []
  }
  return type === 'Brin' ? (BRIN[native] ?? []) : []
}

/** The native type of a field that names none. */
const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  String: 'Text',
  Int: 'Integer',
  BigInt: 'BigInt',
  Float: 'DoublePrecision',
  Decimal: 'Decimal',
  DateTime: 'Timestamp',
  Bytes: 'ByteA',
  Json: 'JsonB',
}

function brin(prefix: string, ...suffixes: readonly string[]): readonly string[] {
  return suffixes.map((suffix) => `${prefix}${suffix}Ops`)
}

const BRIN: Readonly<Record<string, readonly string[]>> = {
  Bit: brin('Bit', 'MinMax'),
  VarBit: brin('VarBit', 'MinMax'),
  Char: brin('Bpchar', 'Bloom', 'MinMax'),
  ByteA: brin('Bytea', 'Bloom', 'MinMax'),
  Date: brin('Date', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Real: brin('Float4', 'Bloom', 'MinMax', 'MinMaxMulti'),
  DoublePrecision: brin('Float8', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Inet: brin('Inet', 'Inclusion', 'Bloom', 'MinMax', 'MinMaxMulti'),
  SmallInt: brin('Int2', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Integer: brin('Int4', 'Bloom', 'MinMax', 'MinMaxMulti'),
  BigInt: brin('Int8', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Decimal: brin('Numeric', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Oid: brin('Oid', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Text: brin('Text', 'Bloom', 'MinMax'),
  VarChar: brin('Text', 'Bloom', 'MinMax'),
  Timestamp: brin('Timestamp', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Timestamptz: brin('TimestampTz', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Time: brin('Time', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Timetz: brin('TimeTz', 'Bloom', 'MinMax', 'MinMaxMulti'),
  Uuid: brin('Uuid', 'Bloom', 'MinMax', 'MinMaxMulti'),
}

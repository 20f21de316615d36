/**
 * What the database calls the column of a field: `VARCHAR(255)`, `SERIAL`, `TIMESTAMP(3)[]`.
 *
 * For people to read, for any provider; the planner has its own dialects. Found by asking the
 * engine of Prisma 7.10, which `bin/corpus/column-types.test.ts` asks again.
 */

import type { Field, SchemaGraph } from '@/lib/schema/graph'
import { enumValues } from './enums-of'
import { MYSQL } from './mysql/dialect'
import { SQLSERVER } from './sqlserver/dialect'

/** By scalar, what a field is without `@db.…`. */
type Defaults = Readonly<Record<string, string>>

const POSTGRESQL: Defaults = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'DOUBLE PRECISION',
  Decimal: 'DECIMAL(65,30)',
  Boolean: 'BOOLEAN',
  DateTime: 'TIMESTAMP(3)',
  Json: 'JSONB',
  Bytes: 'BYTEA',
}

const COCKROACHDB: Defaults = {
  String: 'STRING',
  Int: 'INT4',
  BigInt: 'INT8',
  Float: 'FLOAT8',
  Decimal: 'DECIMAL(65,30)',
  Boolean: 'BOOL',
  DateTime: 'TIMESTAMP(3)',
  Json: 'JSONB',
  Bytes: 'BYTES',
}

const SQLITE: Defaults = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'REAL',
  Decimal: 'DECIMAL',
  Boolean: 'BOOLEAN',
  DateTime: 'DATETIME',
  Json: 'JSONB',
  Bytes: 'BLOB',
}

/** The BSON types of documents. Source: the MongoDB page of Prisma's documentation. */
const MONGODB: Defaults = {
  String: 'String',
  Int: 'Int',
  BigInt: 'Long',
  Float: 'Double',
  Boolean: 'Bool',
  DateTime: 'Timestamp',
  Json: 'Json',
  Bytes: 'BinData',
}

/** Native types whose name in SQL is not their own in capitals. */
const NAMES: Readonly<Record<string, string>> = {
  DoublePrecision: 'DOUBLE PRECISION',
  CatalogSingleChar: '"char"',
}

/** Whole numbers that PostgreSQL counts by itself. */
const SERIALS: Readonly<Record<string, string>> = {
  INTEGER: 'SERIAL',
  BIGINT: 'BIGSERIAL',
  SMALLINT: 'SMALLSERIAL',
}

/** The type of the field's column; `null` for relations, and where the provider is unknown. */
export function columnType(graph: SchemaGraph, field: Field): string | null {
  const { typeKind, typeName, arity } = field
  if (typeKind === 'unsupported') return typeName
  if (typeKind === 'enum') return enumType(graph, field)
  if (typeKind !== 'scalar') return null
  const list = arity === 'list' ? '[]' : ''
  switch (graph.provider) {
    case 'postgresql':
    case 'postgres': {
      const type = nativeType(field) ?? POSTGRESQL[typeName]
      if (type === undefined) return null
      return (isCounted(field) ? (SERIALS[type] ?? type) : type) + list
    }
    case 'cockroachdb': {
      const type = nativeType(field) ?? COCKROACHDB[typeName]
      return type === undefined ? null : type + list
    }
    case 'sqlite':
      return SQLITE[typeName] ?? null
    case 'mongodb': {
      const type = field.nativeType?.name ?? MONGODB[typeName]
      return type === undefined ? null : type + list
    }
    case 'mysql':
      return MYSQL.columnType(field).sql
    case 'sqlserver':
      return SQLSERVER.columnType(field).sql
    default:
      return null
  }
}

function nativeType({ nativeType }: Field): string | null {
  if (!nativeType) return null
  const { name, args } = nativeType
  return (NAMES[name] ?? name.toUpperCase()) + (args.length > 0 ? `(${args.join(',')})` : '')
}

function isCounted({ default: value }: Field): boolean {
  return value?.kind === 'call' && value.name === 'autoincrement'
}

function enumType(graph: SchemaGraph, { typeName, arity }: Field): string | null {
  const block = graph.blockByName.get(typeName)
  if (!block) return null
  switch (graph.provider) {
    case 'mysql':
      return MYSQL.enumType(block.name, enumValues(block))
    case 'sqlite':
      return 'TEXT'
    case 'postgresql':
    case 'postgres':
    case 'cockroachdb':
      return `"${block.databaseName ?? block.name}"${arity === 'list' ? '[]' : ''}`
    default:
      return null
  }
}

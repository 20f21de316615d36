/** Native types: which can be chosen, and what their arguments mean. Pure. */

import type { NativeType as OfferedType } from '@/lib/engines/prisma-schema/shared'
import type { NativeType } from '@/lib/schema/graph'

/** Those that may stand beside the scalar type. */
export function typesFor(offered: readonly OfferedType[], scalar: string): OfferedType[] {
  return offered.filter(({ scalarTypes }) => scalarTypes.includes(scalar))
}

/** `VarChar(80)`, as it is written after the dot. */
export function nativeTypeText({ name, args }: Pick<NativeType, 'name' | 'args'>): string {
  return args.length > 0 ? `${name}(${args.join(', ')})` : name
}

/** What the arguments of a native type are, for as many as it has. */
export function argumentNames(type: OfferedType): string[] {
  const count = type.requiredArguments + type.optionalArguments
  return argumentNamesOf(type.name).slice(0, count)
}

function argumentNamesOf(name: string): string[] {
  if (name === 'Decimal') return ['Precision', 'Scale']
  if (/^(?:Time|Timestamp|DateTime|Float)/.test(name)) return ['Precision']
  return ['Length', 'Second argument']
}

/** Types of SQL Server that may be as long as can be. */
const CAN_BE_MAX = new Set(['VarChar', 'NVarChar', 'VarBinary'])

/** What is wrong with the arguments, as a sentence; `null` when they can be. */
export function argumentProblem(
  type: OfferedType,
  args: readonly string[],
  provider: string,
): string | null {
  const names = argumentNames(type)
  const missing = names.slice(0, type.requiredArguments).find((_, index) => !args[index])
  if (missing) return `${type.name} needs a ${missing.toLowerCase()}.`
  const gap = args.findIndex((arg, index) => arg === '' && args.slice(index + 1).some(Boolean))
  if (gap >= 0) return `The ${names[gap]?.toLowerCase()} must be there as well.`
  const canBeMax = provider === 'sqlserver' && CAN_BE_MAX.has(type.name)
  const isGood = (arg: string) => arg === '' || /^\d+$/.test(arg) || (canBeMax && arg === 'Max')
  const bad = args.findIndex((arg) => !isGood(arg))
  if (bad < 0) return null
  return `The ${names[bad]?.toLowerCase()} is a whole number${canBeMax ? ', or Max' : ''}.`
}

const POSTGRESQL: Readonly<Record<string, string>> = {
  String: 'Text',
  Boolean: 'Boolean',
  Int: 'Integer',
  BigInt: 'BigInt',
  Float: 'DoublePrecision',
  Decimal: 'Decimal(65, 30)',
  DateTime: 'Timestamp(3)',
  Json: 'JsonB',
  Bytes: 'ByteA',
}

/**
 * What Prisma takes where no native type is written.
 * Source: the tables of native type mappings in Prisma's schema reference.
 */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgresql: POSTGRESQL,
  postgres: POSTGRESQL,
  cockroachdb: {
    String: 'String',
    Boolean: 'Bool',
    Int: 'Int4',
    BigInt: 'Int8',
    Float: 'Float8',
    Decimal: 'Decimal(65, 30)',
    DateTime: 'Timestamp(3)',
    Json: 'JsonB',
    Bytes: 'Bytes',
  },
  mysql: {
    String: 'VarChar(191)',
    Boolean: 'TinyInt(1)',
    Int: 'Int',
    BigInt: 'BigInt',
    Float: 'Double',
    Decimal: 'Decimal(65, 30)',
    DateTime: 'DateTime(3)',
    Json: 'Json',
    Bytes: 'LongBlob',
  },
  sqlserver: {
    String: 'NVarChar(1000)',
    Boolean: 'Bit',
    Int: 'Int',
    BigInt: 'BigInt',
    Float: 'Float(53)',
    Decimal: 'Decimal(32, 16)',
    DateTime: 'DateTime2',
    Bytes: 'VarBinary(Max)',
  },
  mongodb: {
    String: 'String',
    Boolean: 'Bool',
    Int: 'Int',
    BigInt: 'Long',
    Float: 'Double',
    DateTime: 'Date',
    Json: 'Json',
    Bytes: 'BinData',
  },
}

/** The native type of a field that names none; `null` when it is not known. */
export function defaultNativeType(provider: string | null, scalar: string): string | null {
  return DEFAULTS[provider ?? '']?.[scalar] ?? null
}

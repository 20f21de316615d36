/**
 * The native types of each database: for which scalar types, with which arguments. Found by asking
 * the engine of Prisma 7.10, against which a test holds this table.
 */

import type { NativeType, SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'

/** From and to, inclusive; `max` when the word `Max` will do as well. */
interface ArgumentRange {
  readonly from: number
  readonly to: number
  readonly max?: true
}

interface KnownType {
  readonly scalars: readonly string[]
  readonly isArgumentRequired: boolean
  readonly argument: ArgumentRange | 'decimal' | null
}

/**
 * One type a line: its name, `!` when the argument is required, the range of the argument or
 * `decimal` for precision and scale, then its scalar types.
 */
const TABLES: Readonly<Record<string, string>> = {
  postgresql: `
    SmallInt Int; Integer Int; Oid Int; BigInt BigInt; Decimal decimal Decimal; Money Decimal
    Inet String; Citext String; VarChar 0-10485760 String; Char 0-10485760 String; Text String
    Bit 1-83886080 String; VarBit 1-83886080 String; Uuid String; Xml String
    Real Float; DoublePrecision Float; ByteA Bytes; Boolean Boolean; Json Json; JsonB Json
    Timestamp 0-6 DateTime; Timestamptz 0-6 DateTime; Date DateTime; Time 0-6 DateTime
    Timetz 0-6 DateTime`,
  mysql: `
    Int Int; UnsignedInt Int; SmallInt Int; UnsignedSmallInt Int; MediumInt Int; Year Int
    UnsignedMediumInt Int; TinyInt Boolean,Int; UnsignedTinyInt Boolean,Int; BigInt BigInt
    UnsignedBigInt BigInt; Decimal decimal Decimal; Float Float; Double Float
    Bit! 1-64 Boolean,Bytes; Char! 0-255 String; VarChar! 0-65535 String; TinyText String
    Text String; MediumText String; LongText String; Binary! 0-255 Bytes
    VarBinary! 0-65535 Bytes; TinyBlob Bytes; Blob Bytes; MediumBlob Bytes; LongBlob Bytes
    Date DateTime; Time 0-6 DateTime; DateTime 0-6 DateTime; Timestamp 0-6 DateTime; Json Json`,
  sqlserver: `
    TinyInt Int; SmallInt Int; Int Int; BigInt BigInt; Decimal decimal Decimal; Money Float
    SmallMoney Float; Bit Boolean,Int; Float 1-53 Float; Real Float; Date DateTime; Time DateTime
    DateTime DateTime; DateTime2 DateTime; DateTimeOffset DateTime; SmallDateTime DateTime
    Char 1-8000 String; NChar 1-4000 String; VarChar 1-8000+ String; NVarChar 1-4000+ String
    Text String; NText String; Xml String; UniqueIdentifier String; Binary 1-8000 Bytes
    VarBinary 1-8000+ Bytes; Image Bytes`,
  cockroachdb: `
    Bit 1-83886080 String; VarBit 1-83886080 String; Char 0-10485760 String; Inet String
    CatalogSingleChar String; String 0-10485760 String; Uuid String; Bool Boolean; Bytes Bytes
    Decimal decimal Decimal; Float4 Float; Float8 Float; Int2 Int; Int4 Int; Int8 BigInt; Oid Int
    JsonB Json; Date DateTime; Time 0-6 DateTime; Timestamp 0-6 DateTime
    Timestamptz 0-6 DateTime; Timetz 0-6 DateTime`,
  mongodb: `
    String String; Double Float; BinData Bytes; ObjectId String,Bytes; Bool Boolean; Date DateTime
    Int Int; Timestamp DateTime; Long Int,BigInt; Json Json`,
  sqlite: '',
}

const KNOWN = new Map(
  Object.entries(TABLES).map(([provider, table]) => [provider, readTable(table)]),
)

function readTable(table: string): ReadonlyMap<string, KnownType> {
  const entries = table.split(/[;\n]/).map((entry) => entry.trim().split(' '))
  return new Map(
    entries
      .filter((entry) => entry.length > 1)
      .map((entry) => {
        const [name = ''] = entry
        const argument = entry.length > 2 ? readArgument(entry[1] as string) : null
        const scalars = (entry.at(-1) as string).split(',')
        return [
          name.replace('!', ''),
          { scalars, argument, isArgumentRequired: name.endsWith('!') },
        ]
      }),
  )
}

function readArgument(text: string): ArgumentRange | 'decimal' {
  if (text === 'decimal') return text
  const [from, to] = text.replace('+', '').split('-').map(Number)
  const range = { from: from as number, to: to as number }
  return text.endsWith('+') ? { ...range, max: true } : range
}

/** A native type that a field can have. */
export interface NativeTypeChoice {
  readonly name: string
  /** `VarChar(255)` has `length`, `Decimal(10, 2)` has `decimal`. */
  readonly argument: 'length' | 'decimal' | null
  readonly isArgumentRequired: boolean
  /** Whether `Max` may stand in place of the length. */
  readonly hasMax: boolean
}

/** The native types of the provider for the scalar type, in the order of Prisma's documentation. */
export function nativeTypeChoices(provider: string | null, scalar: string): NativeTypeChoice[] {
  const known = KNOWN.get(provider === 'postgres' ? 'postgresql' : (provider ?? ''))
  return [...(known ?? [])]
    .filter(([, { scalars }]) => scalars.includes(scalar))
    .map(([name, { argument, isArgumentRequired }]) => ({
      name,
      argument: argument === null || argument === 'decimal' ? argument : 'length',
      isArgumentRequired,
      hasMax: argument !== null && argument !== 'decimal' && argument.max === true,
    }))
}

/** All native types of the database; none where it is not known. */
export function nativeTypeNames(provider: string | null): readonly string[] {
  return [...(KNOWN.get(provider === 'postgres' ? 'postgresql' : (provider ?? ''))?.keys() ?? [])]
}

/** What is wrong with a field's having the native type, as sentences for people. */
export function nativeTypeNotes(
  { graph, field }: { readonly graph: SchemaGraph; readonly field: string },
  scalar: string,
  { name, args }: Pick<NativeType, 'name' | 'args'>,
): string[] {
  const title = providerTitle(graph)
  const provider = graph.provider === 'postgres' ? 'postgresql' : (graph.provider ?? '')
  const known = KNOWN.get(provider)?.get(name)
  if (!known) return [`${title ?? 'The database'} has no native type ${name}.`]
  if (!known.scalars.includes(scalar)) {
    return [
      `${name} is a native type for ${known.scalars.join(' or ')}, and ${field} is ${scalar}.`,
    ]
  }
  const problem = argumentProblem(provider, scalar, name, known, args)
  return problem ? [`${name} of ${title} ${problem}.`] : []
}

/** The largest precision of a decimal, and the smallest. */
const PRECISION: Readonly<Record<string, readonly [number, number]>> = {
  postgresql: [1, 1000],
  cockroachdb: [1, 1000],
  mysql: [0, 65],
  sqlserver: [1, 38],
}

function argumentProblem(
  provider: string,
  scalar: string,
  name: string,
  { argument, isArgumentRequired }: KnownType,
  args: readonly string[],
): string | null {
  if (args.length === 0) return isArgumentRequired ? 'needs an argument' : null
  if (argument === null) return 'has no arguments'
  const numbers = args.map((arg) => (/^\d+$/.test(arg) ? Number(arg) : Number.NaN))
  if (argument === 'decimal') {
    const [least, most] = PRECISION[provider] as readonly [number, number]
    const [precision = Number.NaN, scale = Number.NaN] = numbers
    if (args.length !== 2 || Number.isNaN(precision + scale)) {
      return 'has two numbers as arguments, precision and scale'
    }
    if (precision < least || precision > most) return `has a precision from ${least} to ${most}`
    return scale > precision ? 'has a scale that is no greater than the precision' : null
  }
  if (args.length > 1) return 'has one argument'
  if (argument.max && args[0] === 'Max') return null
  const [number = Number.NaN] = numbers
  if (!(number >= argument.from && number <= argument.to)) {
    return `has a number from ${argument.from} to ${argument.to} as its argument`
  }
  const isBoolean = provider === 'mysql' && name === 'Bit' && scalar === 'Boolean'
  return isBoolean && number !== 1 ? 'is for Boolean only as Bit(1)' : null
}

/**
 * What MySQL does to values when their column's type changes, as Prisma judges it.
 * Source: the behaviour of Prisma's engine, of which its users see the warnings.
 */

import type { TypeChange } from '../steps'
import type { Column, NativeColumnType } from '../tables'

/** `null` when nothing changes. */
export function mysqlTypeChange(previous: Column, next: Column): TypeChange | null {
  if (previous.enumeration && next.enumeration) {
    return enumChange(previous.enumeration.values, next.enumeration.values)
  }
  if (previous.enumeration || next.enumeration) return 'risky'
  // Of `Unsupported`, nothing is known, and Prisma does not compare it.
  return previous.native && next.native ? nativeChange(previous.native, next.native) : null
}

function enumChange(previous: readonly string[], next: readonly string[]): TypeChange | null {
  if (previous.length === next.length && previous.every((value, at) => value === next[at])) {
    return null
  }
  return previous.every((value) => next.includes(value)) ? 'safe' : 'risky'
}

function nativeChange(previous: NativeColumnType, next: NativeColumnType): TypeChange | null {
  const bySize = SIZED[previous.name]?.(next.name, previous.args, next.args)
  if (bySize !== undefined) return bySize
  if (previous.name === next.name) return null
  const casts = CASTS[previous.name]
  if (!casts) return 'risky'
  if (casts.safe?.includes(next.name)) return 'safe'
  if (casts.risky?.includes(next.name)) return 'risky'
  if (casts.impossible?.includes(next.name)) return 'not-castable'
  return casts.else
}

interface Casts {
  readonly safe?: readonly string[]
  readonly risky?: readonly string[]
  readonly impossible?: readonly string[]
  readonly else: TypeChange
}

const SIGNED = ['TinyInt', 'SmallInt', 'MediumInt', 'Int', 'BigInt']
const UNSIGNED = [
  'UnsignedTinyInt',
  'UnsignedSmallInt',
  'UnsignedMediumInt',
  'UnsignedInt',
  'UnsignedBigInt',
]
const INTEGERS = [...SIGNED, ...UNSIGNED]
const FLOATS = ['Float', 'Double']
const BLOBS = ['TinyBlob', 'Blob', 'MediumBlob', 'LongBlob']
const LARGE_BLOBS = BLOBS.slice(1)
const TEXTS = ['TinyText', 'Text', 'MediumText', 'LongText']
const LARGE_TEXTS = TEXTS.slice(1)
const SHORT = ['Char', 'VarChar', 'Binary', 'VarBinary']
const STRINGS = [...SHORT, ...BLOBS, ...TEXTS]
const MOMENTS = ['Date', 'DateTime', 'Timestamp']

const BLOB: Casts = { safe: BLOBS, risky: [...SHORT, ...TEXTS, 'Bit'], else: 'not-castable' }
const LARGE_TEXT: Casts = { safe: [...SHORT, ...LARGE_BLOBS, ...LARGE_TEXTS, 'Bit'], else: 'risky' }
const CHARACTERS: Casts = { safe: [...BLOBS, ...TEXTS], else: 'risky' }
const WHOLE: Casts = {
  safe: ['BigInt', ...STRINGS],
  impossible: ['Time', 'Json', ...MOMENTS],
  else: 'risky',
}
const FRACTION: Casts = {
  safe: [...INTEGERS, ...FLOATS, ...BLOBS, ...TEXTS, 'Decimal', 'Json', 'Year', 'Time'],
  else: 'not-castable',
}
const LARGE_UNSIGNED: Casts = { impossible: ['Decimal', 'Json', ...MOMENTS], else: 'risky' }
const MOMENT: Casts = {
  safe: [...STRINGS, ...MOMENTS, 'Time', 'BigInt', 'UnsignedBigInt'],
  else: 'not-castable',
}

/** What becomes of the values of one type (the key) in another; sizes are in `SIZED`. */
const CASTS: Readonly<Record<string, Casts>> = {
  TinyInt: {
    safe: ['SmallInt', 'MediumInt', 'Int', 'BigInt', 'Time'],
    impossible: ['Decimal', 'Json', ...MOMENTS],
    else: 'risky',
  },
  SmallInt: {
    safe: ['MediumInt', 'Int', 'BigInt', 'Time'],
    impossible: ['Decimal', 'Json', ...MOMENTS],
    else: 'risky',
  },
  MediumInt: WHOLE,
  Int: WHOLE,
  BigInt: {
    safe: [...STRINGS, ...FLOATS, 'Bit', 'Time'],
    impossible: ['Decimal', 'Json', ...MOMENTS],
    else: 'risky',
  },
  UnsignedTinyInt: { ...LARGE_UNSIGNED, safe: UNSIGNED },
  UnsignedSmallInt: {
    ...LARGE_UNSIGNED,
    safe: ['UnsignedMediumInt', 'UnsignedInt', 'UnsignedBigInt'],
  },
  UnsignedMediumInt: LARGE_UNSIGNED,
  UnsignedInt: LARGE_UNSIGNED,
  UnsignedBigInt: LARGE_UNSIGNED,
  Float: FRACTION,
  Double: FRACTION,
  Decimal: { safe: STRINGS, impossible: MOMENTS, else: 'risky' },
  Bit: {
    safe: [
      ...['TinyInt', 'SmallInt', 'MediumInt', 'Int'],
      ...['UnsignedTinyInt', 'UnsignedSmallInt', 'UnsignedMediumInt', 'UnsignedInt'],
      ...['Char', 'VarChar', 'VarBinary', 'Year', ...BLOBS, ...TEXTS],
    ],
    risky: ['Decimal', ...FLOATS],
    else: 'not-castable',
  },
  Char: CHARACTERS,
  VarChar: CHARACTERS,
  Binary: {
    safe: ['Char', 'VarChar', 'VarBinary', 'Decimal', 'MediumInt', ...FLOATS, ...BLOBS, ...TEXTS],
    impossible: ['Json', ...MOMENTS],
    else: 'risky',
  },
  VarBinary: {
    safe: LARGE_BLOBS,
    risky: ['Char', 'VarChar', 'Binary', 'Bit', 'TinyBlob', ...TEXTS],
    else: 'not-castable',
  },
  TinyBlob: BLOB,
  Blob: BLOB,
  MediumBlob: BLOB,
  LongBlob: BLOB,
  TinyText: { safe: [...SHORT, ...LARGE_BLOBS, ...LARGE_TEXTS, 'Bit'], else: 'risky' },
  Text: LARGE_TEXT,
  MediumText: LARGE_TEXT,
  LongText: LARGE_TEXT,
  Date: {
    safe: ['Int', 'BigInt', 'UnsignedInt', 'UnsignedBigInt', 'Decimal', 'Bit', 'DateTime'].concat(
      FLOATS,
      STRINGS,
    ),
    else: 'not-castable',
  },
  DateTime: MOMENT,
  Timestamp: MOMENT,
  Time: { risky: MOMENTS, impossible: ['Json', 'Year'], else: 'safe' },
  Year: {
    safe: [
      ...['SmallInt', 'MediumInt', 'Int', 'BigInt'],
      ...['UnsignedSmallInt', 'UnsignedMediumInt', 'UnsignedInt', 'UnsignedBigInt'],
      ...['Bit', ...FLOATS, ...STRINGS],
    ],
    risky: ['Decimal', 'Json'],
    else: 'not-castable',
  },
  Json: { safe: STRINGS, else: 'not-castable' },
}

type Sized = (
  next: string,
  from: readonly string[],
  to: readonly string[],
) => TypeChange | null | undefined

/** Changes that depend on the arguments of the types; `undefined` leaves it to `CASTS`. */
const SIZED: Readonly<Record<string, Sized>> = {
  Char: (next, from, to) => charactersChange('Char', next, from, to),
  VarChar: (next, from, to) => charactersChange('VarChar', next, from, to),
  Binary(next, from, to) {
    if (next === 'Bit') return size(to) >= size(from) * 8 ? 'safe' : 'risky'
    return next === 'Binary' ? grown(from, to) : undefined
  },
  VarBinary(next, from, to) {
    if (next === 'Binary') return size(to) > size(from) ? 'safe' : 'risky'
    return next === 'VarBinary' ? grown(from, to) : undefined
  },
  Bit(next, from, to) {
    if (next === 'BigInt' || next === 'UnsignedBigInt') return size(from) === 64 ? 'safe' : 'risky'
    if (next === 'Binary') return size(from) >= 8 * size(to) ? 'safe' : 'not-castable'
    return next === 'Bit' ? grown(from, to) : undefined
  },
  BigInt(next, _, to) {
    const [precision = 0, scale = 0] = to.map(Number)
    return next === 'Decimal' && precision - scale >= 20 ? 'safe' : undefined
  },
  MediumInt: (next, _, to) => (next === 'Bit' && size(to) >= 32 ? 'safe' : undefined),
  Int: (next, _, to) => (next === 'Bit' && size(to) >= 32 ? 'safe' : undefined),
  Float(next, _, to) {
    if (next === 'Bit') return size(to) >= 32 ? 'safe' : 'not-castable'
    return SHORT.includes(next) && size(to) >= 32 ? 'risky' : undefined
  },
  Double(next, _, to) {
    if (next === 'Bit') return size(to) === 64 ? 'safe' : 'not-castable'
    return SHORT.includes(next) && size(to) >= 32 ? 'risky' : undefined
  },
  Decimal(next, from, to) {
    if (next !== 'Decimal') return undefined
    return from.map(Number).join() === to.map(Number).join() ? null : 'risky'
  },
  Time(next, from, to) {
    if (next !== 'Time') return undefined
    if (to.length === 0 && size(from) === 0) return null
    return from.length === to.length && size(from) === size(to) ? null : 'safe'
  },
  DateTime: (next, from, to) => momentChange('DateTime', next, from, to),
  Timestamp: (next, from, to) => momentChange('Timestamp', next, from, to),
}

function charactersChange(
  name: string,
  next: string,
  from: readonly string[],
  to: readonly string[],
): TypeChange | null | undefined {
  if (!SHORT.includes(next)) return undefined
  if (name === next && size(from) === size(to)) return null
  return size(to) >= size(from) ? 'safe' : 'risky'
}

function momentChange(
  name: string,
  next: string,
  from: readonly string[],
  to: readonly string[],
): TypeChange | null | undefined {
  if (next === 'Bit') return size(to) === 64 ? 'safe' : 'not-castable'
  if (name !== next) return undefined
  const [before, after] = [from, to].map((args) => (args.length === 0 ? -1 : size(args)))
  if (before === after) return null
  return (before as number) < (after as number) ? 'safe' : 'risky'
}

function grown(from: readonly string[], to: readonly string[]): TypeChange | null {
  if (size(from) === size(to)) return null
  return size(to) > size(from) ? 'safe' : 'risky'
}

function size(args: readonly string[]): number {
  return Number(args[0] ?? 0)
}

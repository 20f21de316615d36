/**
 * What SQL Server does to values when their column's type changes, as Prisma judges it.
 * Source: the behaviour of Prisma's engine, and SQL Server's table of conversions.
 */

import type { TypeChange } from '../steps'
import type { Column, NativeColumnType } from '../tables'

/** `null` when nothing changes. */
export function sqlserverTypeChange(previous: Column, next: Column): TypeChange | null {
  if (!previous.native || !next.native) return familyChange(previous, next)
  const [before, after] = [typeOf(previous.native), typeOf(next.native)]
  if (before.name === after.name && before.args.join() === after.args.join()) return null
  return isSameFloat(before, after) ? null : cast(before, after)
}

/** Of `Unsupported`, no more is known than what Prisma Client makes of it. */
function familyChange(previous: Column, next: Column): TypeChange | null {
  const isSame =
    previous.family === next.family &&
    (previous.family !== 'unsupported' || previous.type === next.type)
  if (isSame) return null
  if (next.family === 'string') return 'safe'
  const isImpossible =
    (previous.family === 'string' && (next.family === 'int' || next.family === 'float')) ||
    (previous.family === 'datetime' && next.family === 'float')
  return isImpossible ? 'not-castable' : 'risky'
}

interface SizedType {
  readonly name: string
  readonly args: readonly number[]
  /** Characters, bytes or bits; `Infinity` for `Max`, `null` where none is given. */
  readonly length: number | null
}

function typeOf({ name, args }: NativeColumnType): SizedType {
  const numbers = args.map((arg) => (arg.toLowerCase() === 'max' ? Infinity : Number(arg)))
  return { name, args: numbers, length: numbers[0] ?? null }
}

/** `float(53)` is what `float` means, and `real` is `float(24)`. */
function isSameFloat(before: SizedType, after: SizedType): boolean {
  const bits = ({ name, length }: SizedType) => (name === 'Real' ? 24 : (length ?? 53))
  return among(FLOATS, before.name) && among(FLOATS, after.name) && bits(before) === bits(after)
}

const INTEGERS = ['TinyInt', 'SmallInt', 'Int', 'BigInt']
const MONEY = ['Money', 'SmallMoney']
const FLOATS = ['Float', 'Real']
const NUMBERS = [...INTEGERS, ...MONEY, ...FLOATS, 'Decimal', 'Bit']
const OLD_MOMENTS = ['DateTime', 'SmallDateTime']
const MOMENTS = [...OLD_MOMENTS, 'Date', 'Time', 'DateTime2', 'DateTimeOffset']
const CHARACTERS = ['Char', 'NChar', 'VarChar', 'NVarChar']
const BYTES = ['Binary', 'VarBinary']
/** What numbers can become besides text, bytes and other numbers. */
const FROM_NUMBER = [...NUMBERS, ...OLD_MOMENTS, ...BYTES]

/** Bytes that a whole number takes. */
const INTEGER_BYTES: Readonly<Record<string, number>> = {
  TinyInt: 1,
  SmallInt: 2,
  Int: 4,
  BigInt: 8,
}

function cast(from: SizedType, to: SizedType): TypeChange {
  return (CASTS[from.name] ?? (() => 'risky' as const))(to, from)
}

type Cast = (to: SizedType, from: SizedType) => TypeChange

const CASTS: Readonly<Record<string, Cast>> = {
  Bit: ({ name }) => (among([...FROM_NUMBER, ...CHARACTERS], name) ? 'safe' : 'not-castable'),
  TinyInt: integerCast(0, 3, 3, [...MONEY, ...OLD_MOMENTS, ...BYTES]),
  SmallInt: integerCast(1, 5, 6, [...MONEY, ...OLD_MOMENTS]),
  Int: integerCast(2, 10, 11, ['Money']),
  BigInt: integerCast(3, 19, 20, []),
  Decimal: (to, from) => {
    if (to.name === 'Decimal') return decimalChange(from, to)
    if (among(CHARACTERS, to.name)) return safeIf((to.length ?? 0) >= decimalLength(from))
    return among(FROM_NUMBER, to.name) ? 'risky' : 'not-castable'
  },
  Money: moneyCast(19, 21, 8, ['Money']),
  SmallMoney: moneyCast(10, 12, 4, MONEY),
  Float: (to, from) => {
    const isSingle = from.length !== null && from.length <= 24
    if (to.name === 'Float') {
      return safeIf(isSingle === (to.length !== null && to.length <= 24))
    }
    if (to.name === 'Real') return safeIf(isSingle)
    return floatCast(to, isSingle)
  },
  Real: (to) => {
    if (to.name === 'Float') return safeIf(to.length !== null && to.length <= 24)
    return floatCast(to, true)
  },
  Date: momentCast(10, ['DateTime', 'DateTime2', 'DateTimeOffset'], ['SmallDateTime']),
  Time: momentCast(8, ['DateTime2', 'DateTimeOffset'], OLD_MOMENTS),
  DateTime: momentCast(23, ['DateTime2', 'DateTimeOffset'], MOMENTS),
  DateTime2: momentCast(27, ['DateTimeOffset'], MOMENTS),
  DateTimeOffset: momentCast(33, [], MOMENTS),
  SmallDateTime: momentCast(19, ['DateTime', 'DateTime2', 'DateTimeOffset'], MOMENTS),
  Char: textCast(CHARACTERS, ['Text', 'NText']),
  NChar: textCast(['NChar', 'NVarChar'], ['NText']),
  VarChar: (to, from) => {
    const isLong = from.length === Infinity
    if (isLong && to.name === 'NText') return 'risky'
    if (isLong && to.name === 'NVarChar') return 'risky'
    return textCast(CHARACTERS, ['Text', 'NText'])(to, from)
  },
  NVarChar: textCast(['NChar', 'NVarChar'], ['NText']),
  Text: longCast('VarChar', [...CHARACTERS, 'NText']),
  NText: longCast('NVarChar', [...CHARACTERS, 'Text']),
  Binary: bytesCast,
  VarBinary: bytesCast,
  Image: longCast('VarBinary', BYTES),
  Xml: longCast('NVarChar', [...CHARACTERS, ...BYTES]),
  UniqueIdentifier: (to) => {
    if (among(CHARACTERS, to.name)) return safeIf((to.length ?? 0) >= 36)
    return among(BYTES, to.name) ? safeIf((to.length ?? 0) >= 16) : 'not-castable'
  },
}

/** Of a whole number: its rank by size, its digits, with the sign, and what else surely holds it. */
function integerCast(
  rank: number,
  digits: number,
  characters: number,
  safe: readonly string[],
): Cast {
  return ({ name, args, length }) => {
    if (among(safe, name) || among(FLOATS, name)) return 'safe'
    if (among(INTEGERS, name)) return safeIf(INTEGERS.indexOf(name) >= rank)
    if (among(CHARACTERS, name)) return safeIf((length ?? 0) >= characters)
    if (among(BYTES, name)) return safeIf((length ?? 0) >= 2 ** rank)
    if (name === 'Decimal') {
      // `decimal` is `decimal(18, 0)`.
      const [precision = 18, scale = 0] = args
      return safeIf(precision - scale >= digits)
    }
    return among(FROM_NUMBER, name) ? 'risky' : 'not-castable'
  }
}

function moneyCast(
  precision: number,
  characters: number,
  bytes: number,
  safe: readonly string[],
): Cast {
  return ({ name, args, length }) => {
    if (among(safe, name)) return 'safe'
    if (name === 'Decimal') return safeIf((args[0] ?? 0) >= precision && (args[1] ?? 0) >= 4)
    if (among(CHARACTERS, name)) return safeIf((length ?? 0) >= characters)
    if (among(BYTES, name)) return safeIf((length ?? 0) >= bytes)
    return among(FROM_NUMBER, name) ? 'risky' : 'not-castable'
  }
}

function decimalChange(from: SizedType, to: SizedType): TypeChange {
  const [oldPrecision, oldScale = 0] = from.args
  const [newPrecision, newScale = 0] = to.args
  if (newPrecision === undefined) return safeIf((oldPrecision ?? 18) <= 18 && oldScale === 0)
  if (oldPrecision === undefined) return safeIf(newPrecision >= 18 && newScale === 0)
  return safeIf(oldPrecision - oldScale <= newPrecision - newScale && oldScale <= newScale)
}

/** Digits, the sign, and the point when there is a fraction. */
function decimalLength({ args }: SizedType): number {
  const [precision = 18, scale = 0] = args
  return precision + (scale > 0 ? 2 : 1)
}

function floatCast({ name, length }: SizedType, isSingle: boolean): TypeChange {
  // `Max` is not counted as long enough.
  const room = length === null || length === Infinity ? 0 : length
  if (among(CHARACTERS, name)) return safeIf(room >= (isSingle ? 47 : 317))
  if (among(BYTES, name)) return safeIf(room >= (isSingle ? 4 : 8))
  return among(FROM_NUMBER, name) ? 'risky' : 'not-castable'
}

function momentCast(characters: number, safe: readonly string[], risky: readonly string[]): Cast {
  return ({ name, length }) => {
    if (among(safe, name)) return 'safe'
    if (among(risky, name)) return 'risky'
    if (!among(CHARACTERS, name)) return 'not-castable'
    // `Max` is not counted as long enough.
    return safeIf(length !== null && length !== Infinity && length >= characters)
  }
}

/** Of text: the types of the same characters, and those without a length that surely hold it. */
function textCast(same: readonly string[], safe: readonly string[]): Cast {
  return (to, from) => {
    if (among(same, to.name)) return safeIf(fits(from, to, 1))
    if (among(safe, to.name)) return 'safe'
    const isPossible = among([...NUMBERS, ...MOMENTS, ...CHARACTERS], to.name)
    return isPossible || to.name === 'Text' || to.name === 'UniqueIdentifier'
      ? 'risky'
      : 'not-castable'
  }
}

/** Of a type that another one with `Max` replaces. */
function longCast(successor: string, risky: readonly string[]): Cast {
  return ({ name, length }) => {
    if (name === successor && length === Infinity) return 'safe'
    return among(risky, name) ? 'risky' : 'not-castable'
  }
}

function bytesCast(to: SizedType, from: SizedType): TypeChange {
  const size = INTEGER_BYTES[to.name]
  if (size !== undefined) {
    // Without a length both are one byte long; Prisma takes that into account for some only.
    const isShort = from.length === null && (from.name === 'Binary' || to.name === 'TinyInt')
    return safeIf(isShort || (from.length !== null && from.length <= size))
  }
  if (to.name === 'Money') return safeIf((from.length ?? 0) <= 8)
  if (to.name === 'SmallMoney') return safeIf((from.length ?? 0) <= 4)
  if (to.name === 'Image') return 'safe'
  if (among([...BYTES, 'Char', 'VarChar'], to.name)) return safeIf(fits(from, to, 1))
  if (to.name === 'NChar' || to.name === 'NVarChar') return safeIf(fits(from, to, 2))
  return among(['Decimal', 'Bit', 'Xml', 'UniqueIdentifier', ...OLD_MOMENTS], to.name)
    ? 'risky'
    : 'not-castable'
}

/** Whether a length fits in another one of units of `unit`; without a length, it is one. */
function fits(from: SizedType, to: SizedType, unit: number): boolean {
  return from.length === null || from.length <= (to.length ?? 1) * unit
}

function safeIf(condition: boolean): TypeChange {
  return condition ? 'safe' : 'risky'
}

function among(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

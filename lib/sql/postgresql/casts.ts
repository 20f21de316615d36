/**
 * What becomes of the values of each type of PostgreSQL in each other type. Which casts Prisma
 * takes for safe, for risky and for impossible is what its engine does, not what PostgreSQL allows.
 */

import type { TypeChange } from '../steps'
import type { NativeColumnType } from '../tables'

/** What happens in becoming `next`, another type or the same with other arguments. */
type Cast = (next: NativeColumnType, previous: NativeColumnType) => TypeChange | null

/** The length of a text or of bits, or the digits of a second; `null` where none is given. */
export function lengthOf({ args: [length] }: NativeColumnType): number | null {
  return length === undefined ? null : Number(length)
}

/** Whether it is a text of any kind but `Citext`. */
export function isText({ name }: NativeColumnType): boolean {
  return name === 'Text' || name === 'VarChar' || name === 'Char'
}

/** Whether it takes a text of any length. */
function isUnbounded(type: NativeColumnType): boolean {
  return type.name === 'Text' || (type.name === 'VarChar' && lengthOf(type) === null)
}

/** How many characters it takes, or `null` when it is no text or takes any number. */
function roomOf(type: NativeColumnType): number | null {
  if (type.name !== 'Char' && type.name !== 'VarChar') return null
  return lengthOf(type) ?? (type.name === 'Char' ? 1 : null)
}

/** Whole digits and digits after the point of a `Decimal`; `null` where it takes any number. */
function digitsOf({ args: [precision, scale = '0'] }: NativeColumnType) {
  if (precision === undefined) return null
  return { whole: Number(precision) - Number(scale), scale: Number(scale) }
}

/** Of a type whose values have up to `width` characters. */
function toText(next: NativeColumnType, width: number): TypeChange {
  return (roomOf(next) ?? width) < width ? 'risky' : 'safe'
}

const WHOLE = ['SmallInt', 'Integer', 'BigInt']

/** Of whole numbers of up to `digits` digits, and `width` characters with their sign. */
function wholeNumber(digits: number, width: number): Cast {
  return (next, previous) => {
    if (isText(next)) return toText(next, width)
    if (WHOLE.includes(next.name)) {
      return WHOLE.indexOf(next.name) > WHOLE.indexOf(previous.name) ? 'safe' : 'risky'
    }
    if (next.name === 'Decimal')
      return (digitsOf(next)?.whole ?? digits) < digits ? 'risky' : 'safe'
    return next.name === 'Real' || next.name === 'DoublePrecision' ? 'safe' : 'not-castable'
  }
}

/** Of numbers with a floating point, of up to `width` characters. */
function floatingPoint(width: number): Cast {
  return (next) => {
    if (isText(next)) return toText(next, width)
    if (next.name === 'DoublePrecision') return 'safe'
    return [...WHOLE, 'Decimal', 'Real'].includes(next.name) ? 'risky' : 'not-castable'
  }
}

/** The whole digits that surely fit. */
const FITTING: Readonly<Record<string, number>> = { SmallInt: 2, Integer: 9, BigInt: 18 }

/** Digits before and after the point that a `Decimal` without arguments can have. */
const MOST_DIGITS = { whole: 131072, scale: 16383 }

function decimal(next: NativeColumnType, previous: NativeColumnType): TypeChange {
  const from = digitsOf(previous)
  const fitting = FITTING[next.name]
  if (fitting !== undefined) {
    return from && from.scale === 0 && from.whole <= fitting ? 'safe' : 'risky'
  }
  if (isText(next)) {
    const digits = from ? from.whole + from.scale : MOST_DIGITS.whole
    return toText(next, digits + (from && from.scale > 0 ? 2 : 1))
  }
  if (next.name === 'Real' || next.name === 'DoublePrecision') return 'risky'
  if (next.name !== 'Decimal') return 'not-castable'
  const to = digitsOf(next)
  if (!to) return 'safe'
  if (from) return from.whole > to.whole || from.scale > to.scale ? 'risky' : 'safe'
  const precision = to.whole + to.scale
  return precision < MOST_DIGITS.whole || to.scale < MOST_DIGITS.scale ? 'risky' : 'safe'
}

function characters(next: NativeColumnType, previous: NativeColumnType): TypeChange {
  if (!isText(next)) return 'not-castable'
  if (isUnbounded(next)) return 'safe'
  const from = roomOf(previous)
  return from === null || from > (roomOf(next) ?? from) ? 'risky' : 'safe'
}

function text(next: NativeColumnType): TypeChange {
  if (isUnbounded(next) || next.name === 'Citext') return 'safe'
  return isText(next) ? 'risky' : 'not-castable'
}

/** Of documents, which fit any text if it is long enough; `others` are as good. */
function document(...others: readonly string[]): Cast {
  return (next) =>
    others.includes(next.name) ? 'safe' : next.name === 'Citext' ? 'not-castable' : text(next)
}

/** Of moments that are written in `width` characters; `others`, perhaps itself, take them as well. */
function moment(width: number, ...others: readonly string[]): Cast {
  return (next, previous) => {
    if (isUnbounded(next)) return 'safe'
    if (isText(next)) return (lengthOf(next) ?? 0) >= width ? 'safe' : 'not-castable'
    const [before, after] = [lengthOf(previous), lengthOf(next)]
    const isSame = before === null || after === null || before === after
    if (next.name === previous.name && isSame) return null
    return others.includes(next.name) ? 'safe' : 'not-castable'
  }
}

const MOMENTS = ['Timestamp', 'Timestamptz', 'Date', 'Time', 'Timetz']

function bit(next: NativeColumnType, previous: NativeColumnType): TypeChange {
  const [from, to] = [lengthOf(previous), lengthOf(next)]
  if (next.name === 'Text') return 'safe'
  if (next.name !== 'VarBit' && !isText(next)) return 'not-castable'
  if (from === null || (to === null && next.name !== 'Char')) return 'safe'
  return to !== null && to >= from ? 'safe' : 'not-castable'
}

function varBit(next: NativeColumnType, previous: NativeColumnType): TypeChange {
  const [from, to] = [lengthOf(previous), lengthOf(next)]
  if (isUnbounded(next)) return 'safe'
  if (isText(next)) return from !== null && to !== null && to >= from ? 'safe' : 'risky'
  if (next.name === 'Bit')
    return from === null || to === null || to <= from ? 'risky' : 'not-castable'
  if (next.name !== 'VarBit' || from === null) return 'not-castable'
  return to === null || to > from ? 'safe' : 'not-castable'
}

function bytes(next: NativeColumnType): TypeChange {
  if (isUnbounded(next)) return 'safe'
  return isText(next) && (lengthOf(next) ?? 0) > 2 ? 'risky' : 'not-castable'
}

function uuid(next: NativeColumnType): TypeChange {
  if (isUnbounded(next)) return 'safe'
  return isText(next) && (lengthOf(next) ?? 0) >= 32 ? 'safe' : 'not-castable'
}

function boolean(next: NativeColumnType): TypeChange {
  if (next.name === 'Text' || next.name === 'VarChar') return 'safe'
  const length = next.name === 'Char' ? (lengthOf(next) ?? 1) : 0
  if (length > 4) return 'safe'
  return length === 4 ? 'risky' : 'not-castable'
}

/** `safe` for these types, something else for all others. */
function only(safe: readonly string[], others: TypeChange): Cast {
  return ({ name }) => (safe.includes(name) ? 'safe' : others)
}

/** By the name of the type before. */
export const CASTS: Readonly<Record<string, Cast>> = {
  SmallInt: wholeNumber(3, 4),
  Integer: wholeNumber(10, 11),
  BigInt: wholeNumber(19, 20),
  Real: floatingPoint(47),
  DoublePrecision: floatingPoint(317),
  Decimal: decimal,
  Money: only(['Citext', 'Text', 'VarChar'], 'risky'),
  Oid: only(['Text', 'VarChar', 'BigInt', 'Integer'], 'not-castable'),
  Boolean: boolean,
  Text: text,
  VarChar: characters,
  Char: characters,
  Citext: only(['Text', 'VarChar'], 'risky'),
  Inet: only(['Citext', 'Text', 'VarChar'], 'not-castable'),
  Xml: document(),
  Json: document('JsonB'),
  JsonB: document('Json'),
  Uuid: uuid,
  ByteA: bytes,
  Bit: bit,
  VarBit: varBit,
  Timestamp: moment(23, ...MOMENTS),
  Timestamptz: moment(28, ...MOMENTS),
  Date: moment(28, 'Timestamp', 'Timestamptz'),
  Time: moment(14, 'Timetz'),
  Timetz: moment(19, 'Timetz', 'Time'),
}

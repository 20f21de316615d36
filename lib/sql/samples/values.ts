/** The value of one column of one row, as an SQL literal. */

import { numberFor, timeFor } from './numbers'
import type { Persona } from './persona'
import type { Random } from './random'
import type { SampleColumn, SampleProvider } from './sample-tables'
import { distinguished, hexDigits, textFor, uuid } from './strings'

/** Where a value is asked for. */
export interface Place {
  readonly provider: SampleProvider
  readonly tableWords: readonly string[]
  /** The row's number, from 0. */
  readonly row: number
  /** How often values for this row were taken already; from 1 on, each has to be another. */
  readonly attempt: number
  readonly persona: Persona
  readonly random: Random
  /** In ms since 1970. */
  readonly now: number
}

/**
 * An SQL literal for a column, never NULL. What it means in the database is told by its text alone:
 * the same text is the same value, which is how keys and links are compared.
 * @throws Error for a column of a type that no value is known for.
 */
export function literalFor(column: SampleColumn, place: Place): string {
  if (column.arity !== 'list') {
    const value = valueFor(column, place)
    return typeof value === 'string' ? textLiteral(column, value, place.provider) : String(value)
  }
  const length = place.random.integer(1, 3)
  const items = Array.from({ length }, (_, at) => {
    return valueFor(column, { ...place, row: place.row * 3 + at })
  })
  const unique = [...new Set(items.map((item) => arrayItem(column, item)))]
  return quoted(`{${unique.join(',')}}`)
}

/** A string with its quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function textLiteral(column: SampleColumn, value: string, provider: SampleProvider): string {
  if (column.type === 'Boolean') return value
  if (column.type !== 'Bytes') return quoted(value)
  return provider === 'sqlite' ? `x'${value}'` : `'\\x${value}'`
}

/** An item of PostgreSQL's `{…}`. */
function arrayItem({ type }: SampleColumn, value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = type === 'Bytes' ? `\\x${value}` : value
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function valueFor(column: SampleColumn, place: Place): string | number {
  switch (column.type) {
    case 'String':
      return stringFor(column, place)
    case 'Int':
    case 'BigInt':
      return integerFor(column, place)
    case 'Float':
      return floatFor(column, place)
    case 'Decimal':
      return decimalFor(column, place)
    case 'Boolean':
      return booleanFor(column, place)
    case 'DateTime':
      return dateFor(column, place)
    case 'Json':
      return jsonFor(column, place)
    case 'Bytes':
      return hexDigits(place.random, 16)
    case 'enum':
      return enumValueFor(column, place)
    default:
      throw new Error(`No value is known for ${column.typeText}.`)
  }
}

function enumValueFor({ values }: SampleColumn, { row, attempt, random }: Place): string {
  const index = attempt > 0 ? (row + attempt) % values.length : random.integer(0, values.length - 1)
  return values[index] ?? ''
}

/** SQLite has numbers for them. */
function booleanFor({ words }: SampleColumn, { provider, attempt, random }: Place) {
  const isRare = /^(?:deleted|archived|banned|blocked|disabled|hidden)$/.test(words.at(-1) ?? '')
  const value = attempt > 0 ? attempt % 2 === 1 : random.chance(isRare ? 0.1 : 0.65)
  return provider === 'sqlite' ? Number(value) : String(value)
}

/** Longer texts are of no use to anybody. */
const LONGEST_TEXT = 400

function stringFor(column: SampleColumn, place: Place): string {
  const { native, generator, words } = column
  const { random, row, attempt, persona, tableWords } = place
  switch (native?.name) {
    case 'Uuid':
      return uuid(random)
    case 'Inet':
      return `192.0.2.${attempt > 0 ? (row + attempt) % 256 : random.integer(1, 254)}`
    case 'Xml':
      return `<note><title>${persona.title} ${row + attempt}</title></note>`
    case 'Bit':
    case 'VarBit':
      return bitsFor(column, place)
  }
  const maxLength = Math.min(lengthOf(column) ?? LONGEST_TEXT, LONGEST_TEXT)
  const made = generator ? generated(generator, place).slice(0, maxLength) : null
  if (made !== null) return attempt > 0 ? distinguished(made, row + attempt, maxLength) : made
  const text = textFor({ words, tableWords, maxLength }, persona, random)
  return attempt > 0 ? distinguished(text, row + 1 + attempt * attempt, maxLength) : text
}

function lengthOf({ native }: SampleColumn): number | null {
  const [length] = native?.args ?? []
  if (native?.name === 'Char') return Number(length ?? 1)
  return native?.name === 'VarChar' && length !== undefined ? Number(length) : null
}

/** `Bit` without a length has one bit; `VarBit` without one has any number. */
function bitsFor({ native }: SampleColumn, { row, attempt, random }: Place): string {
  const length = Number(native?.args[0] ?? (native?.name === 'Bit' ? 1 : 8))
  if (attempt === 0) return Array.from({ length }, () => random.integer(0, 1)).join('')
  return (row + attempt).toString(2).padStart(length, '0').slice(-length)
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As Prisma Client's functions look; `cuid` and the like begin with the time. */
function generated(name: string, { random, row, persona }: Place): string {
  const from = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[random.integer(0, alphabet.length - 1)]).join('')
  switch (name) {
    case 'uuid':
      return uuid(random)
    case 'cuid':
      return `c${(persona.created + row).toString(36).padStart(8, '0')}${from(ALPHABET, 16)}`
    case 'ulid':
      return `01${from(CROCKFORD, 24)}`
    default:
      return from(ALPHABET, 21)
  }
}

function integerFor(column: SampleColumn, place: Place): number {
  const { words, native, isAutoIncrement } = column
  const { row, attempt, random } = place
  if (isAutoIncrement || words.at(-1) === 'id') return row + 1 + attempt
  if (attempt > 0) return row + 1 + (attempt - 1) * 97
  const greatest = native?.name === 'SmallInt' ? 32_767 : 2_147_483_647
  return Math.min(greatest, Math.round(numberFor(words, random)))
}

function floatFor({ words }: SampleColumn, { row, attempt, random }: Place): number {
  return Math.round(numberFor(words, random) * 100 + (row + 1) * attempt) / 100
}

/** With the scale of the type, so that the database has nothing to round. */
function decimalFor({ words, native }: SampleColumn, { row, attempt, random }: Place): number {
  const [precision, scale] = native?.name === 'Decimal' ? native.args.map(Number) : []
  const decimals = Math.min(precision === undefined ? 2 : (scale ?? 0), 6)
  const whole = precision === undefined ? 9 : Math.min(precision - (scale ?? 0), 9)
  const unit = 10 ** decimals
  const limit = 10 ** whole * unit
  const units = Math.round(numberFor(words, random) * unit) + (row + 1) * attempt
  return Number(((units % limit) / unit).toFixed(decimals))
}

const MINUTE = 60_000

function dateFor({ words, native }: SampleColumn, place: Place): string {
  const { persona, random, now, provider, row, attempt } = place
  const step = native?.name === 'Date' ? 24 * 60 * MINUTE : MINUTE
  const time = timeFor(words, persona, random, now) - (row + 1) * attempt * step
  const iso = new Date(time).toISOString()
  if (provider === 'sqlite') return iso.replace('Z', '+00:00')
  const [date, clock] = [iso.slice(0, 10), iso.slice(11, 19)]
  switch (native?.name) {
    case 'Date':
      return date
    case 'Time':
      return clock
    case 'Timetz':
      return `${clock}+00`
    case 'Timestamptz':
      return `${date} ${clock}+00`
    default:
      return `${date} ${clock}`
  }
}

function jsonFor({ words }: SampleColumn, { persona, random, row, attempt }: Place): string {
  const number = attempt > 0 ? { number: row + attempt } : {}
  if (/^(?:address|location|shipping|billing)$/.test(words[0] ?? '')) {
    const { street, place } = persona
    return JSON.stringify({ street, city: place[0], country: place[4], ...number })
  }
  if (/^(?:settings|preferences|config|configuration|options|prefs)$/.test(words.at(-1) ?? '')) {
    const settings = { theme: random.pick(['light', 'dark']), notifications: random.chance(0.5) }
    return JSON.stringify({ ...settings, ...number })
  }
  return JSON.stringify({ title: persona.title, topic: persona.topic, ...number })
}

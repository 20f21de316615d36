/** Default values as people type them ↔ as they are written in a schema. Pure. */

import { quoteString, type Value } from '@/lib/schema/value'

/** What was typed as it would be written, or what is wrong with it, as a sentence. */
export type ReadLiteral = { readonly text: string } | { readonly problem: string }

/** What a person sees and edits of a literal: text without its quotes and escapes. */
export function literalText(value: Value | null): string {
  if (value?.kind === 'string') return value.value
  return value?.kind === 'number' || value?.kind === 'name' ? value.text : ''
}

/**
 * Reads a literal of a type.
 * @param old the literal that it replaces: a Decimal stays in quotes where it was in quotes
 */
export function readLiteral(type: string, typed: string, old: Value | null = null): ReadLiteral {
  const trimmed = typed.trim()
  switch (type) {
    case 'String':
      return { text: quoteString(typed) }
    case 'Int':
    case 'BigInt':
      return readInteger(type, trimmed)
    case 'Float':
    case 'Decimal':
      if (!/^-?\d+(?:\.\d+)?$/.test(trimmed)) {
        return { problem: `A ${type} is a number such as 0.5 or -12.` }
      }
      return { text: old?.kind === 'string' ? quoteString(trimmed) : trimmed }
    case 'Boolean':
      if (trimmed === 'true' || trimmed === 'false') return { text: trimmed }
      return { problem: 'A Boolean is true or false.' }
    case 'DateTime':
      return readDateTime(trimmed)
    case 'Json':
      return readJson(trimmed)
    case 'Bytes':
      if (/^[A-Za-z0-9+/]*={0,2}$/.test(trimmed) && trimmed.length % 4 === 0) {
        return { text: quoteString(trimmed) }
      }
      return { problem: 'Bytes are written in Base64, such as aGVsbG8=.' }
    default:
      // The name of an enum value.
      return { text: trimmed }
  }
}

/** Prisma reads whole numbers of 64 bits. Source: the engine of Prisma 7.10. */
const LIMIT = 2n ** 63n

function readInteger(type: string, typed: string): ReadLiteral {
  if (!/^-?\d+$/.test(typed)) {
    return { problem: `${type === 'Int' ? 'An Int' : 'A BigInt'} is a whole number such as 12.` }
  }
  const value = BigInt(typed)
  if (value >= LIMIT || value < -LIMIT) return { problem: 'This number has more than 64 bits.' }
  return { text: typed }
}

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i

/** A day alone is its midnight; a time without a zone is in UTC. */
function readDateTime(typed: string): ReadLiteral {
  const match = DATE_TIME.exec(typed)
  if (!match) return { problem: 'Write a time such as 2026-01-31T12:00:00Z, or a day.' }
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match
  const numbers = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = numbers
  const date = new Date(Date.UTC(y, m - 1, d, h, min, s))
  date.setUTCFullYear(y, m - 1, d)
  const isDay = date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  if (!isDay || h > 23 || min > 59 || s > 59) return { problem: 'There is no such day or time.' }
  const time = `${hour}:${minute}:${second}${fraction}${(zone ?? 'Z').toUpperCase()}`
  return { text: quoteString(`${year}-${month}-${day}T${time}`) }
}

function readJson(typed: string): ReadLiteral {
  try {
    JSON.parse(typed)
    return { text: quoteString(typed) }
  } catch (error) {
    const reason = error instanceof Error ? ` ${error.message.replace(/\.?$/, '.')}` : ''
    return { problem: `This is not JSON.${reason}` }
  }
}

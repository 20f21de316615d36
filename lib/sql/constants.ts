/** How Prisma prints the constants of a schema in SQL: what is the same in each dialect. */

import type { Value } from '@/lib/schema/value'

/** An integer without leading zeros; other numbers stay as written. */
export function numberText(text: string): string {
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')).toString() : text
}

/**
 * `2024-02-01T10:00:00Z` as `2024-02-01T10:00:00+00:00`: RFC 3339 as Rust's chrono prints it. For
 * MySQL Prisma's engine asks for just that (`to_rfc3339` in the renderer of its MySQL flavour,
 * which MySQL reads since 8.0.19); for the other databases it prints a space instead of the `T`.
 */
export function rfc3339(text: string): string {
  const match = /^(.+?[Tt ]\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/.exec(text)
  if (!match) return text
  const [, time, fraction = '', zone] = match as unknown as [string, string, string?, string?]
  const isUtc = /^(?:[Zz]|-00:00)$/.test(zone as string)
  const offset = isUtc ? '+00:00' : (zone as string)
  return `${time.replace(/[t ]/, 'T')}${fractionDigits(fraction)}${offset}`
}

/** None, three, six or nine digits: as few as say it. */
function fractionDigits(fraction: string): string {
  const digits = fraction.slice(1).replace(/0+$/, '').slice(0, 9)
  return digits === '' ? '' : `.${digits.padEnd(Math.ceil(digits.length / 3) * 3, '0')}`
}

/** A constant as it stands, without quotes: `true`, `12`, the text of a string. */
export function plainConstant(value: Value): string {
  switch (value.kind) {
    case 'string':
      return value.value
    case 'number':
      return numberText(value.text)
    case 'name':
      return value.text
    case 'list':
      return `[${value.items.map(plainConstant).join(', ')}]`
    default:
      return ''
  }
}

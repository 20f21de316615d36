/** Numbers and times that suit a column by its name. */

import type { Persona } from './persona'
import type { Random } from './random'

/** The least and the greatest value, by a word of the name; the first that is found counts. */
const RANGES: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:year)$/, 1990, 2026],
  [/\b(?:month)$/, 1, 12],
  [/\b(?:day|weekday)$/, 1, 28],
  [/\b(?:hour)$/, 0, 23],
  [/\b(?:minute|second)$/, 0, 59],
  [/\b(?:age)$/, 18, 80],
  [/\b(?:rating|stars)$/, 1, 5],
  [/\b(?:lat|latitude)$/, -60, 60],
  [/\b(?:lng|lon|long|longitude)$/, -170, 170],
  [/\b(?:percent|percentage|progress|discount|completion)$/, 0, 100],
  [/\b(?:ratio|probability|confidence|opacity|weighting|tax rate|vat rate)$/, 0, 1],
  [/\b(?:rate|score|points|grade|level|rank|priority)$/, 1, 10],
  [/\b(?:quantity|qty|amount of|guests|seats|persons|people|attempts|retries)$/, 1, 12],
  [
    /\b(?:stock|inventory|capacity|views|likes|clicks|count|total count|plays|hits|downloads)$/,
    0,
    500,
  ],
  [/\b(?:position|order|sort|index|sequence|sort order)$/, 1, 50],
  [/\b(?:cents|price cents|amount cents)$/, 199, 19_999],
  [
    /\b(?:price|cost|fee|amount|total|subtotal|balance|salary|budget|tax|revenue|payment|value)\b/,
    2,
    400,
  ],
  [/\b(?:duration|length|seconds|minutes|ms|timeout|ttl)\b/, 5, 900],
  [/\b(?:size|bytes)$/, 1_024, 900_000],
  [/\b(?:width|height|depth)$/, 10, 1_200],
  [/\b(?:weight|mass|distance|area|volume)$/, 1, 90],
  [/\b(?:temperature|temp)$/, -10, 35],
  [/\b(?:port)$/, 1_024, 9_000],
  [/\b(?:status|code)$/, 100, 500],
]

/** A number that suits the name; whole numbers are for the caller to make. */
export function numberFor(words: readonly string[], random: Random): number {
  const name = words.join(' ')
  const range = RANGES.find(([pattern]) => pattern.test(name))
  const [from, to] = range ? [range[1], range[2]] : [1, 100]
  return from + random.number() * (to - from)
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A time in ms since 1970, in whole minutes; `now` likewise. */
export function timeFor(
  words: readonly string[],
  { created }: Persona,
  random: Random,
  now: number,
): number {
  const name = words.join(' ')
  if (/\b(?:created|inserted|registered|joined|signed up)\b/.test(name)) return created
  if (/\b(?:birth|born|dob|birthday)\b/.test(name)) {
    return Date.UTC(random.integer(1950, 2005), random.integer(0, 11), random.integer(1, 28))
  }
  if (
    /\b(?:due|expires?|expiry|expiration|ends?|until|deadline|scheduled|next|renews?|valid to)\b/.test(
      name,
    )
  ) {
    return minutes(now + random.number() * 180 * DAY)
  }
  return minutes(created + random.number() * (now - created))
}

/** Words of a time that most rows do not have. */
export function isRareTime(words: readonly string[]): boolean {
  return /^(?:deleted|archived|cancell?ed|banned|revoked|blocked|disabled|refunded)$/.test(
    words[0] ?? '',
  )
}

function minutes(time: number): number {
  return Math.floor(time / MINUTE) * MINUTE
}

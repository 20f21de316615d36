/** What the columns of one row have in common, so that a name, an address and dates go together. */

import type { Random } from './random'
import {
  ADJECTIVES,
  COMPANIES,
  FIRST_NAMES,
  LAST_NAMES,
  NOUNS,
  PLACES,
  PRODUCTS,
  STREETS,
  TOPICS,
} from './words'

export interface Persona {
  readonly first: string
  readonly last: string
  readonly company: string
  readonly product: string
  readonly topic: string
  /** Two words with capitals. */
  readonly title: string
  readonly place: (typeof PLACES)[number]
  readonly street: string
  /** When the row was made, in ms since 1970, in whole minutes. */
  readonly created: number
}

const MINUTE = 60_000
const TWO_YEARS = 2 * 365 * 24 * 60 * MINUTE

/** `now` in ms since 1970. */
export function personaFrom(random: Random, now: number): Persona {
  return {
    first: random.pick(FIRST_NAMES),
    last: random.pick(LAST_NAMES),
    company: random.pick(COMPANIES),
    product: random.pick(PRODUCTS),
    topic: random.pick(TOPICS),
    title: `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`,
    place: random.pick(PLACES),
    street: `${random.integer(1, 180)} ${random.pick(STREETS)}`,
    created: Math.floor((now - random.number() * TWO_YEARS) / MINUTE) * MINUTE,
  }
}

/**
 * Seeded randomness. The same seed, schema and check give the same choices, whatever other
 * schemas are checked beside it, so a failure can be seen again on its own.
 */

/** Gives numbers from 0 up to, not including, 1. */
export type Random = () => number

/** A stream of numbers that depends on all of `parts`, and on nothing else. */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let state = hashText(parts.join('\0'))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 up to, not including, `limit`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

/** One of `items`, which must not be empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

/** FNV-1a, over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** Random numbers that are the same for the same seed, so that sample rows are too. */

export interface Random {
  /** From 0 up to but not including 1. */
  number(): number
  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number
  chance(probability: number): boolean
  /** @throws Error for an empty list. */
  pick<Item>(items: readonly Item[]): Item
}

/** Numbers from a seed and a name, so that one table's rows do not depend on another's. */
export function randomFrom(seed: number, name: string): Random {
  let state = seed
  for (let at = 0; at < name.length; at++) {
    state = Math.imul(state ^ name.charCodeAt(at), 0x01000193)
  }
  // mulberry32
  const number = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    number,
    integer: (from, to) => from + Math.floor(number() * (to - from + 1)),
    chance: (probability) => number() < probability,
    pick(items) {
      if (items.length === 0) throw new Error('There is nothing to pick from.')
      return items[Math.floor(number() * items.length)] as (typeof items)[number]
    },
  }
}

/**
 * Seeded randomness for the search steps. A layout must not change between two runs on the same
 * schema, so nothing in this room may call `Math.random`.
 */

/** A generator of numbers in [0, 1): a 32-bit Weyl sequence passed through an integer hash. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let hash = state ^ (state >>> 16)
    hash = Math.imul(hash, 0x21f0aaad)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0x735a2d97)
    hash ^= hash >>> 15
    return (hash >>> 0) / 4294967296
  }
}

/** How far two words are apart, and which words somebody may have meant. */

/**
 * How many letters must be added, removed, replaced or swapped with their neighbour to make one of
 * the other: the distance of Damerau and Levenshtein, each pair swapped once at most.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let distance = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      )
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && isSwapped) {
        distance = Math.min(distance, at(beforeLast, column - 2) + 1)
      }
      next.push(distance)
    }
    beforeLast = last
    last = next
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] as number
}

/** A word of this many letters may have one mistake, one of twice as many two; none has more. */
const LETTERS_A_MISTAKE = 3
const MOST_MISTAKES = 2

/**
 * The words that may have been meant, the nearest first: what differs in capitals alone, then by
 * distance; of words as near, those that begin as it does, in the order given.
 */
export function nearestWords(word: string, words: Iterable<string>, most = 3): string[] {
  const allowed = Math.floor(word.length / LETTERS_A_MISTAKE)
  const limit = Math.max(1, Math.min(MOST_MISTAKES, allowed))
  const lower = word.toLowerCase()
  const found: { candidate: string; distance: number }[] = []
  for (const candidate of new Set(words)) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue
    const distance = editDistance(lower, candidate.toLowerCase())
    if (distance <= limit && distance < candidate.length) found.push({ candidate, distance })
  }
  const begins = ({ candidate }: { candidate: string }) =>
    candidate[0]?.toLowerCase() === lower[0] ? 0 : 1
  found.sort((a, b) => a.distance - b.distance || begins(a) - begins(b))
  return found.slice(0, most).map(({ candidate }) => candidate)
}

/** How well a name matches letters that somebody typed of it. */

/**
 * The score of `name` for `query`, whose letters must all be in it in their order; `null` when
 * they are not. Beginnings of words and letters in a row count more, long names a little less.
 */
export function fuzzyScore(query: string, name: string): number | null {
  const wanted = query.toLowerCase()
  const lower = name.toLowerCase()
  if (wanted === '') return 0
  if (lower === wanted) return EXACT
  let score = lower.startsWith(wanted) ? AT_START : 0
  let at = 0
  let last = -2
  for (const letter of wanted) {
    const found = nextPlace(name, lower, letter, at, last)
    if (found < 0) return null
    score += 1
    if (found === last + 1) score += IN_A_ROW
    if (isWordStart(name, found)) score += WORD_START
    last = found
    at = found + letter.length
  }
  return score - name.length / 100
}

const EXACT = 1000
const AT_START = 100
const IN_A_ROW = 5
const WORD_START = 4

/** The next place of the letter: right behind the last if it is there, else best at a word. */
function nextPlace(name: string, lower: string, letter: string, from: number, last: number) {
  const first = lower.indexOf(letter, from)
  if (first === last + 1 || first < 0) return first
  for (let at = first; at >= 0; at = lower.indexOf(letter, at + 1)) {
    if (isWordStart(name, at)) return at
  }
  return first
}

function isWordStart(name: string, at: number): boolean {
  if (at === 0) return true
  const letter = name.charAt(at)
  const before = name.charAt(at - 1)
  if (before === '_' || before === '.') return true
  return /\p{Lu}/u.test(letter) && !/\p{Lu}/u.test(before)
}

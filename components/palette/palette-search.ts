/**
 * Finds actions, blocks and fields by name. Written for tens of thousands of names at every key
 * press: each name is lower-cased once, and most are dismissed by one look.
 */

/** Something that can be found. */
export interface Findable<T> {
  readonly item: T
  readonly name: string
  /** Other words it can be found by; they count less than the name. */
  readonly keywords: readonly string[]
}

interface IndexedName {
  readonly text: string
  readonly lower: string
}

export interface SearchIndex<T> {
  readonly entries: readonly {
    readonly item: T
    readonly name: IndexedName
    readonly keywords: readonly IndexedName[]
  }[]
}

export interface Match<T> {
  readonly item: T
  readonly score: number
}

export function indexNames<T>(findables: readonly Findable<T>[]): SearchIndex<T> {
  return {
    entries: findables.map(({ item, name, keywords }) => ({
      item,
      name: indexName(name),
      keywords: keywords.map(indexName),
    })),
  }
}

function indexName(text: string): IndexedName {
  return { text, lower: text.toLowerCase() }
}

/** The best matches, the best first; equals keep the order in which they were indexed. */
export function searchNames<T>(
  index: SearchIndex<T>,
  query: string,
  limit: number,
): readonly Match<T>[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return []
  const matches: Match<T>[] = []
  for (const { item, name, keywords } of index.entries) {
    let score = matchScore(name, wanted)
    for (const keyword of keywords) score = Math.max(score, matchScore(keyword, wanted) / 2)
    if (score > 0) matches.push({ item, score })
  }
  return matches.sort((a, b) => b.score - a.score).slice(0, limit)
}

/**
 * How well a name fits, 0 to 1: the whole name, its beginning, the beginning of a word in it, any
 * part of it, its letters in order (`usrem` for `User.email`); among equals the shorter name.
 */
function matchScore({ text, lower }: IndexedName, wanted: string): number {
  const at = lower.indexOf(wanted)
  const share = wanted.length / Math.max(1, lower.length)
  if (at === 0) return wanted.length === lower.length ? 1 : 0.8 + 0.1 * share
  if (at > 0) {
    for (let place = at; place > 0; place = lower.indexOf(wanted, place + 1)) {
      if (startsWord(text, place)) return 0.6 + 0.1 * share
    }
    return 0.4 + 0.1 * share
  }
  return scatteredScore(text, lower, wanted)
}

/** For letters that are in order but apart; better the more of them begin a word. */
function scatteredScore(text: string, lower: string, wanted: string): number {
  let from = 0
  let starts = 0
  for (const letter of wanted) {
    if (letter === ' ') continue
    const at = lower.indexOf(letter, from)
    if (at < 0) return 0
    if (at === 0 || startsWord(text, at)) starts += 1
    from = at + 1
  }
  // Letters strewn over a long name are chance.
  const span = wanted.length / from
  return starts / wanted.length < 0.3 && span < 0.5 ? 0 : 0.1 + 0.2 * (starts / wanted.length)
}

/** Whether a word begins there: after a sign, or with a capital after a small letter. */
function startsWord(text: string, at: number): boolean {
  const letter = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  if (!isWordCode(before)) return true
  return isCapital(letter) && !isCapital(before)
}

function isWordCode(code: number): boolean {
  return code > 127 || (code >= 48 && code <= 57) || isCapital(code) || (code >= 97 && code <= 122)
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}

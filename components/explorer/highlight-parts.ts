import { queryWords } from '@/lib/schema/search'

export interface HighlightPart {
  readonly text: string
  /** Where it begins in the whole text. */
  readonly from: number
  readonly isMarked: boolean
}

/** The text in parts that do and do not belong to a word of the query. */
export function highlightParts(text: string, query: string): HighlightPart[] {
  const lower = text.toLowerCase()
  const isMarked = new Array<boolean>(text.length).fill(false)
  for (const word of queryWords(query)) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      isMarked.fill(true, at, at + word.length)
    }
  }
  const parts: HighlightPart[] = []
  for (let from = 0, to = 1; from < text.length; from = to++) {
    while (to < text.length && isMarked[to] === isMarked[from]) to++
    parts.push({ text: text.slice(from, to), from, isMarked: isMarked[from] ?? false })
  }
  return parts
}

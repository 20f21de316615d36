import { highlightParts } from './highlight-parts'

/** A text with the words that were searched for standing out. */
export function Highlight({ text, query }: { text: string; query: string }) {
  return highlightParts(text, query).map(({ text: part, from, isMarked }) =>
    isMarked ? (
      <mark key={from} className="rounded-sm bg-accent-subtle text-accent">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

/** Ordering of options by how well they fit what was typed, for palettes and pickers. */
import { defaultFilter } from 'cmdk'

export interface Rankable {
  label: string
  /** Other words it can be found by. */
  keywords?: readonly string[]
}

/**
 * The options that fit `search`, best first; equals keep the order they came in. An empty search
 * keeps them all. Showing only the first few of a thousand is what keeps typing quick.
 */
export function rankOptions<Option extends Rankable>(
  options: readonly Option[],
  search: string,
): readonly Option[] {
  const wanted = search.trim()
  if (wanted === '') return options
  const scored: { option: Option; score: number }[] = []
  for (const option of options) {
    const score = defaultFilter(option.label, wanted, option.keywords && [...option.keywords])
    if (score > 0) scored.push({ option, score })
  }
  return scored.sort((a, b) => b.score - a.score).map(({ option }) => option)
}

/** How a name is written as large as it can be within a box, broken between its words. */

/** Advance of a character of the monospaced face, in em, and the height of a line. */
const ADVANCE = 0.6
export const LINE_HEIGHT = 1.2
const SHRINK = 0.9
/** A name cut to fewer characters says nothing. */
const LEAST_COLUMNS = 6

export interface FittedLabel {
  /** In the same unit as the box. */
  readonly fontSize: number
  readonly lines: readonly string[]
}

/**
 * Breaks `name` into lines that fit the box, at `wanted` font size or the nearest below at which
 * they do. At `least` it is cut short; `null` when nothing worth reading would be left.
 */
export function fitLabel(
  name: string,
  box: { readonly width: number; readonly height: number },
  wanted: number,
  least: number,
): FittedLabel | null {
  const words = wordsOf(name)
  const longest = Math.max(1, ...words.map((word) => word.length))
  let fontSize = Math.min(wanted, box.width / (longest * ADVANCE))
  while (fontSize >= least) {
    const lines = wrap(words, Math.floor(box.width / (fontSize * ADVANCE) + 1e-6))
    if (lines.length * fontSize * LINE_HEIGHT <= box.height) return { fontSize, lines }
    fontSize *= SHRINK
  }
  const columns = Math.floor(box.width / (least * ADVANCE) + 1e-6)
  if (columns < LEAST_COLUMNS || least * LINE_HEIGHT > box.height) return null
  return { fontSize: least, lines: [`${name.slice(0, columns - 1)}…`] }
}

/** `OrderLineItem` → `Order`, `Line`, `Item`; `order_item` → `order_`, `item`. */
export function wordsOf(name: string): string[] {
  return name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}_]+_*|_+|\p{Lu}/gu) ?? [name]
}

function wrap(words: readonly string[], columns: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length <= columns) {
      lines[lines.length - 1] = last + word
    } else {
      lines.push(word)
    }
  }
  return lines
}

/** Places in a text as the language server protocol tells them, and as offsets. */

/** Both from 0; characters are UTF-16 code units. Lines end with `\n`. */
export interface LinePosition {
  readonly line: number
  readonly character: number
}

export function positionOf(text: string, offset: number): LinePosition {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length - 1, character: before.length - lineStart }
}

/** A place past the end of its line is at that end, and one past the text at the text's end. */
export function offsetOf(text: string, { line, character }: LinePosition): number {
  let start = 0
  for (let count = 0; count < line; count++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  return Math.min(start + character, end < 0 ? text.length : end)
}

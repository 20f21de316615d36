/**
 * Line endings and the byte order mark, kept apart from the text.
 *
 * In memory every line ends with `\n` and there is no byte order mark, so that offsets mean the
 * same to the parser and to the editor. What a file had is remembered here and put back when it
 * leaves: the usual ending, and the places of the lines that differ from it. The places are
 * carried through edits, so a file with mixed endings comes out byte for byte as it went in.
 */

import { type ChangeSet, mapPosition } from './change-set'

export type LineEnding = '\n' | '\r\n' | '\r'

const BYTE_ORDER_MARK = '\ufeff'

export interface LineEndings {
  readonly byteOrderMark: boolean
  /** The ending of new lines: the most frequent one of the file. */
  readonly usual: LineEnding
  /** Lines that end otherwise, by the offset of their `\n` in the normalised text, ascending. */
  readonly exceptions: readonly { readonly at: number; readonly ending: LineEnding }[]
}

export const PLAIN_LINE_ENDINGS: LineEndings = {
  byteOrderMark: false,
  usual: '\n',
  exceptions: [],
}

/** Splits what a file holds into the text that is edited and its line endings. */
export function normalizeText(raw: string): { text: string; endings: LineEndings } {
  const byteOrderMark = raw.startsWith(BYTE_ORDER_MARK)
  const content = byteOrderMark ? raw.slice(1) : raw
  if (!content.includes('\r')) {
    return {
      text: content,
      endings: byteOrderMark ? { ...PLAIN_LINE_ENDINGS, byteOrderMark } : PLAIN_LINE_ENDINGS,
    }
  }
  const counts: Record<LineEnding, number> = { '\n': 0, '\r\n': 0, '\r': 0 }
  const all: { at: number; ending: LineEnding }[] = []
  let removed = 0
  const text = content.replace(/\r\n|\r|\n/g, (match, offset: number) => {
    const ending = match as LineEnding
    counts[ending]++
    all.push({ at: offset - removed, ending })
    removed += match.length - 1
    return '\n'
  })
  const usual = (['\n', '\r\n', '\r'] as const).reduce((best, ending) =>
    counts[ending] > counts[best] ? ending : best,
  )
  const exceptions = all.filter(({ ending }) => ending !== usual)
  return { text, endings: { byteOrderMark, usual, exceptions } }
}

/** The inverse of `normalizeText`: exactly what a download or a save must contain. */
export function restoreText(text: string, endings: LineEndings): string {
  const mark = endings.byteOrderMark ? BYTE_ORDER_MARK : ''
  if (endings.exceptions.length === 0) {
    return mark + (endings.usual === '\n' ? text : text.replaceAll('\n', endings.usual))
  }
  const exceptions = new Map(endings.exceptions.map(({ at, ending }) => [at, ending]))
  return mark + text.replace(/\n/g, (_, at: number) => exceptions.get(at) ?? endings.usual)
}

export function isSameEndings(a: LineEndings, b: LineEndings): boolean {
  return (
    a.byteOrderMark === b.byteOrderMark &&
    a.usual === b.usual &&
    a.exceptions.length === b.exceptions.length &&
    a.exceptions.every(({ at, ending }, index) => {
      const other = b.exceptions[index]
      return at === other?.at && ending === other.ending
    })
  )
}

/** Line endings after an edit of the text: exceptions move along, and go with lines that go. */
export function mapLineEndings(endings: LineEndings, changes: ChangeSet): LineEndings {
  if (endings.exceptions.length === 0 || changes.edits.length === 0) return endings
  const exceptions = endings.exceptions.flatMap(({ at, ending }) => {
    const replaced = changes.edits.some((edit) => edit.from <= at && at < edit.to)
    return replaced ? [] : [{ at: mapPosition(changes, at, 1), ending }]
  })
  return { ...endings, exceptions }
}

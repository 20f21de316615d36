/**
 * Changes to a text, as data.
 *
 * A `ChangeSet` says how one text becomes another. Every edit of a design, typed or made on the
 * canvas, is one of these, and undo is the inverse of one. This module knows nothing about what
 * the text means. All offsets are UTF-16 code units.
 */

/** Replace the text between two offsets of the old text. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * Edits in ascending order, none touching another, none empty.
 * `before` and `after` are the lengths of the text that the set applies to and results in.
 */
export interface ChangeSet {
  readonly before: number
  readonly after: number
  readonly edits: readonly TextEdit[]
}

/** Which way a position goes when text is inserted exactly there: before it (-1) or after it (1). */
export type Association = -1 | 1

/**
 * Builds a change set from edits in any order.
 * Insertions at one offset keep their given order.
 * @throws RangeError when an edit lies outside the text or overlaps another: a programmer's mistake.
 */
export function changeSet(before: number, edits: readonly TextEdit[]): ChangeSet {
  const sorted = edits
    .filter((edit) => edit.from !== edit.to || edit.insert !== '')
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.index - b.index)
  const merged: TextEdit[] = []
  let after = before
  for (const { edit } of sorted) {
    const { from, to, insert } = edit
    if (from < 0 || to < from || to > before) {
      throw new RangeError(`Edit ${from}–${to} does not fit a text of length ${before}`)
    }
    after += insert.length - (to - from)
    const last = merged[merged.length - 1]
    if (last && from < last.to) {
      throw new RangeError(`Edit ${from}–${to} overlaps edit ${last.from}–${last.to}`)
    }
    if (last && from === last.to) {
      merged[merged.length - 1] = { from: last.from, to, insert: last.insert + insert }
    } else {
      merged.push(edit)
    }
  }
  return { before, after, edits: merged }
}

/** The change set that replaces `before` with `after`, touching only what lies between their common prefix and suffix. */
export function diffTexts(before: string, after: string): ChangeSet {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let tail = 0
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  return changeSet(before.length, [
    { from, to: before.length - tail, insert: after.slice(from, after.length - tail) },
  ])
}

/** @throws RangeError when the text is not the one that the set was made for. */
export function applyChanges(text: string, changes: ChangeSet): string {
  assertLength(text, changes)
  let result = ''
  let position = 0
  for (const { from, to, insert } of changes.edits) {
    result += text.slice(position, from) + insert
    position = to
  }
  return result + text.slice(position)
}

/** The set that leads back: `text` is what `changes` applies to. */
export function invertChanges(text: string, changes: ChangeSet): ChangeSet {
  assertLength(text, changes)
  let shift = 0
  const edits = changes.edits.map(({ from, to, insert }) => {
    const start = from + shift
    shift += insert.length - (to - from)
    return { from: start, to: start + insert.length, insert: text.slice(from, to) }
  })
  return { before: changes.after, after: changes.before, edits }
}

/**
 * Where a position of the old text is in the new one. Inside replaced text it goes to the start
 * (-1) or the end (1) of the replacement.
 */
export function mapPosition(
  changes: ChangeSet,
  position: number,
  association: Association = -1,
): number {
  let shift = 0
  for (const { from, to, insert } of changes.edits) {
    if (from > position) break
    if (to < position || (to === position && from < to)) {
      shift += insert.length - (to - from)
    } else if (from === position) {
      // Before replaced text a position stays; at a plain insertion the association decides.
      return from + shift + (from === to && association > 0 ? insert.length : 0)
    } else {
      return from + shift + (association > 0 ? insert.length : 0)
    }
  }
  return position + shift
}

/**
 * One set that does what `first` and then `second` do.
 * @throws RangeError when `second` does not apply to what `first` results in.
 */
export function composeChanges(first: ChangeSet, second: ChangeSet): ChangeSet {
  if (first.after !== second.before) {
    throw new RangeError(`Cannot compose: ${first.after} characters, then ${second.before}`)
  }
  // Edits of both sets are laid out on the text in the middle, and joined where they touch there.
  const edits: TextEdit[] = []
  let shift = 0
  let firstIndex = 0
  let secondIndex = 0
  while (firstIndex < first.edits.length || secondIndex < second.edits.length) {
    const nextFirst = first.edits[firstIndex]
    const nextSecond = second.edits[secondIndex]
    const start = Math.min(
      nextFirst ? nextFirst.from + shift : Number.POSITIVE_INFINITY,
      nextSecond ? nextSecond.from : Number.POSITIVE_INFINITY,
    )
    const from = start - shift
    let end = start
    let insert = ''
    let copied = start
    /** Inserted by `first` in this group, in coordinates of the middle text. */
    const inserted: { from: number; text: string }[] = []
    const replaced: TextEdit[] = []
    for (;;) {
      const a = first.edits[firstIndex]
      const b = second.edits[secondIndex]
      if (a && a.from + shift <= end) {
        const middleFrom = a.from + shift
        inserted.push({ from: middleFrom, text: a.insert })
        end = Math.max(end, middleFrom + a.insert.length)
        shift += a.insert.length - (a.to - a.from)
        firstIndex++
      } else if (b && b.from <= end) {
        replaced.push(b)
        end = Math.max(end, b.to)
        secondIndex++
      } else {
        break
      }
    }
    const copyTo = (limit: number) => {
      for (const piece of inserted) {
        const pieceFrom = Math.max(copied, piece.from)
        const pieceTo = Math.min(limit, piece.from + piece.text.length)
        if (pieceFrom < pieceTo) {
          insert += piece.text.slice(pieceFrom - piece.from, pieceTo - piece.from)
        }
      }
      copied = Math.max(copied, limit)
    }
    for (const edit of replaced) {
      copyTo(edit.from)
      insert += edit.insert
      copied = Math.max(copied, edit.to)
    }
    copyTo(end)
    edits.push({ from, to: end - shift, insert })
  }
  return changeSet(first.before, edits)
}

/** True when applying the set changes nothing. */
export function isEmptyChange(changes: ChangeSet): boolean {
  return changes.edits.length === 0
}

function assertLength(text: string, changes: ChangeSet): void {
  if (text.length !== changes.before) {
    throw new RangeError(`Changes for ${changes.before} characters applied to ${text.length}`)
  }
}

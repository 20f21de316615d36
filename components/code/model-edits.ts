/**
 * Translates between the changes that Monaco reports and takes and our change sets.
 * Knows the shape of Monaco's events, not Monaco.
 */

import { type ChangeSet, changeSet, composeChanges, type TextEdit } from '@/lib/text/change-set'

/** The part of Monaco's `IModelContentChange` used here. */
export interface ContentChange {
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

/**
 * The change set for one event of a model whose text had `length` characters.
 *
 * Monaco lists changes so that each applies to what the one before left. The edits of one gesture
 * stand last place first, so all of them also apply to the old text; an event that gathers several
 * gestures does not, and is composed.
 */
export function changesFromEvent(length: number, changes: readonly ContentChange[]): ChangeSet {
  let result = changeSet(length, [])
  let batch: TextEdit[] = []
  const flush = () => {
    // Insertions at one place come last first too, and change sets take them in their order.
    result = composeChanges(result, changeSet(result.after, batch.reverse()))
    batch = []
  }
  for (const { rangeOffset, rangeLength, text } of changes) {
    const edit = { from: rangeOffset, to: rangeOffset + rangeLength, insert: text }
    const last = batch[batch.length - 1]
    if (last && edit.to > last.from) flush()
    batch.push(edit)
  }
  flush()
  return result
}

/**
 * The same edits, widened so that none starts or ends within a surrogate pair: Monaco would move
 * such an edit by itself, and the two texts would part.
 * @param text the text that the edits apply to
 */
export function wholeCharacters(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map(({ from, to, insert }) => {
    const start = isWithinPair(text, from) ? from - 1 : from
    const end = isWithinPair(text, to) ? to + 1 : to
    return {
      from: start,
      to: end,
      insert: text.slice(start, from) + insert + text.slice(to, end),
    }
  })
}

function isWithinPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

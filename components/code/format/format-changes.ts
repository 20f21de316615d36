/**
 * What a formatter did to a text: the smallest edits that do the same, and whether they are of
 * spaces alone. Prisma's formatter also adds fields to schemas that are not valid, and moves
 * comments; whoever formats must not find that out by chance.
 */

import { applyChanges, type ChangeSet, changeSet, type TextEdit } from '@/lib/text/change-set'
import { lineChanges } from '@/lib/text/line-diff'

export interface FormattedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly changes: ChangeSet
  /** Whether every line that says something says the same as before, but for its spaces. */
  readonly isSpacesOnly: boolean
}

/** `null` when nothing changes. */
export function formattedFile(path: string, before: string, after: string): FormattedFile | null {
  if (before === after) return null
  const isSpacesOnly = saysTheSame(before, after)
  // A line that only moved to other columns changes in these alone.
  const changes = (isSpacesOnly && spaceChanges(before, after)) || lineChanges(before, after)
  return { path, before, after, changes, isSpacesOnly }
}

/** Line by line without spaces; within strings and comments, spaces count. */
function saysTheSame(before: string, after: string): boolean {
  const [old, next] = [linesOf(before), linesOf(after)]
  return old.length === next.length && old.every((line, index) => line === next[index])
}

/**
 * Blank lines left out. In strings and behind comment signs every space is kept, but for those at
 * the end of a line and right behind the sign.
 */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      line.replace(/("(?:[^"\\]|\\.)*")|(\/\/.*)|\s+/g, (_, quoted, comment) => {
        return quoted ?? comment?.trimEnd() ?? ''
      }),
    )
    .filter((line) => line !== '')
}

/** Edits of the stretches of space that differ; `null` when anything else does. */
function spaceChanges(before: string, after: string): ChangeSet | null {
  const edits: TextEdit[] = []
  let from = 0
  let at = 0
  while (from < before.length || at < after.length) {
    const to = endOfSpace(before, from)
    const end = endOfSpace(after, at)
    // A line break that stays is no part of the change of what follows it.
    let same = 0
    while (same < Math.min(to - from, end - at) && before[from + same] === after[at + same]) same++
    if (to - from !== same || end - at !== same) {
      edits.push({ from: from + same, to, insert: after.slice(at + same, end) })
    }
    if (before[to] !== after[end]) return null
    from = to + 1
    at = end + 1
  }
  const changes = changeSet(before.length, edits)
  return applyChanges(before, changes) === after ? changes : null
}

function endOfSpace(text: string, from: number): number {
  let end = from
  while (end < text.length && /\s/.test(text[end] as string)) end++
  return Math.min(end, text.length)
}

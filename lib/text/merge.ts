/**
 * Merges two texts that were both made from a third, line by line, as version control does.
 *
 * No line is ever lost silently: where both sides changed the same lines, or lines beside one
 * another, in different ways, that is a conflict, and a person decides.
 */

import { diffLines, type Hunk, splitLines } from './line-diff'
import { normalizeText, restoreText } from './line-endings'

export type Merge =
  | { readonly kind: 'merged'; readonly text: string }
  | {
      readonly kind: 'conflict'
      /** In how many places the sides are at odds. */
      readonly count: number
      /** The text with both versions of each such place, one under the other, under comments. */
      readonly both: string
    }

/** What stands above each side's lines in a text that keeps both. */
export interface SideNames {
  readonly mine: string
  readonly theirs: string
}

const NAMES: SideNames = { mine: 'Your version', theirs: 'Version from the folder' }

/** Merges what files hold: byte order marks and line endings included. */
export function mergeFiles(base: string, mine: string, theirs: string, names = NAMES): Merge {
  const [before, own, other] = [base, mine, theirs].map(normalizeText) as [Normal, Normal, Normal]
  const isMixed = [before, own, other].some(({ endings }) => endings.exceptions.length > 0)
  // Lines that end differently within one file are told apart, so that each keeps its ending.
  if (isMixed) return mergeTexts(base, mine, theirs, names)
  const merge = mergeTexts(before.text, own.text, other.text, names)
  const endings = {
    ...before.endings,
    usual: pick(before.endings.usual, own.endings.usual, other.endings.usual),
    byteOrderMark: pick(
      before.endings.byteOrderMark,
      own.endings.byteOrderMark,
      other.endings.byteOrderMark,
    ),
  }
  return merge.kind === 'merged'
    ? { ...merge, text: restoreText(merge.text, endings) }
    : { ...merge, both: restoreText(merge.both, endings) }
}

type Normal = ReturnType<typeof normalizeText>

/** Whichever side changed it; theirs when both did. */
function pick<T>(base: T, mine: T, theirs: T): T {
  return theirs === base ? mine : theirs
}

/** Merges texts, whose lines are told apart with their line breaks. */
export function mergeTexts(base: string, mine: string, theirs: string, names = NAMES): Merge {
  const lines = splitLines(base)
  const own = diffLines(lines, splitLines(mine))
  const other = diffLines(lines, splitLines(theirs))
  const merged = new LineJoiner()
  let count = 0
  let at = 0
  while (own.length > 0 || other.length > 0) {
    const { from, to, mineHunks, theirHunks } = takeRegion(own, other)
    merged.add(lines.slice(at, from))
    at = to
    const version = (hunks: readonly Hunk[]) => applyHunks(lines, from, to, hunks)
    if (theirHunks.length === 0) merged.add(version(mineHunks))
    else if (mineHunks.length === 0) merged.add(version(theirHunks))
    else {
      const [left, right] = [version(mineHunks), version(theirHunks)]
      if (left.join('') === right.join('')) merged.add(left)
      else {
        count++
        merged.add([`// ${names.mine}:\n`])
        merged.add(left)
        merged.add([`// ${names.theirs}:\n`])
        merged.add(right)
      }
    }
  }
  merged.add(lines.slice(at))
  if (count === 0) return { kind: 'merged', text: merged.text }
  return { kind: 'conflict', count, both: merged.text }
}

interface Region {
  /** Lines of the base. */
  readonly from: number
  readonly to: number
  readonly mineHunks: readonly Hunk[]
  readonly theirHunks: readonly Hunk[]
}

/** Takes the first hunk, and all that overlap or touch it, from both lists. */
function takeRegion(own: Hunk[], other: Hunk[]): Region {
  const mineHunks: Hunk[] = []
  const theirHunks: Hunk[] = []
  const from = Math.min(own[0]?.from ?? Infinity, other[0]?.from ?? Infinity)
  let to = from
  for (;;) {
    const [list, taken] = own[0] && own[0].from <= to ? [own, mineHunks] : [other, theirHunks]
    const next = list[0]
    if (!next || next.from > to) return { from, to, mineHunks, theirHunks }
    list.shift()
    taken.push(next)
    to = Math.max(to, next.to)
  }
}

/** Lines `from` to `to` of the base as one side has them. */
function applyHunks(
  lines: readonly string[],
  from: number,
  to: number,
  hunks: readonly Hunk[],
): string[] {
  const result: string[] = []
  let at = from
  for (const hunk of hunks) {
    result.push(...lines.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
  }
  return [...result, ...lines.slice(at, to)]
}

/** Joins lines. One that was the last of its text gets a line break when more follow. */
class LineJoiner {
  text = ''

  add(lines: readonly string[]): void {
    const added = lines.join('')
    if (added === '') return
    const needsBreak = this.text !== '' && !this.text.endsWith('\n')
    this.text += (needsBreak ? '\n' : '') + added
  }
}

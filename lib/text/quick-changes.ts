/**
 * What differs between two versions of a generated or edited text, found in one pass: for whoever
 * keeps something in step with a long text at every keystroke. The edits are right, but not always
 * the fewest; `line-diff.ts` finds those, and takes its time.
 */

import { type ChangeSet, changeSet, type TextEdit } from './change-set'

/**
 * How many lines, of both texts together, are looked through for the place where they are the same
 * again. What differs by more is one edit up to the common end.
 */
const WINDOW = 80

/** The change set from one text to the other, whose edits are whole lines that differ. */
export function quickChanges(before: string, after: string): ChangeSet {
  if (before === after) return changeSet(before.length, [])
  const { head, tail } = commonEnds(before, after)
  const old = linesOf(before.slice(head, before.length - tail))
  const now = linesOf(after.slice(head, after.length - tail))
  const edits: TextEdit[] = []
  let offset = head
  let oldLine = 0
  let nowLine = 0
  while (oldLine < old.length || nowLine < now.length) {
    if (oldLine < old.length && old[oldLine] === now[nowLine]) {
      offset += (old[oldLine] as string).length
      oldLine++
      nowLine++
      continue
    }
    const { gone, come } = nextMatch(old, now, oldLine, nowLine)
    const from = offset
    for (const line of old.slice(oldLine, oldLine + gone)) offset += line.length
    edits.push({ from, to: offset, insert: now.slice(nowLine, nowLine + come).join('') })
    oldLine += gone
    nowLine += come
  }
  return changeSet(before.length, edits)
}

/** How many characters are the same at both ends, cut back to whole lines. */
function commonEnds(before: string, after: string): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  head = head === 0 ? 0 : before.lastIndexOf('\n', head - 1) + 1
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++
  }
  const lineBreak = before.indexOf('\n', before.length - tail)
  return { head, tail: lineBreak < 0 ? 0 : before.length - lineBreak - 1 }
}

/** With their line breaks; only the last may have none. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length; ) {
    const lineBreak = text.indexOf('\n', from)
    const to = lineBreak < 0 ? text.length : lineBreak + 1
    lines.push(text.slice(from, to))
    from = to
  }
  return lines
}

/** After how many lines of each two lines in a row are the same; a `}` alone proves nothing. */
function nextMatch(
  old: readonly string[],
  now: readonly string[],
  oldLine: number,
  nowLine: number,
): { gone: number; come: number } {
  for (let sum = 1; sum <= WINDOW; sum++) {
    for (let gone = 0; gone <= sum; gone++) {
      const at = oldLine + gone
      const nowAt = nowLine + sum - gone
      if (at >= old.length || old[at] !== now[nowAt] || old[at + 1] !== now[nowAt + 1]) continue
      return { gone, come: sum - gone }
    }
  }
  return { gone: old.length - oldLine, come: now.length - nowLine }
}

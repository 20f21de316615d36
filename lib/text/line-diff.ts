/**
 * What differs between two texts, line by line. This is the one place that knows the library for
 * it (jsdiff, Myers' algorithm).
 */

import { diffArrays } from 'diff'
import { type ChangeSet, changeSet, type TextEdit } from './change-set'

/** Lines `from` to `to` (exclusive) of the old text became `lines`. */
export interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/**
 * Beyond so many differing lines, finding the shortest way from one text to the other would take
 * seconds, and nobody would read it; all that is between the first and the last difference is then
 * one hunk.
 */
const MAX_DIFFERENCES = 1500

/** The lines of a text, each with its line break; only the last one may lack it. */
export function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

/** What leads from one list of lines to the other, in order; between two hunks a line is kept. */
export function diffLines(before: readonly string[], after: readonly string[]): Hunk[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MAX_DIFFERENCES })
  if (!parts) return [roughHunk(before, after)]
  const hunks: Hunk[] = []
  let at = 0
  let open: { from: number; lines: string[] } | null = null
  const close = () => {
    if (open) hunks.push({ from: open.from, to: at, lines: open.lines })
    open = null
  }
  for (const { added, removed, value, count } of parts) {
    if (!added && !removed) {
      close()
      at += count
      continue
    }
    open ??= { from: at, lines: [] }
    if (added) open.lines.push(...value)
    else at += count
  }
  close()
  return hunks
}

function roughHunk(before: readonly string[], after: readonly string[]): Hunk {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from, to: before.length - tail, lines: after.slice(from, after.length - tail) }
}

/**
 * The change set from one text to the other that touches only lines that differ, so that cursors
 * and whatever else holds on to a place in the text stay where they are.
 */
export function lineChanges(before: string, after: string): ChangeSet {
  const lines = splitLines(before)
  const offsets = [0]
  for (const line of lines) offsets.push((offsets.at(-1) as number) + line.length)
  const edits = diffLines(lines, splitLines(after)).map(
    ({ from, to, lines: next }): TextEdit => ({
      from: offsets[from] as number,
      to: offsets[to] as number,
      insert: next.join(''),
    }),
  )
  return changeSet(before.length, edits)
}

/** A row of two texts side by side; `null` where one has no such line. No line breaks. */
export interface LinePair {
  readonly left: string | null
  readonly right: string | null
  readonly isSame: boolean
}

/** Two texts side by side, equal lines beside one another. */
export function pairLines(left: string, right: string): LinePair[] {
  const lines = splitLines(left)
  const pairs: LinePair[] = []
  let at = 0
  const keepTo = (limit: number) => {
    for (; at < limit; at++) {
      const text = bare(lines[at] as string)
      pairs.push({ left: text, right: text, isSame: true })
    }
  }
  for (const hunk of diffLines(lines, splitLines(right))) {
    keepTo(hunk.from)
    const height = Math.max(hunk.to - hunk.from, hunk.lines.length)
    for (let row = 0; row < height; row++) {
      const old = hunk.from + row < hunk.to ? lines[hunk.from + row] : undefined
      const now = hunk.lines[row]
      pairs.push({
        left: old === undefined ? null : bare(old),
        right: now === undefined ? null : bare(now),
        isSame: false,
      })
    }
    at = hunk.to
  }
  keepTo(lines.length)
  return pairs
}

function bare(line: string): string {
  return line.replace(/\r?\n$/, '')
}

/** The one stretch in which two texts differ. */

export interface ChangedRange {
  /** UTF-16 offsets in the text before. */
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** `null` when they are the same. Lines are not cut: a stretch starts and ends at line breaks. */
export function changedRange(before: string, after: string): ChangedRange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  head = before.lastIndexOf('\n', head - 1) + 1
  let tail = 0
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++
  }
  const lineBreak = before.indexOf('\n', before.length - tail)
  tail = lineBreak < 0 ? 0 : before.length - lineBreak
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }
}

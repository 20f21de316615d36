/**
 * Takes the padding between columns out of a schema's text and puts it back, so that a link does
 * not have to carry it: in formatted schemas padding is up to a third of what is left after
 * compression.
 *
 * This is not a formatter and knows no PSL. It predicts where the padding would be if the columns
 * of neighbouring lines were aligned the way Prisma's formatter does it; a group of lines that
 * differs from the prediction is marked and kept exactly as written. So the text always comes back
 * unchanged, whatever it is. How lines are grouped and padded is part of link version 1: changing
 * it breaks old links.
 */

/** Begins each group that is kept as written. A text that contains it is not squeezed at all. */
const KEPT = '\u0001'

/** Wider columns are kept as written, so that a short hostile text cannot ask for long padding. */
const MAX_COLUMN = 120

/** Indentation, first word, second word, everything else; words are separated by spaces only. */
const ROW = /^([ \t]+)([^\s/@}][^\s]*)(?: +([^\s]+)(?: +([^\s].*?))?)?(\r?)$/
const COMMENT = /^[ \t]+\/\//

interface Row {
  readonly line: number
  readonly indent: string
  readonly cells: readonly string[]
  readonly lineEnd: string
}

/**
 * The text without predictable padding, or `null` when the text cannot be restored from such a
 * form and has to travel as it is.
 */
export function squeezeAlignment(text: string): string | null {
  if (text.includes(KEPT)) return null
  const lines = text.split('\n')
  for (const group of rowGroups(lines)) {
    const widths = columnWidths(group)
    const predicted = widths !== null && group.every((row) => pad(row, widths) === lines[row.line])
    if (!predicted) {
      const first = group[0]!.line
      lines[first] = KEPT + lines[first]
    } else {
      for (const row of group) lines[row.line] = row.indent + row.cells.join(' ') + row.lineEnd
    }
  }
  const squeezed = lines.join('\n')
  return restoreAlignment(squeezed, Number.POSITIVE_INFINITY) === text ? squeezed : null
}

/**
 * The inverse of `squeezeAlignment`. Gives `null` when the result would be longer than `maxLength`
 * (UTF-16 code units), which only a hostile link asks for.
 */
export function restoreAlignment(squeezed: string, maxLength: number): string | null {
  const lines = squeezed.split('\n')
  let length = squeezed.length
  for (const group of rowGroups(lines)) {
    const first = group[0]!.line
    if (lines[first]!.startsWith(KEPT)) {
      lines[first] = lines[first]!.slice(KEPT.length)
      length -= KEPT.length
      continue
    }
    const widths = columnWidths(group)
    if (widths === null) continue
    for (const row of group) {
      const padded = pad(row, widths)
      length += padded.length - lines[row.line]!.length
      if (length > maxLength) return null
      lines[row.line] = padded
    }
  }
  return length > maxLength ? null : lines.join('\n')
}

/**
 * Runs of neighbouring rows. Comment lines may stand between them; anything else ends a run, and
 * so does the mark of a kept group, because that group was found to begin there.
 */
function rowGroups(lines: readonly string[]): Row[][] {
  const groups: Row[][] = []
  let current: Row[] = []
  lines.forEach((line, index) => {
    const match = ROW.exec(line.startsWith(KEPT) ? line.slice(KEPT.length) : line)
    if (match !== null) {
      const cells = [match[2], match[3], match[4]].filter((cell) => cell !== undefined)
      current.push({ line: index, indent: match[1]!, cells, lineEnd: match[5]! })
    } else if (!COMMENT.test(line)) {
      if (current.length > 0) groups.push(current)
      current = []
    }
  })
  if (current.length > 0) groups.push(current)
  return groups
}

/** The widths of the first two columns; the last cell of a row is never padded. */
function columnWidths(group: readonly Row[]): readonly [number, number] | null {
  let first = 0
  let second = 0
  for (const { cells } of group) {
    first = Math.max(first, cells[0]!.length)
    second = Math.max(second, cells[1]?.length ?? 0)
  }
  return first > MAX_COLUMN || second > MAX_COLUMN ? null : [first, second]
}

function pad({ indent, cells, lineEnd }: Row, widths: readonly [number, number]): string {
  const padded = cells.map((cell, column) =>
    column === cells.length - 1 ? cell : `${cell.padEnd(widths[column]!)} `,
  )
  return indent + padded.join('') + lineEnd
}

/** The measures of a result grid, and how its keys move. All sizes are pixels. */

import type { StatementResult } from '@/lib/engines/database/shared'

export const ROW_HEIGHT = 26
/** The header has two lines: name and type. */
export const HEADER_HEIGHT = 40
const CHARACTER = 7.3
const PADDING = 20
const NARROWEST = 56
const WIDEST = 320
/** Looking at more rows would not change a width by much. */
const MEASURED_ROWS = 100

export function columnWidths({ columns, types, rows }: StatementResult): number[] {
  return columns.map((name, at) => {
    let longest = Math.max(name.length, types[at]?.length ?? 0)
    for (const row of rows.slice(0, MEASURED_ROWS)) {
      longest = Math.max(longest, (row[at] ?? 'NULL').length)
    }
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * CHARACTER + PADDING)))
  })
}

/** The rows to draw for a part of them that is in view, with some to spare. */
export function rowsInView(
  scrollTop: number,
  height: number,
  count: number,
): { readonly from: number; readonly to: number } {
  const spare = 12
  const from = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - spare)
  const to = Math.min(count, Math.ceil((scrollTop + height) / ROW_HEIGHT) + spare)
  return { from, to: Math.max(from, to) }
}

export interface Cell {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell; `null` for a key that means nothing here. */
export function moveCell(
  { row, column }: Cell,
  key: { readonly key: string; readonly isWhole: boolean },
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): Cell | null {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.min(size.rows - 1, Math.max(0, nextRow)),
    column: Math.min(size.columns - 1, Math.max(0, nextColumn)),
  })
  switch (key.key) {
    case 'ArrowUp':
      return to(key.isWhole ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(key.isWhole ? size.rows - 1 : row + 1, column)
    case 'ArrowLeft':
      return to(row, key.isWhole ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, key.isWhole ? size.columns - 1 : column + 1)
    case 'Home':
      return to(key.isWhole ? 0 : row, 0)
    case 'End':
      return to(key.isWhole ? size.rows - 1 : row, size.columns - 1)
    case 'PageUp':
      return to(row - size.page, column)
    case 'PageDown':
      return to(row + size.page, column)
    default:
      return null
  }
}

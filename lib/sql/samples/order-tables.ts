/**
 * The order in which tables are filled, so that what a row refers to is there before it. Where
 * tables refer to one another in a circle, links that may be NULL are left for later.
 */

import type { SampleTable } from './sample-tables'

export interface TableOrder {
  /** Places of the tables that can be filled, in order. */
  readonly order: readonly number[]
  /** Tables whose rows need each other before either can be, and tables that need such rows. */
  readonly stuck: readonly number[]
}

/** Whether a link of a table may be left NULL: whether a column of it may. */
export function isOptionalLink(table: SampleTable, columns: readonly number[]): boolean {
  return columns.some((column) => table.columns[column]?.arity === 'optional')
}

/** Links of a table to itself never stand in the way: its rows may refer to earlier ones. */
export function orderTables(
  tables: readonly SampleTable[],
  isFillable: (place: number) => boolean,
): TableOrder {
  const order: number[] = []
  const placed = new Set<number>()
  const waiting = new Set(tables.keys())
  for (;;) {
    const next = nextTable(tables, waiting, placed, isFillable)
    if (next === null) return { order, stuck: [...waiting].filter(isFillable) }
    waiting.delete(next)
    placed.add(next)
    order.push(next)
  }
}

/** One with nothing to wait for; else the one that leaves the fewest links for later. */
function nextTable(
  tables: readonly SampleTable[],
  waiting: ReadonlySet<number>,
  placed: ReadonlySet<number>,
  isFillable: (place: number) => boolean,
): number | null {
  let best: number | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const place of waiting) {
    const table = tables[place]
    if (!table || !isFillable(place)) continue
    let later = 0
    let isBlocked = false
    for (const { columns, to } of table.links) {
      if (to === place || placed.has(to)) continue
      if (!isOptionalLink(table, columns)) isBlocked = true
      // What can never be filled is nothing to wait for.
      else if (isFillable(to)) later++
    }
    if (isBlocked || later >= fewest) continue
    if (later === 0) return place
    best = place
    fewest = later
  }
  return best
}

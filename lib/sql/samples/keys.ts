/** Which values the keys of a table have already. */

import type { SampleTable } from './sample-tables'

/** The literals of a row by column; `null` is NULL, `undefined` is left to the database. */
export type Row = (string | null | undefined)[]

export class KeyIndex {
  private readonly taken: Set<string>[]

  constructor(private readonly table: SampleTable) {
    this.taken = table.keys.map(() => new Set())
  }

  /** Whether the keys among `wanted` (places in the table's keys) are free for a row. */
  isFree(row: Row, wanted: readonly number[]): boolean {
    return wanted.every((key) => {
      const text = this.textOf(row, key)
      return text === null || !this.taken[key]?.has(text)
    })
  }

  add(row: Row): void {
    for (const [key, taken] of this.taken.entries()) {
      const text = this.textOf(row, key)
      if (text !== null) taken.add(text)
    }
  }

  /** `null` where the database sees no key: a part of it is NULL or made by the database. */
  private textOf(row: Row, key: number): string | null {
    const columns = this.table.keys[key] ?? []
    const parts = columns.map((place) => {
      const text = row[place]
      const ignoresCase = this.table.columns[place]?.native?.name === 'Citext'
      return ignoresCase ? text?.toLowerCase() : text
    })
    return parts.some((part) => part === null || part === undefined) ? null : parts.join('\u0000')
  }
}

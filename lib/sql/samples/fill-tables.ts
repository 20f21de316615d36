/**
 * Makes the rows of all tables: values column by column, links to rows that are there, keys that
 * are free. Where the keys allow fewer rows than were asked for, there are fewer.
 */

import { KeyIndex, type Row } from './keys'
import { isRareTime } from './numbers'
import { isOptionalLink } from './order-tables'
import { personaFrom } from './persona'
import { type Random, randomFrom } from './random'
import type { SampleColumn, SampleLink, SampleProvider, SampleTable } from './sample-tables'
import { literalFor } from './values'

export interface FillOptions {
  readonly provider: SampleProvider
  /** Rows for each table. */
  readonly rows: number
  readonly seed: number
  /** In ms since 1970. */
  readonly now: number
}

/** The rows of a table, and which of their columns are only set once all tables have theirs. */
export interface FilledTable {
  readonly rows: readonly Row[]
  readonly updates: readonly RowUpdate[]
}

export interface RowUpdate {
  readonly row: number
  /** Literals by place of the column. */
  readonly values: ReadonlyMap<number, string>
}

/** `order` says which tables are filled, and when; the others have no rows. */
export function fillTables(
  tables: readonly SampleTable[],
  order: readonly number[],
  options: FillOptions,
): ReadonlyMap<number, FilledTable> {
  const filled = new Map<number, TableFiller>()
  const neededBy = referencedColumns(tables)
  for (const place of order) {
    const table = tables[place]
    if (!table) continue
    const filler = new TableFiller(table, place, neededBy.get(place) ?? new Set(), filled, options)
    // It has to be known before its rows are: they may refer to one another.
    filled.set(place, filler)
    filler.fill()
  }
  for (const filler of filled.values()) filler.fillLater()
  return filled
}

function referencedColumns(tables: readonly SampleTable[]): ReadonlyMap<number, Set<number>> {
  const byTable = new Map<number, Set<number>>()
  for (const { to, references } of tables.flatMap(({ links }) => links)) {
    const columns = byTable.get(to) ?? new Set()
    for (const column of references) columns.add(column)
    byTable.set(to, columns)
  }
  return byTable
}

/** How often a row is begun again before its table is held to be full. */
const MOST_ATTEMPTS = 40
/** How many of them hope for another value of the same kind before values are numbered. */
const PLAIN_ATTEMPTS = 3
/** How many rows are tried as the other end of a row's links. */
const MOST_TRIALS = 4_000
/** How often an optional value is absent. */
const ABSENT = 0.15

class TableFiller implements FilledTable {
  readonly rows: Row[] = []
  readonly updates: RowUpdate[] = []
  private readonly random: Random
  private readonly keys: KeyIndex
  private readonly linksNow: readonly SampleLink[]
  private readonly linksLater: readonly SampleLink[]
  private readonly linked: ReadonlySet<number>
  private readonly keyed: ReadonlySet<number>
  /** Keys of linked columns alone: which rows are linked decides about them. */
  private readonly linkKeys: readonly number[]
  private trials = 0

  constructor(
    private readonly table: SampleTable,
    private readonly place: number,
    private readonly needed: ReadonlySet<number>,
    private readonly filled: ReadonlyMap<number, TableFiller>,
    private readonly options: FillOptions,
  ) {
    this.random = randomFrom(options.seed, `${table.namespace ?? ''}.${table.name}`)
    this.keys = new KeyIndex(table)
    const isThere = ({ to }: SampleLink) => to === place || filled.has(to)
    this.linksNow = table.links.filter(isThere)
    this.linksLater = table.links.filter((link) => !isThere(link))
    this.linked = new Set(table.links.flatMap(({ columns }) => columns))
    this.keyed = new Set(table.keys.flat())
    this.linkKeys = [...table.keys.keys()].filter((key) =>
      table.keys[key]?.every((column) => this.linked.has(column)),
    )
  }

  fill(): void {
    for (let index = 0; index < this.options.rows; index++) {
      const row = this.makeRow(index)
      if (!row) return
      this.keys.add(row)
      this.rows.push(row)
    }
  }

  /** Sets the links that could not be set before the other tables had rows. */
  fillLater(): void {
    if (this.linksLater.length === 0) return
    const allKeys = [...this.table.keys.keys()]
    for (const [index, row] of this.rows.entries()) {
      const values = new Map<number, string>()
      for (const link of this.linksLater) {
        if (this.random.chance(ABSENT)) continue
        const before = [...row]
        const isLinked = this.candidates(link).some((other) => {
          const changed = matchOptional(this.table, link, row, other)
          if (!changed) return false
          for (const [column, value] of changed) row[column] = value
          const touched = allKeys.filter((key) =>
            this.table.keys[key]?.some((column) => changed.has(column)),
          )
          if (!this.keys.isFree(row, touched)) {
            row.splice(0, row.length, ...before)
            return false
          }
          for (const [column, value] of changed) values.set(column, value)
          return true
        })
        if (isLinked) this.keys.add(row)
      }
      if (values.size > 0) this.updates.push({ row: index, values })
    }
  }

  /** `null` when the keys, or the rows to refer to, allow no further row. */
  private makeRow(index: number): Row | null {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const row = this.ownValues(index, attempt)
      const fixed = new Map<number, number>()
      for (const link of this.linksLater) this.leaveOut(row, link, fixed)
      this.trials = 0
      if (!this.assignLinks(row, 0, fixed, index)) return null
      if (this.keys.isFree(row, [...this.table.keys.keys()])) return row
    }
    return null
  }

  /** The values of the columns that have their own; the others are NULL until they are linked. */
  private ownValues(index: number, attempt: number): Row {
    const { provider, now } = this.options
    const persona = personaFrom(this.random, now)
    return this.table.columns.map((column, place) => {
      if (this.linked.has(place) && !this.needsOwnValue(place)) return null
      const isKeyed = this.keyed.has(place)
      if (isLeftOut(column, isKeyed || this.needed.has(place))) return undefined
      if (this.isAbsent(column, index, place)) return null
      return literalFor(column, {
        provider,
        tableWords: this.table.words,
        row: index,
        attempt: isKeyed ? Math.max(0, attempt - PLAIN_ATTEMPTS) : 0,
        persona,
        random: this.random,
        now,
      })
    })
  }

  /** Whether a column has to have a value also when the links that it is part of are left NULL. */
  private needsOwnValue(place: number): boolean {
    if (this.table.columns[place]?.arity === 'optional') return false
    return this.table.links.every(({ columns }) => {
      return !columns.includes(place) || isOptionalLink(this.table, columns)
    })
  }

  private isAbsent({ arity, words, type }: SampleColumn, index: number, place: number): boolean {
    if (arity !== 'optional' || this.needed.has(place)) return false
    if (type === 'DateTime' && isRareTime(words)) return this.random.chance(0.8)
    return index > 0 && this.random.chance(ABSENT)
  }

  /** Links a row from the given link on; leaves it as it was when that cannot be. */
  private assignLinks(row: Row, at: number, fixed: Map<number, number>, index: number): boolean {
    const link = this.linksNow[at]
    if (!link) return this.keys.isFree(row, this.linkKeys)
    const isOptional = isOptionalLink(this.table, link.columns)
    const goOn = () => this.assignLinks(row, at + 1, fixed, index)
    const withoutLink = () => {
      const undo = isOptional ? this.leaveOut(row, link, fixed) : null
      if (undo && goOn()) return true
      undo?.()
      return false
    }
    const isAbsentFirst = isOptional && this.random.chance(ABSENT)
    if (isAbsentFirst && withoutLink()) return true
    const isOwn = link.to === this.place
    const others = isOwn && !isOptional ? [...this.candidates(link), row] : this.candidates(link)
    for (const other of others) {
      if (++this.trials > MOST_TRIALS) break
      const undo = assign(row, link, other, fixed)
      if (undo && goOn()) return true
      undo?.()
    }
    return !isAbsentFirst && withoutLink()
  }

  /** The rows that may be referred to, in an order that spreads over them. */
  private candidates({ to }: SampleLink): readonly Row[] {
    const rows = this.filled.get(to)?.rows ?? []
    if (rows.length === 0) return rows
    const from = this.random.integer(0, rows.length - 1)
    return [...rows.slice(from), ...rows.slice(0, from)]
  }

  /** Sees to it that a link is NULL; gives what undoes that, or `null` when it cannot be. */
  private leaveOut(row: Row, { columns }: SampleLink, fixed: Map<number, number>) {
    const isNullable = (column: number) => this.table.columns[column]?.arity === 'optional'
    const optional = columns.filter(isNullable)
    if (optional.some((column) => fixed.has(column) && row[column] === null)) return () => {}
    const free = optional.filter((column) => !fixed.has(column))
    if (free.length === 0) return null
    const own = free.filter((column) => !isShared(this.table, column))
    return fix(row, new Map((own.length > 0 ? own : free).map((column) => [column, null])), fixed)
  }
}

/** Whether a column is of more links than one. */
function isShared({ links }: SampleTable, column: number): boolean {
  return links.filter(({ columns }) => columns.includes(column)).length > 1
}

/** Whether the database makes the value, or there is none. */
export function isLeftOut(column: SampleColumn, isNeeded: boolean): boolean {
  return column.type === null || (column.isExpression && !isNeeded)
}

/** Makes a row refer to another; gives what undoes that, or `null` when the two do not agree. */
function assign(row: Row, link: SampleLink, other: Row, fixed: Map<number, number>) {
  const values = new Map<number, string>()
  for (const [at, column] of link.columns.entries()) {
    const reference = link.references[at] as number
    const isItself = other === row && reference === column
    const value = isItself ? row[column] : other[reference]
    if (value === null || value === undefined) {
      if (isItself) continue
      return null
    }
    if (fixed.has(column) && row[column] !== value) return null
    values.set(column, value)
  }
  return fix(row, values, fixed)
}

function fix(
  row: Row,
  values: ReadonlyMap<number, string | null>,
  fixed: Map<number, number>,
): () => void {
  const before = new Map([...values.keys()].map((column) => [column, row[column]]))
  for (const [column, value] of values) {
    row[column] = value
    fixed.set(column, (fixed.get(column) ?? 0) + 1)
  }
  return () => {
    for (const [column, value] of before) {
      const count = (fixed.get(column) ?? 1) - 1
      if (count > 0) fixed.set(column, count)
      else fixed.delete(column)
      row[column] = value
    }
  }
}

/** What to change so that a row refers to another, where only absent values may be changed. */
function matchOptional(
  table: SampleTable,
  link: SampleLink,
  row: Row,
  other: Row,
): ReadonlyMap<number, string> | null {
  const changed = new Map<number, string>()
  for (const [at, column] of link.columns.entries()) {
    const value = other[link.references[at] as number]
    if (value === null || value === undefined) return null
    if (row[column] === value) continue
    if (row[column] !== null || isShared(table, column)) return null
    changed.set(column, value)
  }
  return changed
}

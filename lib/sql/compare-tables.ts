/** What differs between a table as it was and as it is to be, keys and columns paired. */

import { compareColumns, isChanged } from './compare-columns'
import type { DiffRules } from './diff-rules'
import type { ColumnChange, IndexPair, TablePair } from './steps'
import type { Column, ForeignKey, Index, IndexColumn, Table } from './tables'

export interface ComparedTable {
  readonly tables: TablePair
  /** Added and dropped columns by name, as Prisma lists them. */
  readonly added: readonly Column[]
  readonly dropped: readonly Column[]
  /** Columns that stay, in the order of the table as it was. */
  readonly columns: readonly ColumnChange[]
  readonly addedIndexes: readonly Index[]
  readonly droppedIndexes: readonly Index[]
  readonly indexPairs: readonly IndexPair[]
  readonly addedForeignKeys: readonly ForeignKey[]
  readonly droppedForeignKeys: readonly ForeignKey[]
  readonly foreignKeyPairs: readonly {
    readonly previous: ForeignKey
    readonly next: ForeignKey
  }[]
  readonly primaryKey: 'same' | 'added' | 'dropped' | 'changed'
}

export function compareTables(tables: TablePair, rules: DiffRules): ComparedTable {
  const { previous, next } = tables
  const before = byName(previous.columns)
  const after = byName(next.columns)
  const columns = previous.columns.flatMap((column): ColumnChange[] => {
    const to = after.get(column.name)
    if (!to) return []
    const pair = { previous: column, next: to }
    return [{ columns: pair, changes: compareColumns(pair, tables, rules) }]
  })
  const indexesMatch = (a: Index, b: Index) => sameIndex(a, b, rules)
  const changes = new Map(columns.map((column) => [column.columns.previous.name, column]))
  const keysMatch = (a: ForeignKey, b: ForeignKey) => sameForeignKey(a, b, changes, rules)
  return {
    tables,
    added: sortByName(next.columns.filter(({ name }) => !before.has(name))),
    dropped: sortByName(previous.columns.filter(({ name }) => !after.has(name))),
    columns,
    addedIndexes: next.indexes.filter((b) => !previous.indexes.some((a) => indexesMatch(a, b))),
    droppedIndexes: previous.indexes.filter((a) => !next.indexes.some((b) => indexesMatch(a, b))),
    indexPairs: pairIndexes(tables, indexesMatch),
    addedForeignKeys: next.foreignKeys.filter(
      (b) => !previous.foreignKeys.some((a) => keysMatch(a, b)),
    ),
    droppedForeignKeys: previous.foreignKeys.filter(
      (a) => !next.foreignKeys.some((b) => keysMatch(a, b)),
    ),
    foreignKeyPairs: pairForeignKeys(tables, keysMatch),
    primaryKey: comparePrimaryKeys(tables, changes, rules),
  }
}

export function isAnyColumnChanged(table: ComparedTable): boolean {
  return table.columns.some(({ changes }) => isChanged(changes))
}

function byName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map((column) => [column.name, column]))
}

/** By the code points of the names, like Rust. */
function sortByName(columns: readonly Column[]): readonly Column[] {
  return [...columns].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Whether two indexes differ in their names at most. */
function sameIndex(a: Index, b: Index, rules: DiffRules): boolean {
  return a.kind === b.kind && sameKeyColumns(a.columns, b.columns) && rules.sameIndexOptions(a, b)
}

function sameKeyColumns(a: readonly IndexColumn[], b: readonly IndexColumn[]): boolean {
  return (
    a.length === b.length && a.every((column, at) => sameKeyColumn(column, b[at] as IndexColumn))
  )
}

function sameKeyColumn(a: IndexColumn, b: IndexColumn): boolean {
  return a.name === b.name && a.length === b.length && (a.sort ?? 'Asc') === (b.sort ?? 'Asc')
}

/** Where several indexes differ in their names alone, which became which cannot be told. */
function pairIndexes(
  { previous, next }: TablePair,
  match: (a: Index, b: Index) => boolean,
): readonly IndexPair[] {
  return previous.indexes.flatMap((index): IndexPair[] => {
    const alike = previous.indexes.filter((other) => {
      return other.kind === index.kind && columnNames(other) === columnNames(index)
    })
    const found = alike.length === 1 && next.indexes.find((other) => match(index, other))
    return found ? [{ previous: index, next: found }] : []
  })
}

function columnNames(index: Index): string {
  return JSON.stringify(index.columns.map((column) => column.name))
}

/** Whether two foreign keys differ in their names at most, and their columns can stay in them. */
function sameForeignKey(
  a: ForeignKey,
  b: ForeignKey,
  changes: ReadonlyMap<string, ColumnChange>,
  rules: DiffRules,
): boolean {
  return (
    a.toTable === b.toTable &&
    a.onDelete === b.onDelete &&
    a.onUpdate === b.onUpdate &&
    a.toColumns.length === b.toColumns.length &&
    a.toColumns.every((name, at) => name === b.toColumns[at]) &&
    a.columns.length === b.columns.length &&
    a.columns.every((name, at) => name === b.columns[at] && canStay(changes.get(name), rules))
  )
}

function canStay(column: ColumnChange | undefined, rules: DiffRules): boolean {
  if (!column || column.changes.type) return false
  const becomesRequired = column.changes.arity && column.columns.next.isRequired
  return rules.keepsForeignKeyOfRequiredColumn || !becomesRequired
}

function pairForeignKeys(
  { previous, next }: TablePair,
  match: (a: ForeignKey, b: ForeignKey) => boolean,
): readonly { previous: ForeignKey; next: ForeignKey }[] {
  const seen = new Set<ForeignKey>()
  return previous.foreignKeys.flatMap((key) => {
    const found = next.foreignKeys.find((other) => !seen.has(other) && match(key, other))
    if (!found) return []
    seen.add(found)
    return [{ previous: key, next: found }]
  })
}

function comparePrimaryKeys(
  { previous, next }: TablePair,
  changes: ReadonlyMap<string, ColumnChange>,
  rules: DiffRules,
): ComparedTable['primaryKey'] {
  const before = previous.primaryKey
  const after = next.primaryKey
  if (!before || !after) return before === after ? 'same' : after ? 'added' : 'dropped'
  const isTypeChanged = before.columns.some(({ name }) => changes.get(name)?.changes.type)
  const isSame =
    sameKeyColumns(before.columns, after.columns) &&
    !isTypeChanged &&
    !rules.primaryKeyDiffers(previous, next)
  return isSame ? 'same' : 'changed'
}

/** The foreign keys that can make use of an index: its first columns are theirs. */
export function foreignKeysCovered(table: Table, index: Index): readonly ForeignKey[] {
  if (index.kind === 'fulltext') return []
  return table.foreignKeys.filter(({ columns }) => {
    return (
      columns.length <= index.columns.length &&
      columns.every((name, at) => name === index.columns[at]?.name)
    )
  })
}

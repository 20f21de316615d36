/**
 * Plausible rows for a whole schema, as SQL: what a field is called and of what type it is decides
 * about its values, foreign keys refer to rows that are there, and keys are kept. The same schema
 * and seed give the same rows.
 *
 * It knows nothing of a running database, and is meant for schemas that Prisma's engine accepts.
 */

import type { SchemaGraph } from '@/lib/schema/graph'
import { type FillOptions, fillTables, isLeftOut } from './samples/fill-tables'
import { isOptionalLink, orderTables } from './samples/order-tables'
import { type SampleTable, sampleTablesOf } from './samples/sample-tables'
import { insertStatement, sequenceStatements, updateStatements } from './samples/statements'

export type SampleOptions = FillOptions

export interface SampleRows {
  /** In the order in which they have to be executed; each one statement without a delimiter. */
  readonly statements: readonly string[]
  /** How many rows there are in all. */
  readonly rowCount: number
  /** Tables that stay empty, and why, as a sentence. */
  readonly unfilled: readonly UnfilledTable[]
}

export interface UnfilledTable {
  readonly table: string
  readonly reason: string
}

export function sampleRows(graph: SchemaGraph, options: SampleOptions): SampleRows {
  const tables = sampleTablesOf(graph, options.provider)
  const reasons = unfillable(tables)
  const { order, stuck } = orderTables(tables, (place) => !reasons.has(place))
  for (const place of stuck) reasons.set(place, stuckReason(tables, place, stuck))
  const filled = fillTables(tables, order, options)
  const inserts: string[] = []
  const later: string[] = []
  let rowCount = 0
  for (const [place, rows] of filled) {
    const table = tables[place]
    if (!table) continue
    const insert = insertStatement(table, rows)
    if (insert !== null) inserts.push(insert)
    else reasons.set(place, 'There is no row that it could refer to and that its keys allow.')
    later.push(...updateStatements(table, rows))
    later.push(...sequenceStatements(table, rows, options.provider))
    rowCount += rows.rows.length
  }
  const unfilled = [...reasons].sort(([a], [b]) => a - b)
  return {
    statements: [...inserts, ...later],
    rowCount,
    unfilled: unfilled.map(([place, reason]) => ({ table: tables[place]?.name ?? '', reason })),
  }
}

/** Tables with a required column that no value is known for, and those that need rows of such. */
function unfillable(tables: readonly SampleTable[]): Map<number, string> {
  const reasons = new Map<number, string>()
  for (const [place, table] of tables.entries()) {
    const column = table.columns.find(
      (column) => isLeftOut(column, false) && column.arity === 'required' && !column.hasDefault,
    )
    if (column) {
      reasons.set(place, `Its column ${column.name} has to have a value of ${column.typeText}.`)
    }
  }
  for (let before = -1; before !== reasons.size; ) {
    before = reasons.size
    for (const [place, table] of tables.entries()) {
      if (reasons.has(place)) continue
      const link = table.links.find(({ columns, to }) => {
        return reasons.has(to) && !isOptionalLink(table, columns)
      })
      if (link) reasons.set(place, needsRowsOf(tables, link.to))
    }
  }
  return reasons
}

function needsRowsOf(tables: readonly SampleTable[], place: number): string {
  return `Its rows have to refer to rows of ${tables[place]?.name}, which has none.`
}

/** A table that leads back to itself over required links is part of a circle; others only wait for one. */
function stuckReason(
  tables: readonly SampleTable[],
  place: number,
  stuck: readonly number[],
): string {
  const needs = (from: number) => {
    const table = tables[from] as SampleTable
    return table.links
      .filter(({ columns, to }) => {
        return to !== from && stuck.includes(to) && !isOptionalLink(table, columns)
      })
      .map(({ to }) => to)
  }
  const reached = new Set<number>()
  const waiting = [...needs(place)]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...needs(next))
  }
  const [first = place] = needs(place)
  if (!reached.has(place)) return needsRowsOf(tables, first)
  return `Its rows and those of ${tables[first]?.name} need each other before either can be: one of the relations would have to be optional.`
}

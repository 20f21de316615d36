/**
 * Parses DBML with its own compiler, `@dbml/parse`: the parser of `@dbml/core`, without the SQL
 * parsers around it (2 MB instead of 52). Nothing else imports the package.
 */

import {
  type Column,
  type CompileError,
  Compiler,
  type Database,
  DEFAULT_ENTRY,
  isEndpointManySide,
  MemoryProjectLayout,
  type RefEndpoint,
  type Table,
} from '@dbml/parse'

export type {
  Column,
  Database,
  Enum,
  Index,
  Ref,
  RefEndpoint,
  Table,
  TokenPosition,
} from '@dbml/parse'

/**
 * In UTF-16 code units. The parser took 6 seconds for 0.5 million; longer texts would keep it busy
 * for too long.
 */
export const LONGEST_DBML = 1_000_000

const SHOWN_ERRORS = 3

/** What the text says, or a sentence for people about what is wrong with it. */
export function parseDbml(text: string): Database | { readonly problem: string } {
  if (text.length > LONGEST_DBML) {
    return {
      problem: `The DBML is longer than ${LONGEST_DBML / 1000} thousand characters. Import it in parts.`,
    }
  }
  const layout = new MemoryProjectLayout()
  layout.setSource(DEFAULT_ENTRY, text)
  const report = new Compiler(layout).interpretFile(DEFAULT_ENTRY)
  const errors = distinctErrors(text, report.getErrors())
  const database = report.getValue()
  if (errors.length > 0 || !database) return { problem: summary(errors) }
  return { ...database, tables: database.tables.map((table) => withPartials(database, table)) }
}

export function isManySide({ relation }: RefEndpoint): boolean {
  return isEndpointManySide(relation)
}

function summary(errors: readonly string[]): string {
  if (errors.length === 0) return 'The DBML could not be read.'
  const more = errors.length - SHOWN_ERRORS
  const rest =
    more > 0 ? [`There ${more === 1 ? 'is 1 more problem' : `are ${more} more problems`}.`] : []
  return [...errors.slice(0, SHOWN_ERRORS), ...rest].join(' ')
}

/** In the order of the text, and each place once: one mistake often confuses the parser twice. */
function distinctErrors(text: string, errors: readonly CompileError[]): string[] {
  const byPlace = new Map<number, string>()
  for (const { start, diagnostic } of [...errors].sort((a, b) => a.start - b.start)) {
    const before = text.slice(0, start).split('\n')
    const place = `Line ${before.length}, column ${(before.at(-1) as string).length + 1}`
    if (!byPlace.has(start)) byPlace.set(start, `${place}: ${diagnostic.replace(/\.$/, '')}.`)
  }
  return [...byPlace.values()]
}

/** The table with what it takes from partial tables (`~name`), which it may say otherwise. */
function withPartials(database: Database, table: Table): Table {
  const partials = [...table.partials].sort((a, b) => a.order - b.order)
  if (partials.length === 0) return table
  const own = new Set(table.fields.map(({ name }) => name))
  const fields: Column[] = [...table.fields]
  const indexes = [...table.indexes]
  const checks = [...table.checks]
  let note = table.note
  let shift = 0
  for (const [count, { name, order }] of partials.entries()) {
    const partial = database.tablePartials.find((partial) => partial.name === name)
    if (!partial) continue
    const added = partial.fields.filter((field) => !own.has(field.name))
    for (const field of added) own.add(field.name)
    // The order counts columns and partial tables alike.
    fields.splice(order - count + shift, 0, ...added)
    shift += added.length
    indexes.push(...partial.indexes)
    checks.push(...partial.checks)
    note ??= partial.note
  }
  return { ...table, fields, indexes, checks, ...(note ? { note } : {}) }
}

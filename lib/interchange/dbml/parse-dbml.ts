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
  const report = compile(text)
  const database = report?.getValue()
  const errors = report?.getErrors() ?? []
  if (errors.length > 0 || !database) return { problem: summary(text, errors) }
  return { ...database, tables: database.tables.map((table) => withPartials(database, table)) }
}

/** `null` when the parser gave up, as it does where brackets are nested by the thousand. */
function compile(text: string) {
  const layout = new MemoryProjectLayout()
  layout.setSource(DEFAULT_ENTRY, text)
  try {
    return new Compiler(layout).interpretFile(DEFAULT_ENTRY)
  } catch {
    return null
  }
}

export function isManySide({ relation }: RefEndpoint): boolean {
  return isEndpointManySide(relation)
}

/** The first errors in the order of the text, each place once: a mistake may confuse it twice. */
function summary(text: string, errors: readonly CompileError[]): string {
  if (errors.length === 0) return 'The DBML could not be read: it is nested too deeply, or broken.'
  const byPlace = new Map<number, string>()
  for (const { start, diagnostic } of [...errors].sort((a, b) => a.start - b.start)) {
    if (!byPlace.has(start)) byPlace.set(start, diagnostic.replace(/\.$/, ''))
  }
  const shown = [...byPlace].slice(0, SHOWN_ERRORS).map(([start, diagnostic]) => {
    const before = text.slice(0, start).split('\n')
    const column = (before.at(-1) as string).length + 1
    return `Line ${before.length}, column ${column}: ${diagnostic}.`
  })
  const more = byPlace.size - SHOWN_ERRORS
  const rest =
    more > 0 ? `There ${more === 1 ? 'is 1 more problem' : `are ${more} more problems`}.` : ''
  return [...shown, rest].join(' ').trim()
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

/** What an embedded database is asked for besides the schema's own SQL. */

import { createdExtensions, extensionsOf } from '@/lib/engines/database/extensions'
import type { EmbeddedProvider, StatementResult } from '@/lib/engines/database/shared'
import { splitStatements } from '@/lib/interchange/sql/split-statements'

export interface TableCount {
  /** `null` where the database has no schemas, and for `public`. */
  readonly namespace: string | null
  readonly name: string
  readonly kind: 'table' | 'view'
  /** `null` for a view, whose rows are not counted. */
  readonly rows: number | null
}

export type TableName = Omit<TableCount, 'rows'>

export const NAMES: Record<EmbeddedProvider, string> = {
  postgresql: 'PostgreSQL',
  sqlite: 'SQLite',
}

export function versionQuery(provider: EmbeddedProvider): string {
  return provider === 'sqlite' ? 'SELECT sqlite_version()' : 'SELECT version()'
}

/** `PostgreSQL 17.5` of all that `version()` says. */
export function versionText(provider: EmbeddedProvider, version: string): string {
  if (provider === 'sqlite') return `SQLite ${version}`
  return /^PostgreSQL [\d.]+/.exec(version)?.[0] ?? version
}

/** Tables and views that are not the database's own: schema, name, kind. */
export function tablesQuery(provider: EmbeddedProvider): string {
  if (provider === 'sqlite') {
    return `SELECT NULL, name, type FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`
  }
  return `SELECT nullif(n.nspname, 'public'), c.relname,
      CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname <> 'information_schema'
      AND n.nspname NOT LIKE 'pg\\_%'
    ORDER BY 1 NULLS FIRST, 2`
}

/** SQLite takes no more than 500 parts in one query. */
const COUNTED_AT_ONCE = 200

/** Queries that give the numbers of rows in tables, each in the order of its tables. */
export function countQueries(
  tables: readonly TableName[],
): { readonly sql: string; readonly tables: readonly TableName[] }[] {
  const queries: { sql: string; tables: readonly TableName[] }[] = []
  for (let from = 0; from < tables.length; from += COUNTED_AT_ONCE) {
    const part = tables.slice(from, from + COUNTED_AT_ONCE)
    const counts = part.map(
      (table, index) => `SELECT ${index} AS n, count(*) FROM ${qualifiedName(table)}`,
    )
    queries.push({ sql: `${counts.join(' UNION ALL ')} ORDER BY n`, tables: part })
  }
  return queries
}

export function tablesOf({ rows }: StatementResult): TableName[] {
  return rows.map(([namespace = null, name, kind]) => ({
    namespace,
    name: name ?? '',
    kind: kind === 'view' ? 'view' : 'table',
  }))
}

/** As it has to be written in SQL. */
export function qualifiedName({ namespace, name }: Omit<TableName, 'kind'>): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  return namespace === null ? quote(name) : `${quote(namespace)}.${quote(name)}`
}

/** How many rows a click on a table shows. */
const SHOWN_ROWS = 100

export function tableQuery(table: TableCount): string {
  return `SELECT * FROM ${qualifiedName(table)} LIMIT ${SHOWN_ROWS}`
}

export interface Extensions {
  /** All that the database has to have when it starts. */
  readonly all: readonly string[]
  /** Those that the SQL needs and does not create itself. */
  readonly missing: readonly string[]
}

/** The extensions of PostgreSQL that SQL needs. */
export function extensionsFor(scripts: readonly string[], provider: EmbeddedProvider): Extensions {
  if (provider === 'sqlite') return { all: [], missing: [] }
  const statements = scripts.flatMap((sql) =>
    splitStatements(sql, 'postgresql').map(({ text }) => text),
  )
  const created = createdExtensions(statements)
  const all = extensionsOf(statements)
  return { all, missing: all.filter((name) => !created.has(name)) }
}

/**
 * The statements of a migration as Prisma Migrate executes them: PostgreSQL takes a script as one
 * transaction unless it opens its own, SQLite takes statement by statement. Those that only stand
 * for that have no place in the script.
 */
export function migrationStatements(
  sql: string,
  provider: EmbeddedProvider,
): readonly { readonly text: string; readonly isOwn: boolean }[] {
  const own = splitStatements(sql, provider).map(({ text }) => ({ text, isOwn: true }))
  if (provider === 'sqlite') return own
  const begin = { text: 'BEGIN', isOwn: false }
  const statements = own
    // The transaction is open already.
    .filter(({ text }) => !/^(?:BEGIN|START\s+TRANSACTION)\b/i.test(text))
    .flatMap((statement) => (/^COMMIT\b/i.test(statement.text) ? [statement, begin] : [statement]))
  return [begin, ...statements, { text: 'COMMIT', isOwn: false }]
}

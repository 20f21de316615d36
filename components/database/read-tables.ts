/** The tables of a database, with how many rows each has. */

import type { EmbeddedDatabaseClient } from '@/lib/engines/database/main'
import type { EmbeddedProvider } from '@/lib/engines/database/shared'
import { countQueries, qualifiedName, type TableCount, tablesOf, tablesQuery } from './trial-sql'

/** `null` when the database does not say: after an error, a transaction answers nothing more. */
export async function readTables(
  client: EmbeddedDatabaseClient,
  provider: EmbeddedProvider,
): Promise<TableCount[] | null> {
  const found = await client.run(tablesQuery(provider), { maxRows: 10_000 })
  if (found.kind === 'failed') return null
  const all = tablesOf(found.result)
  const counts = new Map<string, number>()
  for (const { sql, tables } of countQueries(all.filter(({ kind }) => kind === 'table'))) {
    const counted = await client.run(sql, { maxRows: tables.length })
    if (counted.kind === 'failed') return null
    for (const [at, table] of tables.entries()) {
      counts.set(qualifiedName(table), Number(counted.result.rows[at]?.[1]))
    }
  }
  return all
    .map((table) => ({ ...table, rows: counts.get(qualifiedName(table)) ?? null }))
    .sort((a, b) => sortName(a).localeCompare(sortName(b), 'en'))
}

/** Those of `public` first; the databases would sort capitals before small letters. */
function sortName({ namespace, name }: TableCount): string {
  return `${namespace ?? ''}.${name}`
}

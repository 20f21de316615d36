/** What people call the databases that Prisma supports. */

import type { SchemaGraph } from './graph'

const TITLES: Readonly<Record<string, string>> = {
  postgresql: 'PostgreSQL',
  postgres: 'PostgreSQL',
  cockroachdb: 'CockroachDB',
  mysql: 'MySQL',
  sqlite: 'SQLite',
  sqlserver: 'SQL Server',
  mongodb: 'MongoDB',
}

/** The database's name for people; `null` when the schema does not say which it is. */
export function providerTitle(graph: SchemaGraph): string | null {
  return graph.provider === null ? null : (TITLES[graph.provider] ?? null)
}

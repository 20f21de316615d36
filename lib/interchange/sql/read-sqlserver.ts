/** From a script of SQL Server to the Prisma schema that `prisma db pull` would give. */

import type { Skipped } from './ddl'
import { readDdl } from './read-ddl'
import { writePulledSchema } from './write-pulled-schema'

export function readSqlServer(sql: string): { schema: string; skipped: readonly Skipped[] } {
  const { tables, skipped } = readDdl(sql, 'sqlserver')
  const options = { provider: 'sqlserver', unnamedAction: 'NO ACTION' } as const
  return { schema: writePulledSchema(tables, options), skipped }
}

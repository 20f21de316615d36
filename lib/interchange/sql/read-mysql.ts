/** From a MySQL or MariaDB dump to the Prisma schema that `prisma db pull` would give. */

import type { Skipped } from './ddl'
import { readDdl } from './read-ddl'
import { writePulledSchema } from './write-pulled-schema'

export function readMysql(sql: string): { schema: string; skipped: readonly Skipped[] } {
  const { tables, skipped } = readDdl(sql, 'mysql')
  // MariaDB lists what is not named as RESTRICT, MySQL as NO ACTION.
  const unnamedAction = /^-- MariaDB dump|^\/\*M!/m.test(sql.slice(0, 2000))
    ? 'RESTRICT'
    : 'NO ACTION'
  return { schema: writePulledSchema(tables, { provider: 'mysql', unnamedAction }), skipped }
}

/**
 * Holds the import of scripts to what they came from. Of MySQL and SQL Server, a schema's SQL that
 * is imported must give a schema of the same SQL; of MySQL it goes through a real server and its
 * dump. Of PostgreSQL and SQLite, the dump of a real database must give what Prisma's own engine
 * gives for the statements that made it, executed as they are.
 */

import init from '@sqlite.org/sqlite-wasm'
import { createHandlers } from '@/lib/engines/database/handlers'
import { postgresInNode } from '@/lib/engines/database/node-postgres'
import { prepareScript } from '@/lib/engines/database/prepare-script'
import { runScript } from '@/lib/engines/database/run-script'
import type { DatabaseApi, EmbeddedProvider, SkippedStatement } from '@/lib/engines/database/shared'
import { openSqlite } from '@/lib/engines/database/sqlite'
import { readMysql } from '@/lib/interchange/sql/read-mysql'
import { readSqlServer } from '@/lib/interchange/sql/read-sqlserver'
import { scriptPieces } from '@/lib/interchange/sql/script-pieces'
import { ensureCluster } from '../lib/postgres-cluster.mjs'
import { type Answer, runClient } from '../servers/client'
import { whyUnreachable, withDatabase } from '../servers/databases'
import { SERVERS } from '../servers/servers'
import { comparable } from './comparable'
import { showDifference } from './compare'
import { type SqlGenerator, sharedEngine } from './generate'
import type { OracleProvider } from './pairs'

export type ImportResult =
  | { readonly skipped: string }
  /** `null` when there is none. */
  | { readonly difference: string | null }

export interface ImportCheck {
  check(schema: string, provider: OracleProvider): Promise<ImportResult>
}

export function createImportCheck(generator: SqlGenerator): ImportCheck {
  const databases = new Map<EmbeddedProvider, Promise<DatabaseApi>>()
  const databaseOf = (provider: EmbeddedProvider) => {
    const started = databases.get(provider) ?? startDatabase(provider)
    databases.set(provider, started)
    return started
  }
  return {
    async check(schema, provider) {
      const made = await generator.generate(null, oneFile(schema), provider)
      if ('problem' in made) return { skipped: `no SQL (${made.problem.split('\n')[0]})` }
      const { sql } = made
      switch (provider) {
        case 'cockroachdb':
          return { skipped: 'scripts of CockroachDB are not imported' }
        case 'sqlserver':
          return compareSchemas(generator, sql, readSqlServer(sql).schema, provider)
        case 'mysql': {
          const unreachable = await whyUnreachable(SERVERS.mysql)
          if (unreachable !== null) return { skipped: unreachable }
          const dump = await dumpOf('mysql', sql)
          if (dump.problem !== null) return { skipped: dump.problem }
          const { schema: imported } = readMysql(dump.output)
          return compareSchemas(generator, sql, imported, provider)
        }
        default: {
          const dump = await dumpOf(provider, sql)
          if (dump.problem !== null) return { skipped: dump.problem }
          return compareIntrospected(await databaseOf(provider), provider, sql, dump.output)
        }
      }
    },
  }
}

/** The dump of a database that the SQL made, by the database's own tool. */
function dumpOf(provider: 'mysql' | EmbeddedProvider, sql: string): Promise<Answer> {
  if (provider === 'sqlite') {
    const input = `${sql}\n.dump\n`
    return runClient({ command: 'sqlite3', args: ['-bail', ':memory:'], env: {}, input })
  }
  return withDatabase(SERVERS[provider], async (database) => {
    const filled = await database.run(sql)
    return filled.problem === null ? database.dump() : filled
  })
}

async function startDatabase(provider: EmbeddedProvider): Promise<DatabaseApi> {
  await ensureCluster()
  const engine = await sharedEngine()
  const open = async (extensions: readonly string[]) =>
    provider === 'sqlite' ? openSqlite(await init()) : postgresInNode(extensions)
  const api = createHandlers(open, async () => engine)
  await api.start(
    { extensions: ['citext', 'pgcrypto', 'uuid-ossp', 'hstore', 'pg_trgm', 'ltree'] },
    () => {},
  )
  return api
}

async function compareIntrospected(
  api: DatabaseApi,
  provider: EmbeddedProvider,
  sql: string,
  dump: string,
): Promise<ImportResult> {
  await api.reset(null)
  const statements = [...scriptPieces(sql, provider)].map(({ text }) => text)
  const [failed] = await api.execute({ statements })
  if (failed) return { skipped: `the embedded database refuses it (${failed.message})` }
  const expected = await api.introspect(null)
  await api.reset(null)
  const script = prepareScript(scriptPieces(dump, provider), provider)
  const skipped = await runScript((params) => api.execute(params), script, {})
  const actual = await api.introspect(null)
  const lost = skipped.filter((statement) => !isExpected(statement)).map(describeSkipped)
  const isSame = actual === expected && lost.length === 0
  if (isSame) return { difference: null }
  const difference = showDifference(actual.split('\n'), expected.split('\n'))
  return { difference: [...lost, difference].join('\n') }
}

function isExpected({ reason }: SkippedStatement): boolean {
  return /^(?:Roles and privileges|Comments on this)/.test(reason)
}

function describeSkipped({ line, reason, text }: SkippedStatement): string {
  return `skipped line ${line}: ${reason} (${text.slice(0, 100)})`
}

/** Compares the SQL of what was imported with that which it was imported from. */
async function compareSchemas(
  generator: SqlGenerator,
  sql: string,
  imported: string,
  provider: 'mysql' | 'sqlserver',
): Promise<ImportResult> {
  const again = await generator.generate(null, oneFile(imported), provider)
  if ('problem' in again) return { difference: again.problem }
  const indexes = provider === 'mysql' ? foreignKeyNames(sql) : new Set<string>()
  const actual = comparable(again.sql, provider, indexes)
  const expected = comparable(sql, provider, indexes)
  const isSame = actual.join('\n') === expected.join('\n')
  return { difference: isSame ? null : showDifference(actual, expected) }
}

function foreignKeyNames(sql: string): ReadonlySet<string> {
  return new Set(
    [...sql.matchAll(/ADD CONSTRAINT `([^`]+)` FOREIGN KEY/g)].map(([, name]) => `${name}`),
  )
}

function oneFile(content: string) {
  return [{ path: 'schema.prisma', text: content }]
}

/**
 * Executes the SQL of Prisma's engine in a real PostgreSQL and SQLite, reads the database back as
 * `prisma db pull` does, and asks the engine what differs: what a schema says of the database has
 * to be what is there.
 */
import init from '@sqlite.org/sqlite-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { randomFrom, randomSchema } from '@/lib/commands/random-schema'
import { installPrismaGlobals } from '../prisma-globals'
import { createHandlers as createEngineHandlers } from '../schema-engine/handlers'
import { engineInNode } from '../schema-engine/node-engine'
import type { SchemaEngineApi } from '../schema-engine/shared'
import { createHandlers } from './handlers'
import { postgresInNode } from './node-postgres'
import { ENGINE_FAULTS } from './round-trips/faults'
import { POSTGRESQL_SCHEMAS } from './round-trips/postgresql'
import { POSTGRESQL_STEPS } from './round-trips/postgresql-steps'
import { SQLITE_SCHEMAS, SQLITE_STEPS } from './round-trips/sqlite'
import type { DatabaseApi, EmbeddedProvider } from './shared'
import { openSqlite } from './sqlite'

const EMPTY = '-- This is an empty migration.'

let engine: SchemaEngineApi
const databases: Partial<Record<EmbeddedProvider, DatabaseApi>> = {}

beforeAll(async () => {
  installPrismaGlobals((detail) => expect.fail(detail))
  const started = await engineInNode()
  engine = createEngineHandlers(started)
  const load = async () => started
  databases.postgresql = createHandlers(postgresInNode, load)
  databases.sqlite = createHandlers(async () => openSqlite(await init()), load)
  await databases.postgresql.start({ extensions: ['citext'] }, () => {})
  await databases.sqlite.start({ extensions: [] }, () => {})
})

/** What the engine writes to get from one schema, or from nothing, to another; or why it does not. */
async function migration(from: string | null, to: string, provider: EmbeddedProvider) {
  const files = (text: string) => [{ path: 'schema.prisma', text }]
  const before = from === null ? null : files(from)
  const result = await engine.diff({ from: before, to: files(to), provider })
  return result.kind === 'sql' ? result.sql.trim() : result.message
}

/**
 * Executes the migrations through the versions of a schema.
 * @returns what the last version has that is not there, as SQL, or what the database refuses
 */
async function differenceAfter(provider: EmbeddedProvider, versions: readonly string[]) {
  const database = databases[provider] as DatabaseApi
  await database.reset(null)
  if (provider === 'postgresql') await database.execute({ statements: ['CREATE EXTENSION citext'] })
  let before: string | null = null
  for (const version of versions) {
    const sql = await migration(before, version, provider)
    const [failed] = await database.execute({ statements: [sql] })
    if (failed) return `${failed.message}\n${sql}`
    before = version
  }
  return migration(await database.introspect(null), before as string, provider)
}

const PROVIDERS = [
  ['postgresql', POSTGRESQL_SCHEMAS, POSTGRESQL_STEPS],
  ['sqlite', SQLITE_SCHEMAS, SQLITE_STEPS],
] as const

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]

describe.each(PROVIDERS)('what a schema says of %s is there', (provider, schemas, steps) => {
  it.each(Object.keys(schemas))('of %s', async (name) => {
    expect(await differenceAfter(provider, [schemas[name] as string])).toBe(EMPTY)
  })

  it.each(Object.keys(steps))('after a migration of %s', async (name) => {
    const versions = steps[name] as readonly [string, string]
    expect(await migration(...versions, provider)).not.toBe(EMPTY)
    expect(await differenceAfter(provider, versions)).toBe(EMPTY)
  })

  it.each(SEEDS)(
    'of random schemas, and after going from one to another (seed %i)',
    async (seed) => {
      const random = randomFrom(seed)
      const versions = [randomFor(provider, random), randomFor(provider, random)]
      for (const upTo of [versions.slice(0, 1), versions]) {
        expect(await differenceAfter(provider, upTo), upTo.join('\n')).toBe(EMPTY)
      }
    },
  )
})

describe("what Prisma's engine gets wrong", () => {
  it.each(Object.entries(ENGINE_FAULTS))('%s', async (_, { provider, versions, fault }) => {
    expect(await differenceAfter(provider, versions)).toMatch(fault)
  })
})

/** SQLite has neither lists nor native types. */
function randomFor(provider: EmbeddedProvider, random: () => number): string {
  const schema = randomSchema(random)
  if (provider === 'postgresql') return schema
  return schema
    .replace('"postgresql"', '"sqlite"')
    .replace(/^\s+tags +String\[\].*\n/gm, '')
    .replaceAll(' @db.VarChar(80)', '')
}

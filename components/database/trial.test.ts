/** Tries schemas in the real databases, with Prisma's own SQL. */

import init from '@sqlite.org/sqlite-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EmbeddedDatabase } from '@/lib/engines/database/embedded'
import { createHandlers } from '@/lib/engines/database/handlers'
import type { EmbeddedDatabaseClient } from '@/lib/engines/database/main'
import { postgresInNode } from '@/lib/engines/database/node-postgres'
import type { EmbeddedProvider } from '@/lib/engines/database/shared'
import { openSqlite } from '@/lib/engines/database/sqlite'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers as createSchemaEngine } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import { createHandlers as createPlanner } from '@/lib/engines/sql-planner/handlers'
import { createMigrations, type MigrationParts } from '@/lib/engines/sql-planner/main'
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { createTrial, type TrialParts, type TrialState } from './trial'

const databases: Partial<Record<EmbeddedProvider, EmbeddedDatabase>> = {}
let parts: MigrationParts

beforeAll(async () => {
  installPrismaGlobals((detail) => expect.fail(detail))
  const engine = createSchemaEngine(await engineInNode())
  const planner = createPlanner({ tablesOf, planMigration, migrationWarnings })
  parts = {
    check: async () => [],
    diff: async (from, to, provider) => engine.diff({ from, to, provider }),
    // Each method takes what its own call is given.
    call: async (method, params) => (planner[method] as (params: unknown) => never)(params),
    dispose() {},
  }
  databases.postgresql = await postgresInNode([])
  databases.sqlite = openSqlite(await init())
}, 60_000)

/** A client without a worker, over a database that is emptied. */
async function connect(provider: EmbeddedProvider): Promise<EmbeddedDatabaseClient> {
  const database = databases[provider] as EmbeddedDatabase
  await database.reset()
  const api = createHandlers(
    async () => database,
    async () => expect.fail('Nothing is introspected here.'),
  )
  await api.start({ extensions: [] }, () => {})
  return {
    start: async () => {},
    run: (sql, { maxRows }) => api.run({ sql, maxRows }),
    reset: () => database.reset(),
    introspect: () => expect.fail('Nothing is introspected here.'),
    dispose() {},
  }
}

function schema(provider: EmbeddedProvider, models: string) {
  return [{ path: 'a.prisma', text: `datasource db {\n  provider = "${provider}"\n}\n${models}` }]
}

/** Waits until the database is made. */
async function tried(
  provider: EmbeddedProvider,
  models: string,
  { before = null as string | null, rows = 5, own = {} as Partial<TrialParts> } = {},
) {
  const trial = createTrial({
    loadMigrations: async () => createMigrations(parts),
    connect,
    now: () => Date.UTC(2026, 5, 1),
    ...own,
  })
  const baseline = before === null ? null : { label: 'Before', files: schema(provider, before) }
  const subject = { provider, files: schema(provider, models), baseline, designId: null }
  trial.begin(subject, rows)
  await settled(trial)
  return trial
}

function settled(trial: ReturnType<typeof createTrial>): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ phase, isRunning }: TrialState) => {
      if (phase !== 'preparing' && !isRunning) resolve()
    }
    trial.subscribe(look)
    look(trial.getState())
  })
}

const steps = ({ steps }: TrialState) => steps.map(({ id, state }) => `${id}: ${state}`)
const tables = ({ tables }: TrialState) => tables.map(({ name, rows }) => `${name}: ${rows}`)

const USER = 'model User {\n  id Int @id @default(autoincrement())\n  name String\n}\n'
const USER_WITH_CODE = USER.replace('  name', '  code String\n  name')

describe.each(['postgresql', 'sqlite'] as const)('a trial in %s', (provider) => {
  it('creates the schema and fills it', async () => {
    const trial = await tried(provider, USER)
    expect(steps(trial.getState())).toEqual(['start: done', 'create: done', 'rows: done'])
    expect(tables(trial.getState())).toEqual(['User: 5'])
    expect(trial.getState().version).toMatch(/^(?:PostgreSQL|SQLite) \d/)
  })

  it('fills a database later', async () => {
    const trial = await tried(provider, USER, { rows: 0 })
    expect(tables(trial.getState())).toEqual(['User: 0'])
    trial.addRows(20)
    await settled(trial)
    expect(tables(trial.getState())).toEqual(['User: 20'])
    expect(steps(trial.getState()).at(-1)).toBe('rows: done')
  })

  it('runs a migration on rows that are there', async () => {
    const trial = await tried(provider, USER.replace('name String', 'name String?'), {
      before: USER,
    })
    expect(steps(trial.getState())).toEqual([
      'start: done',
      'create: done',
      'rows: done',
      'migrate: done',
    ])
    expect(tables(trial.getState())).toEqual(['User: 5'])
  })

  it('shows a migration fail as it would in production', async () => {
    const trial = await tried(provider, USER_WITH_CODE, { before: USER })
    const { failure, phase } = trial.getState()
    expect(phase).toBe('ready')
    expect(steps(trial.getState()).at(-1)).toBe('migrate: failed')
    expect(failure).toMatchObject({ step: 'migrate' })
    expect(failure?.error.message).toMatch(/null values|NOT NULL/)
    expect(failure?.statement).toMatch(/ALTER TABLE "User"|INSERT INTO "new_User"/)
    if (provider === 'postgresql') expect(tables(trial.getState())).toEqual(['User: 5'])
    else expect(tables(trial.getState())).toContain('User: 5')
    await trial.run([{ text: 'SELECT count(*) FROM "User"', from: 0 }], true)
    expect(trial.getState().results[0]?.answer).toMatchObject({ result: { rows: [['5']] } })
  })

  it('says that a schema is not valid, in the engine’s words', async () => {
    const trial = await tried(provider, `${USER}model A {\n  id Nope @id\n}\n`)
    expect(trial.getState().failure).toMatchObject({ step: 'create', statement: null })
    expect(trial.getState().failure?.error.detail).toContain('Nope')
  })

  it('runs statements until one fails, and counts rows again', async () => {
    const trial = await tried(provider, USER)
    const run = (...texts: string[]) =>
      trial.run(
        texts.map((text) => ({ text, from: 0 })),
        true,
      )
    await run('SELECT 1')
    expect(trial.getState().isTouched).toBe(false)
    await run(`INSERT INTO "User" ("name") VALUES ('me')`, 'SELECT nope', 'SELECT 2')
    const { results, isTouched, history } = trial.getState()
    expect(results.map(({ answer }) => answer.kind)).toEqual(['done', 'failed'])
    expect(isTouched).toBe(true)
    expect(tables(trial.getState())).toEqual(['User: 6'])
    expect(history[1]).toBe('SELECT 1')
  })
})

it('stops, and begins again', async () => {
  const trial = await tried('sqlite', USER)
  const { subject } = trial.getState()
  trial.stop()
  expect(trial.getState()).toMatchObject({ phase: 'stopped', tables: [] })
  if (subject) trial.begin(subject)
  await settled(trial)
  expect(tables(trial.getState())).toEqual(['User: 5'])
})

it('says so when what it needs cannot be loaded', async () => {
  const trial = await tried('sqlite', USER, {
    own: {
      connect: async () => {
        throw new Error('No connection.')
      },
    },
  })
  expect(trial.getState()).toMatchObject({ phase: 'crashed', message: 'No connection.' })
  expect(steps(trial.getState())).toEqual(['start: skipped', 'create: skipped', 'rows: skipped'])
})

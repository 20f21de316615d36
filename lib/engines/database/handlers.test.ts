import init from '@sqlite.org/sqlite-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '../prisma-globals'
import { engineInNode } from '../schema-engine/node-engine'
import { createHandlers } from './handlers'
import { extensionsOf } from './passed-over'
import { openPostgres } from './postgres'
import { runScript } from './run-script'
import type { DatabaseApi, EmbeddedProvider } from './shared'
import { openSqlite } from './sqlite'

const apis: Partial<Record<EmbeddedProvider, DatabaseApi>> = {}

beforeAll(async () => {
  installPrismaGlobals((detail) => expect.fail(detail))
  const started = await engineInNode()
  const engine = async () => started
  apis.postgresql = createHandlers(openPostgres, engine)
  apis.sqlite = createHandlers(async () => openSqlite(await init()), engine)
  await apis.postgresql.start({ extensions: extensionsOf(['CREATE EXTENSION citext']) })
  await apis.sqlite.start({ extensions: [] })
}, 60_000)

function apiOf(provider: EmbeddedProvider): DatabaseApi {
  const api = apis[provider]
  if (!api) throw new Error(`${provider} was not started.`)
  return api
}

/** One statement a paragraph, in an emptied database; its skipped ones as `line: reason`. */
async function pull(provider: EmbeddedProvider, sql: string) {
  const api = apiOf(provider)
  await api.reset(null)
  let line = 1
  const statements = sql.split('\n\n').map((text) => {
    const statement = { text, line }
    line += text.split('\n').length + 1
    return statement
  })
  const skipped = await runScript((params) => api.execute(params), statements, provider, {})
  return {
    schema: await api.introspect(null),
    skipped: skipped.map((statement) => `${statement.line}: ${statement.reason}`),
  }
}

describe('introspection of PostgreSQL', () => {
  it('passes over what an embedded database cannot do, and says what failed', async () => {
    const dump = `SET statement_timeout = 0;

SELECT pg_catalog.set_config('search_path', '', false);

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;

CREATE TYPE public.role AS ENUM ('ADMIN', 'USER');

CREATE TABLE public.posts (id serial PRIMARY KEY, author uuid NOT NULL REFERENCES public.users(id));

CREATE TABLE public.users (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  email public.citext NOT NULL UNIQUE,
  role public.role DEFAULT 'USER' NOT NULL
);

ALTER TABLE public.users OWNER TO app;

GRANT SELECT ON public.users TO app;

INSERT INTO public.users (email) VALUES ('a');

CREATE EXTENSION postgis;`
    const { schema, skipped } = await pull('postgresql', dump)
    expect(skipped).toEqual([
      '17: Roles and privileges are not part of a Prisma schema.',
      '21: Rows are not part of a Prisma schema.',
      expect.stringMatching(/^23: extension "postgis" is not available/),
    ])
    expect(schema).toBe(`datasource db {
  provider = "postgresql"
}

model posts {
  id     Int    @id @default(autoincrement())
  author String @db.Uuid
  users  users  @relation(fields: [author], references: [id], onDelete: NoAction, onUpdate: NoAction)
}

model users {
  id    String  @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  email String  @unique @db.Citext
  role  role    @default(USER)
  posts posts[]
}

enum role {
  ADMIN
  USER
}
`)
  })

  it('spans schemas, and keeps views', async () => {
    const { schema } = await pull(
      'postgresql',
      'CREATE SCHEMA shop;\n\nCREATE TABLE shop.item (id int PRIMARY KEY);\n\nCREATE VIEW v AS SELECT id FROM shop.item;',
    )
    expect(schema).toContain('schemas  = ["public", "shop"]')
    expect(schema).toContain('@@schema("shop")')
    expect(schema).toContain('view v {')
  })

  it('of nothing is the configuration alone', async () => {
    const { schema } = await pull('postgresql', '')
    expect(schema).toBe('datasource db {\n  provider = "postgresql"\n}\n')
  })
})

describe('introspection of SQLite', () => {
  it('reads tables, keys and indexes', async () => {
    const { schema, skipped } = await pull(
      'sqlite',
      `CREATE TABLE User (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE);

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE Post (id INTEGER PRIMARY KEY, userId INTEGER NOT NULL REFERENCES User(id));

CREATE TABEL x (y);`,
    )
    expect(skipped).toEqual(['7: near "TABEL": syntax error'])
    expect(schema).toContain('email String @unique')
    expect(schema).toContain('User   User @relation(fields: [userId], references: [id]')
  })
})

describe.each(['postgresql', 'sqlite'] as const)('a statement in %s', (provider) => {
  it('gives rows as text, up to a number', async () => {
    await apiOf(provider).reset(null)
    const run = (sql: string) => apiOf(provider).run({ sql, maxRows: 2 })
    await run('CREATE TABLE t (a INTEGER, b TEXT)')
    expect(await run("INSERT INTO t VALUES (1, NULL), (2, 'é'), (3, '')")).toMatchObject({
      kind: 'done',
      result: { affectedRows: 3 },
    })
    expect(await run('SELECT a, b FROM t ORDER BY a')).toMatchObject({
      kind: 'done',
      result: {
        columns: ['a', 'b'],
        rows: [
          ['1', null],
          ['2', 'é'],
        ],
        rowCount: 3,
        affectedRows: null,
      },
    })
  })

  it('that fails says so in the database’s words, and where', async () => {
    const sql = "SELECT '😀é', nope"
    const answer = await apiOf(provider).run({ sql, maxRows: 1 })
    expect(answer).toMatchObject({
      kind: 'failed',
      error: { message: expect.stringContaining('nope'), offset: sql.indexOf('nope') },
    })
  })
})

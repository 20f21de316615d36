import init from '@sqlite.org/sqlite-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '../prisma-globals'
import { engineInNode } from '../schema-engine/node-engine'
import { createHandlers } from './handlers'
import { postgresInNode } from './node-postgres'
import { prepareScript } from './prepare-script'
import { runScript } from './run-script'
import type { DatabaseApi, EmbeddedProvider } from './shared'
import { openSqlite } from './sqlite'

const apis: Partial<Record<EmbeddedProvider, DatabaseApi>> = {}

beforeAll(async () => {
  installPrismaGlobals((detail) => expect.fail(detail))
  const started = await engineInNode()
  const engine = async () => started
  apis.postgresql = createHandlers(postgresInNode, engine)
  apis.sqlite = createHandlers(async () => openSqlite(await init()), engine)
  await apis.postgresql.start({ extensions: ['citext'] }, () => {})
  await apis.sqlite.start({ extensions: [] }, () => {})
}, 60_000)

function apiOf(provider: EmbeddedProvider): DatabaseApi {
  const api = apis[provider]
  if (!api) throw new Error(`${provider} was not started.`)
  return api
}

const GENERATOR = `generator client {
  provider = "prisma-client"
  output   = "../generated/prisma"
}
`

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
  const script = prepareScript(statements, provider)
  const skipped = await runScript((params) => api.execute(params), script, {})
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
    expect(schema).toBe(`${GENERATOR}
datasource db {
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

  it('keeps a table whose column is of a type from elsewhere', async () => {
    const { schema, skipped } = await pull(
      'postgresql',
      `CREATE TABLE public.place (
  id integer NOT NULL,
  at public.geometry(Point,4326) NOT NULL,
  embedding public.vector(3) DEFAULT '[1,2,3]'::public.vector,
  name text COLLATE "xx-x-icu"
);

ALTER TABLE ONLY public.place ADD CONSTRAINT place_pkey PRIMARY KEY (id);

CREATE INDEX place_at ON public.place USING hnsw (embedding public.vector_l2_ops);`,
    )
    expect(schema).toContain(`model place {
  id        Int                     @id
  at        Unsupported("geometry")
  embedding Unsupported("vector")?  @default(dbgenerated("'[1,2,3]'::vector"))
  name      String?
}`)
    expect(skipped).toEqual([
      '1: The type geometry comes from outside the script; its columns are Unsupported, as after prisma db pull.',
      '1: The type vector comes from outside the script; its columns are Unsupported, as after prisma db pull.',
      '10: access method "hnsw" does not exist',
    ])
  })

  it('leaves out of a table what fails, and keeps the rest', async () => {
    const { schema, skipped } = await pull(
      'postgresql',
      `CREATE TABLE t (
  id text DEFAULT shared.next_id('t') NOT NULL,
  "size, in m" int CONSTRAINT small CHECK (is_small("size, in m")) DEFAULT 1,
  CONSTRAINT known CHECK (is_known(id)),
  PRIMARY KEY (id)
);`,
    )
    expect(schema).toContain(`model t {
  id         String @id
  size__in_m Int?   @default(1) @map("size, in m")
}`)
    expect(skipped).toEqual([
      '1: Left out of the table: function shared.next_id(unknown) does not exist. Left out of the table: function is_small(integer) does not exist. Left out of the table: function is_known(text) does not exist.',
    ])
  })

  it('does not drop in the end what a script drops first', async () => {
    const { schema, skipped } = await pull(
      'postgresql',
      'ALTER TABLE t DROP CONSTRAINT t_pkey;\n\nDROP TABLE t;\n\nCREATE VIEW v AS SELECT id FROM t;\n\nCREATE TABLE t (id int, CONSTRAINT t_pkey PRIMARY KEY (id));',
    )
    expect(skipped).toEqual([])
    expect(schema).toContain('model t {\n  id Int @id\n}')
    expect(schema).toContain('view v {')
  })

  it('executes policies and triggers, and indexes that are made concurrently', async () => {
    const { schema, skipped } = await pull(
      'postgresql',
      `CREATE TABLE shop.item (id int PRIMARY KEY, name text, at timestamptz) PARTITION BY RANGE (id);

CREATE TABLE shop.item_1 PARTITION OF shop.item FOR VALUES FROM (1) TO (9);

CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;

CREATE TRIGGER touch BEFORE UPDATE ON shop.item FOR EACH ROW EXECUTE FUNCTION shop.touch();

CREATE TABLE shop.plain (id int PRIMARY KEY, name text);

ALTER TABLE shop.plain ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON shop.plain TO authenticated USING (name = current_user);

CREATE UNIQUE INDEX CONCURRENTLY plain_name ON shop.plain (name);

CREATE PUBLICATION p FOR ALL TABLES;`,
    )
    expect(skipped).toEqual(['17: This concerns the server, not the schema.'])
    expect(schema).toContain('This model contains row level security')
    expect(schema).toContain('@unique(map: "plain_name")')
    expect(schema).toContain('This table is a partition table')
  })

  it('spans schemas, and keeps views', async () => {
    const { schema } = await pull(
      'postgresql',
      'CREATE SCHEMA shop;\n\nCREATE TABLE shop.item (id int PRIMARY KEY);\n\nCREATE VIEW v AS SELECT id FROM shop.item;',
    )
    expect(schema).toContain('schemas  = ["public", "shop"]')
    expect(schema).toContain('@@schema("shop")')
    expect(schema).toContain('view v {')
    expect(schema).toContain('previewFeatures = ["views"]')
  })

  it('switches on what conditions of indexes need', async () => {
    const { schema } = await pull(
      'postgresql',
      'CREATE TABLE t (id int PRIMARY KEY, n int);\n\nCREATE UNIQUE INDEX few ON t (n) WHERE id > 3;',
    )
    expect(schema).toContain('where: raw(')
    expect(schema).toContain('previewFeatures = ["partialIndexes"]')
  })

  it('of nothing is the configuration alone', async () => {
    const { schema } = await pull('postgresql', '')
    expect(schema).toBe(`${GENERATOR}\ndatasource db {\n  provider = "postgresql"\n}\n`)
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

  it('leaves out virtual tables with the tables that they are kept in', async () => {
    const { schema, skipped } = await pull(
      'sqlite',
      `PRAGMA foreign_keys=OFF;

BEGIN TRANSACTION;

CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT, size INT GENERATED ALWAYS AS (length(body)) VIRTUAL);

PRAGMA writable_schema=ON;

INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search','search',0,'CREATE VIRTUAL TABLE search USING fts5(body)');

CREATE TABLE IF NOT EXISTS 'search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE VIRTUAL TABLE area USING rtree(id, a, b);

CREATE TABLE IF NOT EXISTS "area_node"(nodeno INTEGER PRIMARY KEY,data);

CREATE TABLE tag (name TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;

CREATE TRIGGER t AFTER INSERT ON note BEGIN UPDATE note SET body = 'x'; END;

COMMIT;`,
    )
    expect(schema.match(/^model \w+/gm)).toEqual(['model note', 'model tag'])
    expect(skipped).toEqual([
      '13: Virtual tables, such as full-text indexes, have no place in a Prisma schema.',
    ])
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
        types: [expect.stringMatching(/^integer$/i), expect.stringMatching(/^text$/i)],
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

import init from '@sqlite.org/sqlite-wasm'
import type { Benchmark, Table } from '@/bin/bench/benchmark'
import { ensureCluster } from '@/bin/lib/postgres-cluster.mjs'
import { installPrismaGlobals } from '../prisma-globals'
import { engineInNode } from '../schema-engine/node-engine'
import { createHandlers } from './handlers'
import { postgresInNode } from './node-postgres'
import { prepareScript } from './prepare-script'
import { runScript } from './run-script'
import { openSqlite } from './sqlite'

const TABLES = 100

export const benchmarks: readonly Benchmark[] = []
export const reportName = `import of ${TABLES} tables, in ms`

/** What each part of importing a dump takes, once each: a database is started for each import. */
export async function report(): Promise<Table> {
  installPrismaGlobals(() => {})
  await ensureCluster()
  const engine = await engineInNode()
  const load = async () => engine
  return {
    PostgreSQL: await timesOf('postgresql', createHandlers(postgresInNode, load)),
    SQLite: await timesOf(
      'sqlite',
      createHandlers(async () => openSqlite(await init()), load),
    ),
  }
}

async function timesOf(
  provider: 'postgresql' | 'sqlite',
  api: ReturnType<typeof createHandlers>,
): Promise<Table[string]> {
  const times: Record<string, number> = {}
  let since = performance.now()
  const lap = (name: string) => {
    times[name] = Math.round(performance.now() - since)
    since = performance.now()
  }
  await api.start({ extensions: ['citext'] }, () => {})
  lap('start')
  const pieces = (provider === 'sqlite' ? sqliteDump() : postgresDump()).map((text, index) => ({
    text,
    line: index + 1,
  }))
  const script = prepareScript(pieces, provider)
  const skipped = await runScript((params) => api.execute(params), script, {})
  lap('execute')
  const schema = await api.introspect(null)
  lap('introspect')
  times.statements = script.statements.length
  times.models = schema.match(/^model /gm)?.length ?? 0
  times.skipped = skipped.length
  return times
}

/** As pg_dump lays it out: tables, then keys, indexes and foreign keys in statements of their own. */
function postgresDump(): string[] {
  const names = Array.from({ length: TABLES }, (_, index) => `table_${index}`)
  return [
    "SELECT pg_catalog.set_config('search_path', '', false)",
    "CREATE TYPE public.state AS ENUM ('open', 'sent', 'done')",
    ...names.flatMap((name) => [
      `CREATE TABLE public.${name} (id integer NOT NULL, name character varying(120) NOT NULL,
        state public.state DEFAULT 'open'::public.state NOT NULL, price numeric(10,2),
        tags text[] DEFAULT '{}'::text[], data jsonb, up integer, other integer,
        created_at timestamp(3) without time zone DEFAULT now() NOT NULL)`,
      `ALTER TABLE public.${name} OWNER TO app`,
    ]),
    ...names.map(
      (name) => `ALTER TABLE ONLY public.${name} ADD CONSTRAINT ${name}_pkey PRIMARY KEY (id)`,
    ),
    ...names.map(
      (name) =>
        `CREATE INDEX ${name}_name_idx ON public.${name} USING btree (name, created_at DESC)`,
    ),
    ...names.flatMap((name, index) =>
      ['up', 'other'].map(
        (column, step) => `ALTER TABLE ONLY public.${name} ADD CONSTRAINT ${name}_${column}_fkey
          FOREIGN KEY (${column}) REFERENCES public.table_${(index * 7 + step * 13) % TABLES}(id)`,
      ),
    ),
  ]
}

function sqliteDump(): string[] {
  return Array.from({ length: TABLES }, (_, index) => [
    `CREATE TABLE table_${index} (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
      price DECIMAL, data JSONB, created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
      up INTEGER REFERENCES table_${(index * 7) % TABLES} (id),
      other INTEGER REFERENCES table_${(index * 7 + 13) % TABLES} (id))`,
    `CREATE INDEX table_${index}_name ON table_${index} (name, created_at DESC)`,
  ]).flat()
}

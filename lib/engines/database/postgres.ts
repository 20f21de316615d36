/** PostgreSQL inside the page: PGlite behind the interface that all embedded databases have. */
import { PGlite, type PGliteOptions, type Results } from '@electric-sql/pglite'
import {
  type AdapterRows,
  COLUMN_TYPE,
  DatabaseError,
  type EmbeddedDatabase,
  offsetOfCharacter,
} from './embedded'

/** What PGlite is made of, where it is not read from its package, and the cluster it starts from. */
export type PostgresFiles = Pick<PGliteOptions, 'pgliteWasmModule' | 'fsBundle' | 'loadDataDir'>

/** The extensions that come with PGlite and that schemas for Prisma use. */
const EXTENSIONS = {
  citext: async () => (await import('@electric-sql/pglite/contrib/citext')).citext,
  pgcrypto: async () => (await import('@electric-sql/pglite/contrib/pgcrypto')).pgcrypto,
  'uuid-ossp': async () => (await import('@electric-sql/pglite/contrib/uuid_ossp')).uuid_ossp,
  pg_trgm: async () => (await import('@electric-sql/pglite/contrib/pg_trgm')).pg_trgm,
  hstore: async () => (await import('@electric-sql/pglite/contrib/hstore')).hstore,
  ltree: async () => (await import('@electric-sql/pglite/contrib/ltree')).ltree,
  unaccent: async () => (await import('@electric-sql/pglite/contrib/unaccent')).unaccent,
  btree_gin: async () => (await import('@electric-sql/pglite/contrib/btree_gin')).btree_gin,
  btree_gist: async () => (await import('@electric-sql/pglite/contrib/btree_gist')).btree_gist,
}

/** Starts an empty database with those of the named extensions that there are. */
export async function openPostgres(
  names: readonly string[],
  files: PostgresFiles = {},
): Promise<EmbeddedDatabase> {
  const known = Object.entries(EXTENSIONS).filter(([name]) => names.includes(name))
  const extensions = Object.fromEntries(
    await Promise.all(known.map(async ([name, load]) => [name, await load()] as const)),
  )
  return wrap(await PGlite.create({ ...files, extensions }))
}

const INT8 = 20
/** The types of what Prisma's engine selects from the catalogue, by PostgreSQL's number. */
const COLUMN_TYPES = new Map<number, number>([
  [16, COLUMN_TYPE.boolean],
  [18, COLUMN_TYPE.character],
  [INT8, COLUMN_TYPE.int64],
  [21, COLUMN_TYPE.int32],
  [23, COLUMN_TYPE.int32],
  [26, COLUMN_TYPE.int64],
  [1002, COLUMN_TYPE.characterArray],
  [1003, COLUMN_TYPE.textArray],
  [1005, COLUMN_TYPE.int32Array],
  [1007, COLUMN_TYPE.int32Array],
  [1009, COLUMN_TYPE.textArray],
])

const USER_NAMESPACES = `SELECT nspname FROM pg_catalog.pg_namespace
  WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%' ORDER BY nspname`

const FILLED_NAMESPACES = `SELECT DISTINCT n.nspname FROM pg_catalog.pg_namespace n
  WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
    AND (EXISTS (SELECT 1 FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid
           AND c.relkind IN ('r', 'p', 'v', 'm'))
      OR EXISTS (SELECT 1 FROM pg_catalog.pg_type t WHERE t.typnamespace = n.oid
           AND t.typtype = 'e'))
  ORDER BY n.nspname`

function wrap(client: PGlite): EmbeddedDatabase {
  const namesOf = async (sql: string) => {
    const { rows } = await client.query<[string]>(sql, [], { rowMode: 'array' })
    return rows.map(([name]) => name)
  }
  const typeNames = typeNamer(client)
  return {
    provider: 'postgres',
    async run(sql, maxRows) {
      const started = performance.now()
      const results = await attempt(sql, () =>
        client.exec(sql, { rowMode: 'array', parsers: textParsers(client) }),
      )
      const duration = performance.now() - started
      const last: Results | undefined = results.at(-1)
      const rows = (last?.rows ?? []) as unknown as (string | null)[][]
      const changes = /^(?:INSERT|UPDATE|DELETE|MERGE)\b/.test(last?.command ?? '')
      return {
        columns: (last?.fields ?? []).map(({ name }) => name),
        types: await typeNames((last?.fields ?? []).map(({ dataTypeID }) => dataTypeID)),
        rows: rows.slice(0, maxRows),
        rowCount: rows.length,
        affectedRows: changes ? (last?.rowCount ?? last?.affectedRows ?? 0) : null,
        duration,
      }
    },
    async execute(sql) {
      await attempt(sql, () => client.exec(sql))
    },
    query: (sql, args) =>
      attempt(sql, async (): Promise<AdapterRows> => {
        const { fields, rows } = await client.query<unknown[]>(sql, [...args], {
          rowMode: 'array',
          // What is beyond the safe integers may not be rounded.
          parsers: { [INT8]: (value) => value },
        })
        return {
          columnNames: fields.map(({ name }) => name),
          columnTypes: fields.map(
            ({ dataTypeID }) => COLUMN_TYPES.get(dataTypeID) ?? COLUMN_TYPE.text,
          ),
          rows,
        }
      }),
    async reset() {
      await client.exec('ROLLBACK')
      await client.exec('DISCARD ALL')
      for (const name of await namesOf(USER_NAMESPACES)) {
        await client.exec(`DROP SCHEMA "${name.replaceAll('"', '""')}" CASCADE`)
      }
      await client.exec('CREATE SCHEMA public')
    },
    async resetSession() {
      await client.exec('ROLLBACK')
      await client.exec('DISCARD ALL')
    },
    namespaces: () => namesOf(FILLED_NAMESPACES),
  }
}

/** Gives the names of types by PostgreSQL's number, which it is asked for once each. */
function typeNamer(client: PGlite): (types: readonly number[]) => Promise<string[]> {
  const known = new Map<number, string>()
  return async (types) => {
    const unknown = types.filter((type) => !known.has(type))
    if (unknown.length > 0) {
      const { rows } = await client.query<[number, string]>(
        'SELECT oid::int, format_type(oid, NULL) FROM pg_catalog.pg_type WHERE oid = ANY($1::int[])',
        [unknown],
        { rowMode: 'array' },
      )
      for (const [type, name] of rows) known.set(type, name)
    }
    return types.map((type) => known.get(type) ?? '')
  }
}

/** Gives every value as PostgreSQL writes it, also of the types that a script made. */
function textParsers(client: PGlite): Record<number, (value: string) => string> {
  return Object.fromEntries(Object.keys(client.parsers).map((type) => [type, (value) => value]))
}

/** Gives what PGlite throws as the interface says. */
async function attempt<T>(sql: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('severity' in error)) throw error
    const { message, code, detail, hint, position } = error as Error & Record<string, string>
    const index = Number(position)
    throw new DatabaseError(
      message,
      code ?? '',
      [detail, hint].filter(Boolean).join('\n') || null,
      index > 0 ? offsetOfCharacter(sql, index - 1) : null,
    )
  }
}

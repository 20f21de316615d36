/** PostgreSQL. */

import { randomBytes } from 'node:crypto'
import type { Server } from './server'

const HOST = '127.0.0.1'
const PORT = '5432'
const PLACE = ['-h', HOST, '-p', PORT, '-U', 'postgres', '--no-password']

/** The schemas that people have, `n` being the catalogue's row. */
const IS_OURS = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'"

/** Not what an extension brought, `row` being one of `catalogue`. */
function isNoPartOfExtension(catalogue: string, row: string): string {
  return `NOT EXISTS (SELECT 1 FROM pg_depend d
  WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${row}.oid AND d.deptype = 'e')`
}

/** A table and its schema; names are written as they are. */
const TABLE = "n.nspname || '.' || t.relname"

const IS_A_TABLE = `t.relkind IN ('r', 'p') AND t.relname <> '_prisma_migrations'
  AND ${isNoPartOfExtension('pg_class', 't')} AND ${IS_OURS}`

export const POSTGRESQL: Server = {
  provider: 'postgresql',
  name: `PostgreSQL at ${HOST}:${PORT}`,
  invocation: (database, sql) => ({
    command: 'psql',
    args: [
      ...[...PLACE, '-d', database ?? 'postgres'],
      ...['--no-psqlrc', '--quiet', '--tuples-only', '--no-align'],
      '--set=ON_ERROR_STOP=1',
    ],
    // Nothing in our databases has to outlive a crash, so nothing waits for the disk.
    env: {
      PGOPTIONS: '-c client_min_messages=warning -c lc_messages=C -c synchronous_commit=off',
      PGCLIENTENCODING: 'UTF8',
    },
    // Commands of the client, some of which reach beyond the database, are not obeyed: not before
    // somebody guesses the word. A client too old to know this stops here.
    input: `\\restrict ${randomBytes(12).toString('hex')}\n${sql}\n`,
  }),
  dump: (database) => ({
    command: 'pg_dump',
    args: [...PLACE, '--schema-only', database],
    env: {},
    input: '',
  }),
  createDatabase: (name) => `CREATE DATABASE "${name}" TEMPLATE template0;`,
  // Each table on its own: in one transaction, a few hundred need more locks than a server has.
  emptyDatabase: () => `
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT t.oid::regclass FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition AND ${IS_OURS}
      AND ${isNoPartOfExtension('pg_class', 't')} LOOP
    EXECUTE 'DROP TABLE IF EXISTS ' || name || ' CASCADE';
    COMMIT;
  END LOOP;
  FOR name IN SELECT quote_ident(n.nspname) FROM pg_namespace n WHERE ${IS_OURS} LOOP
    EXECUTE 'DROP SCHEMA ' || name || ' CASCADE';
  END LOOP;
  CREATE SCHEMA public;
END $$;`,
  dropDatabase: (name) => `DROP DATABASE IF EXISTS "${name}" WITH (FORCE);`,
  description: `
SET search_path = pg_catalog;
SELECT concat_ws(' ', ${TABLE}, 'column', c.attname, format_type(c.atttypid, c.atttypmod),
  CASE WHEN c.attnotnull THEN 'not null' ELSE 'null' END,
  CASE WHEN c.attidentity <> '' THEN 'identity ' || c.attidentity::text END,
  CASE WHEN c.attgenerated <> '' THEN 'generated as' ELSE 'default' END
    || ' ' || pg_get_expr(v.adbin, v.adrelid))
FROM pg_attribute c JOIN pg_class t ON t.oid = c.attrelid JOIN pg_namespace n ON n.oid = t.relnamespace
LEFT JOIN pg_attrdef v ON v.adrelid = t.oid AND v.adnum = c.attnum
WHERE ${IS_A_TABLE} AND c.attnum > 0 AND NOT c.attisdropped
UNION ALL
SELECT concat_ws(' ', ${TABLE}, CASE WHEN x.indisunique THEN 'unique' ELSE 'index' END, i.relname,
  substring(pg_get_indexdef(i.oid) FROM ' (USING .*)'))
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE ${IS_A_TABLE} AND NOT x.indisprimary
UNION ALL
SELECT concat_ws(' ', ${TABLE},
  CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'f' THEN 'foreign key' WHEN 'c' THEN 'check'
    ELSE 'exclusion' END, k.conname, pg_get_constraintdef(k.oid))
FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE ${IS_A_TABLE} AND k.contype IN ('p', 'f', 'c', 'x')
UNION ALL
SELECT concat_ws(' ', n.nspname || '.' || o.typname, 'enum',
  (SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = o.oid))
FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
WHERE o.typtype = 'e' AND ${IS_OURS} AND ${isNoPartOfExtension('pg_type', 'o')}
UNION ALL
SELECT concat_ws(' ', n.nspname || '.' || t.relname, 'table')
FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace WHERE ${IS_A_TABLE};`,
}

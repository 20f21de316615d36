/**
 * The SQL that makes the role which Prisma connects with on Supabase: one of its own, which passes
 * row level security, may create the shadow database of `migrate dev`, and owns what it makes in
 * `public` (the steps of Supabase's "Prisma" guide).
 */
export function supabaseRoleSql(schemas: readonly string[]): string {
  const names = schemas.length > 0 ? schemas : ['public']
  return [
    `-- Run once in the SQL editor of Supabase, with a password of your own.
CREATE ROLE prisma WITH LOGIN PASSWORD 'PASSWORD' BYPASSRLS CREATEDB;

-- The dashboard works as postgres: so that it shows and may change what prisma made.
GRANT prisma TO postgres;
`,
    ...names.map(schemaGrants),
    `-- To change the password later:
-- ALTER ROLE prisma WITH PASSWORD 'NEW_PASSWORD';
`,
  ].join('\n')
}

function schemaGrants(name: string): string {
  const schema = /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
  const create = name === 'public' ? '' : `CREATE SCHEMA IF NOT EXISTS ${schema};\n`
  const kinds = ['TABLES', 'ROUTINES', 'SEQUENCES']
  return [
    `-- What is in ${schema}, now and later.\n${create}GRANT USAGE, CREATE ON SCHEMA ${schema} TO prisma;\n`,
    ...kinds.map((kind) => `GRANT ALL ON ALL ${kind} IN SCHEMA ${schema} TO prisma;\n`),
    ...kinds.map(
      (kind) =>
        `ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA ${schema} GRANT ALL ON ${kind} TO prisma;\n`,
    ),
  ].join('')
}

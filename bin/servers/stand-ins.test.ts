import { describe, expect, it } from 'vitest'
import type { ServerProvider } from './server'
import { remedyFor } from './stand-ins'

/** What is executed once the server has complained of `problem`; `null` when nothing helps. */
function check(provider: ServerProvider, problem: string, sql: string, before: string[] = []) {
  const remedy = remedyFor(provider, problem, { before, scripts: [sql] })
  return remedy && [remedy.name, ...remedy.given.before, ...remedy.given.scripts]
}

describe('what PostgreSQL lacks', () => {
  it('comes from an extension of its own, once', () => {
    const problem = 'ERROR:  type "citext" does not exist LINE 4:     "email" CITEXT'
    const create = 'CREATE EXTENSION "citext";'
    expect(check('postgresql', problem, 'x')).toEqual(['extension-of-postgresql', create, 'x'])
    expect(check('postgresql', problem, 'x', [create])?.[0]).toBe('type-of-another-hand')
  })

  it('is an extension that is not installed', () => {
    const sql = 'CREATE EXTENSION IF NOT EXISTS "vector" WITH SCHEMA "x";\nSELECT 1;'
    const problem = 'ERROR:  extension "vector" is not available'
    expect(check('postgresql', problem, sql)).toEqual(['extension-not-installed', '\nSELECT 1;'])
  })

  it('is the schema of an extension, but no other', () => {
    const problem = 'ERROR:  schema "extensions" does not exist'
    const sql = 'CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "extensions";'
    expect(check('postgresql', problem, sql)?.[1]).toBe('CREATE SCHEMA "extensions";')
    expect(check('postgresql', problem, 'CREATE TABLE "extensions"."T" ()')).toBeNull()
  })

  it('is a type, whose sizes go', () => {
    expect(check('postgresql', 'type "public.geography" does not exist', 'x')?.[1]).toBe(
      'CREATE DOMAIN public.geography AS text;',
    )
    const sql = 'CREATE TABLE "T" (\n    "v" vector(512),\n    "w" TEXT DEFAULT \'vector(512)\'\n);'
    const problem = 'type modifier is not allowed for type "vector"'
    expect(check('postgresql', problem, sql)?.[1]).toBe(sql.replace('(512),', ','))
  })

  it('is a function, of the type of its column', () => {
    const sql = `CREATE TABLE "T" (\n    "id" BIGINT NOT NULL DEFAULT stamp('a'::text),\n);`
    expect(check('postgresql', 'function stamp(text) does not exist', sql)?.[1]).toBe(
      "CREATE FUNCTION stamp(text) RETURNS BIGINT LANGUAGE sql AS 'SELECT NULL::BIGINT';",
    )
    expect(check('postgresql', 'function stamp(text) does not exist', 'SELECT stamp(1)')).toBeNull()
  })
})

describe('what MariaDB lacks', () => {
  it('is offsets in moments, but not in other texts', () => {
    const sql = (moment: string) =>
      `\`a\` DATETIME(3) DEFAULT '${moment}', \`b\` TEXT DEFAULT 'at 2024-02-01T10:00:00+00:00'`
    const problem = "Invalid default value for 'a'"
    expect(check('mysql', problem, sql('2024-02-01T10:00:00.500+02:00'))).toEqual([
      'moments-with-an-offset',
      sql('2024-02-01 10:00:00.500'),
    ])
    expect(check('mysql', problem, '`a` INTEGER DEFAULT 0')).toBeNull()
  })

  it('is tables whose names differ in case', () => {
    const sql = 'CREATE TABLE `Post` (`post` INTEGER);\nALTER TABLE `post` DROP COLUMN `post`;'
    expect(check('mysql', "Table 'db.post' doesn't exist", sql)?.[1]).toBe(
      sql.replace('ALTER TABLE `post`', 'ALTER TABLE `Post`'),
    )
    expect(check('mysql', "Table 'db.user' doesn't exist", sql)).toBeNull()
  })

  it('is functions of MySQL, but not any', () => {
    const problem = (name: string) => `FUNCTION db.${name} does not exist`
    expect(check('mysql', problem('BIN_TO_UUID'), 'x')?.[0]).toBe('function-of-mysql')
    expect(check('mysql', problem('MINE'), 'x')).toBeNull()
  })
})

it('is of no other server', () => {
  expect(check('mysql', 'type "citext" does not exist', 'x')).toBeNull()
})

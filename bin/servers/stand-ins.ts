/**
 * The one table of what SQL takes for granted that a server here does not have: what extensions,
 * hosted systems and hand-written migrations bring to a database before Prisma's SQL runs in it,
 * and what MySQL can do that MariaDB, which stands in for it, cannot. Each gets a stand-in under a
 * name that reports show, so that everything else in the SQL is executed all the same.
 */

import type { Database } from './databases'
import type { ServerProvider } from './server'

/** Scripts that are executed one after the other. */
export interface Scripts {
  /** What has to be in the database first: statements, in their order. */
  readonly before: readonly string[]
  readonly scripts: readonly string[]
}

interface StandIn {
  readonly name: string
  readonly why: string
  readonly provider: ServerProvider
  /** What the server complains of; its groups are given to `apply`. */
  readonly problem: RegExp
  /** `null` when this has no remedy. */
  readonly apply: (given: Scripts, found: readonly string[]) => Scripts | null
}

/** What PostgreSQL's own extensions bring that schemas use without naming the extension. */
const EXTENSION_OF: Readonly<Record<string, string>> = {
  citext: 'citext',
  hstore: 'hstore',
  ltree: 'ltree',
  gin_trgm_ops: 'pg_trgm',
  gist_trgm_ops: 'pg_trgm',
  uuid_generate_v1: 'uuid-ossp',
  uuid_generate_v1mc: 'uuid-ossp',
  uuid_generate_v4: 'uuid-ossp',
  gen_random_bytes: 'pgcrypto',
}

/** Functions of MySQL, by the stored function that stands in for them where no default uses it. */
const FUNCTIONS_OF_MYSQL: Readonly<Record<string, string>> = {
  BIN_TO_UUID: `CREATE FUNCTION BIN_TO_UUID(bytes BINARY(16)) RETURNS CHAR(36) DETERMINISTIC
    RETURN LOWER(INSERT(INSERT(INSERT(INSERT(HEX(bytes), 21, 0, '-'), 17, 0, '-'), 13, 0, '-'), 9, 0, '-'));`,
  UUID_TO_BIN: `CREATE FUNCTION UUID_TO_BIN(text CHAR(36)) RETURNS BINARY(16) DETERMINISTIC
    RETURN UNHEX(REPLACE(text, '-', ''));`,
}

export const STAND_INS: readonly StandIn[] = [
  {
    name: 'extension-of-postgresql',
    why: 'The schema uses what an extension brings without declaring it: a migration written by hand installs it.',
    provider: 'postgresql',
    problem: /(?:type|operator class|function) "?(\w+)"?.* does not exist/,
    apply: (given, [name = '']) => {
      const extension = EXTENSION_OF[name.toLowerCase()]
      return extension === undefined ? null : first(`CREATE EXTENSION "${extension}";`, given)
    },
  },
  {
    name: 'extension-not-installed',
    why: 'The extension is not among those that the server could install. Its types get stand-ins.',
    provider: 'postgresql',
    problem: /extension "([^"]+)" is not available/,
    apply: (given, [name = '']) =>
      rewritten(given, new RegExp(`CREATE EXTENSION[^;]*?\\b${name}\\b[^;]*;`, 'i'), ''),
  },
  {
    name: 'schema-of-extensions',
    why: 'Hosted systems keep extensions in a schema of their own, which Prisma takes to be there.',
    provider: 'postgresql',
    problem: /schema "(extensions|[^"]+)" does not exist/,
    apply: (given, [name = '']) =>
      new RegExp(`CREATE EXTENSION .* SCHEMA "${name}"`).test(given.scripts.join('\n'))
        ? first(`CREATE SCHEMA "${name}";`, given)
        : null,
  },
  {
    name: 'size-of-a-type-of-another-hand',
    why: 'vector(512): what stands in for the type has no sizes.',
    provider: 'postgresql',
    problem: /type modifier is not allowed for type "(\w+)"/,
    apply: (given, [name = '']) =>
      rewritten(
        given,
        new RegExp(`(?<=^ +"[^"]+" ${name}|COLUMN +"[^"]+" ${name})\\([^)]*\\)`, 'gm'),
        '',
      ),
  },
  {
    name: 'type-of-another-hand',
    why: 'Unsupported("…") names a type that an extension or a migration written by hand brings.',
    provider: 'postgresql',
    problem: /type "([\w."]+)" does not exist/,
    apply: (given, [name = '']) => first(`CREATE DOMAIN ${name} AS text;`, given),
  },
  {
    name: 'function-of-another-hand',
    why: 'dbgenerated("…") calls a function that a migration written by hand brings.',
    provider: 'postgresql',
    problem: /function ([\w.]+)\(([^)]*)\) does not exist/,
    apply: (given, [name = '', parameters = '']) => {
      const [, type] =
        new RegExp(`^ +"[^"]+" (\\S+) .*DEFAULT ${name}\\(`, 'm').exec(given.scripts.join('\n')) ??
        []
      if (type === undefined) return null
      const body = `LANGUAGE sql AS 'SELECT NULL::${type}'`
      return first(`CREATE FUNCTION ${name}(${parameters}) RETURNS ${type} ${body};`, given)
    },
  },
  {
    name: 'moments-with-an-offset',
    why: "MySQL reads '2024-02-01T10:00:00+00:00' since 8.0.19, and so does Prisma write it; MariaDB reads no offset.",
    provider: 'mysql',
    problem: /Invalid default value for/,
    apply: (given) =>
      rewritten(
        given,
        /(?<= DEFAULT '\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)[+-]\d\d:\d\d(?=')/g,
        ' $1',
      ),
  },
  {
    name: 'case-of-table-names',
    why: 'The migrations were made on Windows or macOS, where MySQL takes `post` for the table `Post`.',
    provider: 'mysql',
    problem: /[Tt]able '\w+\.(\w+)'/,
    apply: (given, [name = '']) => {
      const all = given.scripts.join('\n')
      const created = [...all.matchAll(/^(?:CREATE TABLE|.*RENAME TO) `(\w+)`/gm)]
        .map(([, table = '']) => table)
        .find((table) => table !== name && table.toLowerCase() === name.toLowerCase())
      const use = new RegExp(`(?<=\\b(?:TABLE|ON|REFERENCES|INTO|UPDATE|FROM) )\`${name}\``, 'g')
      return created === undefined ? null : rewritten(given, use, `\`${created}\``)
    },
  },
  {
    name: 'function-of-mysql',
    why: 'MySQL has functions that MariaDB lacks.',
    provider: 'mysql',
    problem: /FUNCTION \w+\.(\w+) does not exist/,
    apply: (given, [name = '']) => {
      const body = FUNCTIONS_OF_MYSQL[name.toUpperCase()]
      return body === undefined ? null : first(body, given)
    },
  },
]

/** How many things a script may take for granted. */
const MOST_STAND_INS = 20

/**
 * Executes scripts in an empty database, one after the other, with as many stand-ins as it takes.
 * @returns what the server has against them in the end, and the names of the stand-ins
 */
export async function execute(
  database: Database,
  scripts: readonly string[],
): Promise<{ readonly problem: string | null; readonly standIns: readonly string[] }> {
  let given: Scripts = { before: [], scripts }
  const standIns: string[] = []
  for (;;) {
    const problem = await firstProblem(database, given)
    if (problem === null || standIns.length === MOST_STAND_INS) return { problem, standIns }
    const remedy = remedyFor(database.server.provider, problem, given)
    if (remedy === null) return { problem, standIns }
    standIns.push(remedy.name)
    given = remedy.given
    await database.empty()
  }
}

async function firstProblem(database: Database, { before, scripts }: Scripts) {
  for (const sql of [...before, ...scripts]) {
    const { problem } = await database.run(sql)
    if (problem !== null) return problem
  }
  return null
}

/** What helps against a problem, if something does. */
export function remedyFor(provider: ServerProvider, problem: string, given: Scripts) {
  for (const standIn of STAND_INS) {
    if (standIn.provider !== provider) continue
    const [found, ...groups] = standIn.problem.exec(problem) ?? []
    if (found === undefined) continue
    const changed = standIn.apply(given, groups)
    if (changed !== null) return { name: standIn.name, given: changed }
  }
  return null
}

/** What comes later may be what this needs, so it goes first. `null` when it is there already. */
function first(statement: string, { before, scripts }: Scripts): Scripts | null {
  return before.includes(statement) ? null : { before: [statement, ...before], scripts }
}

/** `null` when there is nothing to rewrite. */
function rewritten(given: Scripts, pattern: RegExp, replacement: string): Scripts | null {
  const scripts = given.scripts.map((sql) => sql.replace(pattern, replacement))
  return scripts.join() === given.scripts.join() ? null : { ...given, scripts }
}

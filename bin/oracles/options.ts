/** The command line of `npm run oracles`. */

import { parseArgs } from 'node:util'
import { KINDS, type OracleKind, type OracleProvider, PROVIDERS } from './pairs'

export interface OracleOptions {
  readonly help: boolean
  readonly folder: string
  readonly kind: OracleKind | null
  readonly provider: OracleProvider | null
  readonly only: string | null
  readonly list: boolean
  /** Whether SQL is executed on the servers that run on this machine. */
  readonly servers: boolean
  /** Whether imports are checked instead. */
  readonly imports: boolean
}

export const HELP = `\
npm run oracles -- DIR [--kind KIND] [--provider NAME] [--only TEXT] [--list] [--no-servers] [--imports]

Compares the SQL that Facet shows with what Prisma wrote for the same schemas, statement by
statement. DIR holds <kind>/<provider>/<name>/ with schema.prisma, migration.sql, meta.json and,
for a step, before.prisma.

  --kind KIND      only ${KINDS.join(', ')}
  --provider NAME  only ${PROVIDERS.join(', ')}
  --only TEXT      only those with TEXT in <kind>/<provider>/<name>
  --list           also name those that pass, with the rules that they needed
  --no-servers     executes nothing on servers, and so skips histories
  --imports        hold the import of scripts to the schemas in DIR instead, of whatever layout

What an older version of Prisma wrote otherwise, and what comes from the shadow database that
"migrate dev" compares with, is put right by the named rules in bin/oracles/rules.ts, each only
where it says it applies; how many used each is printed.

Where a MySQL or MariaDB server answers at 127.0.0.1:3306 (user root, no password), or PostgreSQL at
127.0.0.1:5432 (user postgres, trusted), SQL is executed too, in databases of its own that are
dropped: from nothing to the schema before and on by the step, which has to come to the same as
from nothing to the schema after. A history (kind "history") is applied as it is and has to come to
the same as the SQL from nothing; without a server it is skipped. The rules for what two databases
may differ in are in bin/oracles/rules/descriptions.ts; what SQL takes for granted that a server
lacks is in bin/servers/stand-ins.ts.

Where "migrate dev" wrote its warnings above a migration, or would have, ours are compared too.

With --imports, the SQL of each schema is executed on a server, dumped by the server's own tool and
imported again: of MySQL to a schema of the same SQL, of PostgreSQL and SQLite to what Prisma's engine
finds in a database that the SQL made. SQL Server's is imported as it is. Without such a server, or
sqlite3, its schemas are skipped.

The last line counts. Exits with 1 when one failed.`

/** @throws Error, for people, when the arguments make no sense. */
export function readOptions(args: readonly string[]): OracleOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      kind: { type: 'string' },
      provider: { type: 'string' },
      only: { type: 'string' },
      list: { type: 'boolean', default: false },
      servers: { type: 'boolean', default: true },
      imports: { type: 'boolean', default: false },
    },
    allowNegative: true,
  })
  if (!values.help && positionals.length !== 1) throw new Error('Name one folder of oracles.')
  return {
    help: values.help,
    folder: positionals[0] ?? '',
    kind: oneOf('kind', KINDS, values.kind),
    provider: oneOf('provider', PROVIDERS, values.provider),
    only: values.only ?? null,
    list: values.list,
    servers: values.servers,
    imports: values.imports,
  }
}

function oneOf<Value extends string>(
  option: string,
  values: readonly Value[],
  text: string | undefined,
): Value | null {
  if (text === undefined) return null
  const value = values.find((candidate) => candidate === text)
  if (value === undefined) {
    throw new Error(`--${option} takes one of ${values.join(', ')}, not "${text}".`)
  }
  return value
}

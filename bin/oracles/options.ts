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
}

export const HELP = `\
npm run oracles -- DIR [--kind KIND] [--provider NAME] [--only TEXT] [--list]

Compares the SQL that Facet shows with what Prisma wrote for the same schemas, statement by
statement. DIR holds <kind>/<provider>/<name>/ with schema.prisma, migration.sql, meta.json and,
for a step, before.prisma.

  --kind KIND      only ${KINDS.join(', ')}
  --provider NAME  only ${PROVIDERS.join(', ')}
  --only TEXT      only those with TEXT in <kind>/<provider>/<name>
  --list           also name those that pass, with the rules that they needed

What an older version of Prisma wrote otherwise, and what comes from the shadow database that
"migrate dev" compares with, is put right by the named rules in bin/oracles/rules.ts, each only
where it says it applies; how many used each is printed. A history (kind "history") is applied to
a MySQL or MariaDB server at 127.0.0.1:3306, beside the SQL from nothing, and what the two
databases came to is compared; it is skipped when there is no such server.

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
    },
  })
  if (!values.help && positionals.length !== 1) throw new Error('Name one folder of oracles.')
  return {
    help: values.help,
    folder: positionals[0] ?? '',
    kind: oneOf('kind', KINDS, values.kind),
    provider: oneOf('provider', PROVIDERS, values.provider),
    only: values.only ?? null,
    list: values.list,
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

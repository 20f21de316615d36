/** The command line of `npm run corpus`. */

import { parseArgs } from 'node:util'
import { FOLDER_RULE } from './find-schemas'

export interface CorpusOptions {
  readonly help: boolean
  readonly folders: readonly string[]
  readonly seed: number
  readonly rounds: number
  readonly only: string | null
  /** Whether SQL is executed on the servers that run on this machine. */
  readonly servers: boolean
}

export const HELP = `\
npm run corpus -- DIR [DIR…] [--seed N] [--rounds N] [--only PATH] [--no-servers]

Checks every schema in folders of .prisma files:
  lossless     reading and saving gives back every byte
  incremental  after random edits, tree and graph are those of reading the text anew
  engine       the graph says what Prisma's engine says, wherever Prisma 6 or 7 accepts the schema
  commands     random commands change what they say and nothing else, and undo and redo exactly
  verdict      what Prisma accepts it accepts after any one command, unless the command says why not
  language     where Prisma accepts the schema, each name in it is known, explained, and on offer
  preview      what Prisma accepts can be looked at as for each other database, or is said why not
  server       the SQL from nothing is executed: our planner's for MySQL on a MySQL or MariaDB at
               127.0.0.1:3306 (user root, no password), Prisma's own for PostgreSQL at
               127.0.0.1:5432 (user postgres, trusted). Our planner's migration to what random
               commands make of the schema comes to the same as its SQL from nothing. Where no
               server answers, that is printed and nothing is executed. What the SQL takes for
               granted that the server does not have gets a stand-in, named in
               bin/servers/stand-ins.ts and counted.

${FOLDER_RULE}

  --seed N     another choice of random edits and commands (default 1)
  --rounds N   how many of each for a schema of ordinary size (default 20); large ones get fewer
  --only PATH  only schemas with PATH in their path
  --no-servers executes nothing on servers

Each failure is printed with what repeats it. A schema passes when all its checks do; the last
line counts them. Exits with 1 when a schema failed.`

/** @throws Error, for people, when the arguments make no sense. */
export function readOptions(args: readonly string[]): CorpusOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '20' },
      only: { type: 'string' },
      servers: { type: 'boolean', default: true },
    },
    allowNegative: true,
  })
  if (!values.help && positionals.length === 0) throw new Error('Name a folder to check.')
  return {
    help: values.help,
    folders: positionals,
    seed: wholeNumber('seed', values.seed),
    rounds: wholeNumber('rounds', values.rounds),
    only: values.only ?? null,
    servers: values.servers,
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`)
  return Number(text)
}

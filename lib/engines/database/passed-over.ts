/** Which statements of a script an embedded database is not asked to execute, and why. */
import type { EmbeddedProvider } from './shared'

const ROLES = 'Roles and privileges are not part of a Prisma schema.'
const ROWS = 'Rows are not part of a Prisma schema.'
const SERVER = 'This concerns the server, not the schema.'
const OTHER_FILE = 'Other files are not read; import them on their own.'
const CLIENT = 'A command of the command-line client, not SQL.'

type Rule = readonly [pattern: RegExp, reason: string]

/** What is left out without a word, for nothing of the schema is lost with it. */
const QUIET: Rule = [
  /^(?:begin|commit|end|rollback|abort|start\s+transaction|savepoint|release)\b[^;]*$/i,
  '',
]

const COMMON: readonly Rule[] = [
  QUIET,
  [/^(?:insert|replace|update|delete|copy|truncate)\b/i, ROWS],
  [/^(?:grant|revoke)\b/i, ROLES],
]

const POSTGRES: readonly Rule[] = [
  [/^select\s+(?:pg_catalog\.)?setval\s*\(/i, ''],
  [/^\\(?:un)?restrict\b|^\\\.|^\\(?:set|echo|pset|encoding|timing)\b/, ''],
  [/^\\(?:i|ir|include|include_relative)\b/, OTHER_FILE],
  [/^\\/, CLIENT],
  [/^(?:create|alter|drop)\s+(?:role|user(?!\s+mapping)|group)\b/i, ROLES],
  [
    /^(?:re)?set\s+(?:session\s+|local\s+)?(?:role|session\s+authorization|authorization)\b/i,
    ROLES,
  ],
  [/^alter\s+default\s+privileges\b/i, ROLES],
  [/^alter\b[^;]*\bowner\s+to\s+\S+$/i, ROLES],
  [/^(?:create|alter|drop)\s+(?:database|tablespace|publication|subscription|server)\b/i, SERVER],
  [/^(?:create|alter|drop)\s+event\s+trigger\b/i, SERVER],
  [/^security\s+label\b/i, SERVER],
  [/^comment\s+on\s+(?:extension|database|role)\b/i, 'Comments on this are not kept.'],
  ...COMMON,
]

const SQLITE: readonly Rule[] = [
  [/^\.(?:read|import|restore|open)\b/, OTHER_FILE],
  [/^\./, CLIENT],
  [/^(?:attach|detach|vacuum)\b/i, 'This concerns the file, not the schema.'],
  // SQLite makes its own tables itself.
  [/^create\s+table\s+(?:if\s+not\s+exists\s+)?["'`[]?sqlite_/i, ''],
  [/^(?:insert|delete)\b[^;(]*\bsqlite_\w+/i, ''],
  [/^pragma\b/i, ''],
  [
    /^create\s+virtual\s+table\b/i,
    'Virtual tables, such as full-text indexes, have no place in a Prisma schema.',
  ],
  ...COMMON,
]

/** Why a statement is passed over; `''` if that needs no mention; `null` if it is executed. */
export function passedOver(text: string, provider: EmbeddedProvider): string | null {
  // The rules look at the beginning, and at the end of what is short.
  const sql =
    text.length > LONG ? text.trimStart().slice(0, LONG) : text.trim().replace(/;\s*$/, '')
  if (sql === '') return ''
  const rules = provider === 'sqlite' ? SQLITE : POSTGRES
  return rules.find(([pattern]) => pattern.test(sql))?.[1] ?? null
}

/** In UTF-16 code units. */
const LONG = 2000

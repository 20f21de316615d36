/** Which statements of a script an embedded database is not asked to execute, and why. */
import type { EmbeddedProvider } from './shared'

const ROLES = 'Roles and privileges are not part of a Prisma schema.'
const ROWS = 'Rows are not part of a Prisma schema.'
const CLIENT = 'A command of the command-line client, not SQL.'

const COMMON: readonly (readonly [RegExp, string])[] = [
  [/^(?:insert|replace|update|delete|copy)\b/i, ROWS],
  [/^(?:grant|revoke)\b/i, ROLES],
]

const POSTGRES: readonly (readonly [RegExp, string])[] = [
  ...COMMON,
  [/^\\/, CLIENT],
  [/^(?:create|alter|drop)\s+(?:role|user(?!\s+mapping)|group)\b/i, ROLES],
  [/^alter\s+default\s+privileges\b/i, ROLES],
  [/^alter\b[^;]*\bowner\s+to\s+\S+$/i, ROLES],
  [
    /^(?:create|alter|drop)\s+(?:database|tablespace|publication|subscription|server)\b/i,
    'This concerns the server, not the schema.',
  ],
  [/^comment\s+on\s+(?:extension|database|role)\b/i, 'Comments on this are not kept.'],
]

const SQLITE: readonly (readonly [RegExp, string])[] = [
  ...COMMON,
  [/^\./, CLIENT],
  [/^(?:attach|detach|vacuum)\b/i, 'This concerns the file, not the schema.'],
]

/** Transactions are left out without a word: nothing of the schema is lost with them. */
const TRANSACTION =
  /^(?:begin|commit|end|rollback|abort|start\s+transaction|savepoint|release)\b[^;]*$/i
/** SQLite makes its own tables itself. */
const OWN_TABLE = /^create\s+table\s+["'`[]?sqlite_/i

/** Why a statement is passed over; `''` if that needs no mention; `null` if it is executed. */
export function passedOver(text: string, provider: EmbeddedProvider): string | null {
  const sql = text.trim().replace(/;\s*$/, '')
  if (sql === '' || TRANSACTION.test(sql)) return ''
  if (provider === 'sqlite' && OWN_TABLE.test(sql)) return ''
  const rules = provider === 'sqlite' ? SQLITE : POSTGRES
  return rules.find(([pattern]) => pattern.test(sql))?.[1] ?? null
}

/** The extensions that a script asks for. */
export function extensionsOf(texts: Iterable<string>): string[] {
  const names = new Set<string>()
  for (const text of texts) {
    const [, name] = /^create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/i.exec(text) ?? []
    if (name) names.add(name.toLowerCase())
  }
  return [...names]
}

/**
 * Holds our SQL from nothing to what a whole folder of migrations came to: both are applied to
 * databases of their own on a real server, and what the server says of the two is compared.
 */

import { spawnSync } from 'node:child_process'
import { showDifference } from './compare'
import type { Oracle } from './pairs'

const HOST = '127.0.0.1'
const PORT = '3306'

/** Why a history is not compared, or in what the two databases differ; `null` when in nothing. */
export type HistoryResult =
  | { readonly skipped: string }
  | { readonly difference: string | null; readonly rules: readonly string[] }

/**
 * MySQL makes an index for a foreign key that has none, and keeps it when the key is dropped. So a
 * history may come to more indexes than its schema, which are taken off it.
 */
export const LEFT_INDEXES = 'indexes-left-by-foreign-keys'

/** `actual` is our SQL from nothing. */
export function compareHistory(oracle: Oracle, actual: string): HistoryResult {
  if (oracle.provider !== 'mysql') return { skipped: `no server for ${oracle.provider} is known` }
  const unreachable = run(null, 'SELECT 1').problem
  if (unreachable !== null) return { skipped: `no MySQL at ${HOST}:${PORT} (${unreachable})` }
  const names = [`facet_history_${process.pid}`, `facet_planned_${process.pid}`] as const
  try {
    for (const name of names) {
      const { problem } = run(null, `CREATE DATABASE ${name}`)
      if (problem !== null) return { skipped: `no database can be created (${problem})` }
    }
    const [history, planned] = names
    const migrated = run(history, oracle.sql).problem
    if (migrated !== null) return { skipped: `the server refuses the migrations (${migrated})` }
    const applied = run(planned, actual).problem
    if (applied !== null) return { difference: `The server refuses our SQL: ${applied}`, rules: [] }
    return compareDescriptions(describeDatabase(planned), describeDatabase(history))
  } finally {
    for (const name of names) run(null, `DROP DATABASE IF EXISTS ${name}`)
  }
}

/** Compares the lines of two databases: ours, and what the history came to. */
export function compareDescriptions(actual: readonly string[], history: readonly string[]) {
  const expected = withoutLeftIndexes(history)
  const isSame = actual.join('\n') === expected.join('\n')
  return {
    difference: isSame ? null : showDifference(actual, expected),
    rules: expected.length < history.length ? [LEFT_INDEXES] : [],
  }
}

function withoutLeftIndexes(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => {
    const [, table, name] = /^(\S+) index (\S+_fkey) /.exec(line) ?? []
    if (name === undefined) return true
    return lines.some((other) => other.startsWith(`${table} foreign key ${name} `))
  })
}

/** A line for each column, index and foreign key, whatever the order of columns. */
function describeDatabase(name: string): string[] {
  const { output, problem } = run(name, DESCRIPTION)
  if (problem !== null) throw new Error(`The server does not describe ${name}: ${problem}`)
  return output.split('\n').filter((line) => line !== '')
}

const DESCRIPTION = `
SELECT CONCAT_WS(' ', TABLE_NAME, 'column', COLUMN_NAME, COLUMN_TYPE,
  IF(IS_NULLABLE = 'YES', 'null', 'not null'), IFNULL(CONCAT('default ', COLUMN_DEFAULT), ''),
  EXTRA, IFNULL(COLLATION_NAME, '')) AS line
FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations'
UNION ALL
SELECT CONCAT_WS(' ', TABLE_NAME, IF(NON_UNIQUE, 'index', 'unique'), INDEX_NAME, INDEX_TYPE,
  GROUP_CONCAT(CONCAT(COLUMN_NAME, IFNULL(CONCAT('(', SUB_PART, ')'), ''), IFNULL(COLLATION, ''))
    ORDER BY SEQ_IN_INDEX))
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations'
GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE
UNION ALL
SELECT CONCAT_WS(' ', r.TABLE_NAME, 'foreign key', r.CONSTRAINT_NAME,
  GROUP_CONCAT(k.COLUMN_NAME ORDER BY k.ORDINAL_POSITION), 'to', r.REFERENCED_TABLE_NAME,
  GROUP_CONCAT(k.REFERENCED_COLUMN_NAME ORDER BY k.ORDINAL_POSITION),
  r.DELETE_RULE, r.UPDATE_RULE)
FROM information_schema.REFERENTIAL_CONSTRAINTS r
JOIN information_schema.KEY_COLUMN_USAGE k
  ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME
WHERE r.CONSTRAINT_SCHEMA = DATABASE()
GROUP BY r.TABLE_NAME, r.CONSTRAINT_NAME, r.REFERENCED_TABLE_NAME, r.DELETE_RULE, r.UPDATE_RULE
ORDER BY line`

/** Runs a script with the server's own client, as Prisma's users without a driver would. */
function run(database: string | null, sql: string) {
  const args = ['--protocol=tcp', '-h', HOST, '-P', PORT, '-u', 'root', '--batch']
  args.push('--skip-column-names', '--raw', '--default-character-set=utf8mb4')
  if (database !== null) args.push(database)
  const { status, stdout, stderr, error } = spawnSync('mysql', args, {
    input: sql,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const problem = error?.message ?? (status === 0 ? null : stderr.trim().split('\n').join(' '))
  return { output: stdout ?? '', problem }
}

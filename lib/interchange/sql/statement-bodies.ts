/**
 * What single words say about where a statement ends: bodies of triggers and functions, which hold
 * semicolons of their own, and words with which a statement of SQL Server plainly begins. Words are in
 * capitals; `end` is the offset after the word.
 */

import type { SqlDialect } from './lexical'

/** `blocks`: ends at its delimiter once every BEGIN is closed. `batch`: only `GO` ends it. */
export type Body = 'none' | 'blocks' | 'batch'

/** Whether the word names the kind of object that CREATE or ALTER is about. */
export function startsObject(word: string): boolean {
  return OBJECTS.has(word)
}

const BODIES = new Set(['TRIGGER', 'FUNCTION', 'PROCEDURE', 'PROC', 'EVENT'])
const OBJECTS = new Set([
  ...BODIES,
  ...['TABLE', 'VIEW', 'INDEX', 'SCHEMA', 'DATABASE', 'TYPE', 'DOMAIN', 'SEQUENCE', 'EXTENSION'],
  ...['ROLE', 'USER', 'LOGIN', 'POLICY', 'RULE', 'AGGREGATE', 'OPERATOR', 'CAST', 'PUBLICATION'],
])

export function opensBody(first: string, object: string, dialect: SqlDialect): Body {
  if (!BODIES.has(object) || (first !== 'CREATE' && first !== 'ALTER')) return 'none'
  if (dialect === 'sqlserver') return 'batch'
  // PostgreSQL's triggers call functions, and have no body.
  if (dialect === 'postgresql')
    return object === 'TRIGGER' || object === 'EVENT' ? 'none' : 'blocks'
  return first === 'CREATE' ? 'blocks' : 'none'
}

/** By how much a word changes the number of open BEGIN and CASE. */
export function bodyWord(
  word: string,
  sql: string,
  end: number,
  dialect: SqlDialect,
  body: Body,
  before: string,
  depth: number,
): number {
  if (word !== 'BEGIN' && word !== 'CASE' && word !== 'END') return 0
  if (dialect !== 'sqlserver' && body !== 'blocks') return 0
  // In PostgreSQL only the body of a function in standard SQL holds bare semicolons.
  if (dialect === 'postgresql' && depth === 0)
    return word === 'BEGIN' && follows(ATOMIC, sql, end) ? 1 : 0
  if (word === 'BEGIN') return dialect === 'sqlserver' && follows(NOT_A_BLOCK, sql, end) ? 0 : 1
  // `END CASE` closes what `CASE` opened.
  if (word === 'CASE') return before === 'END' ? 0 : 1
  return follows(dialect === 'sqlserver' ? CLOSES_DIALOG : CLOSES_OTHERS, sql, end) ? 0 : -1
}

/**
 * Whether a statement of SQL Server begins at this word, which begins a line. `SET` of an assignment or
 * of a referential action and `ALTER COLUMN` do not begin one.
 */
export function isCutAtLineStart(word: string, sql: string, end: number): boolean {
  if (ALWAYS_BEGIN.has(word)) return true
  if (word === 'SET') return follows(OPTION, sql, end)
  if (word === 'ALTER' || word === 'DROP') return follows(OBJECT, sql, end)
  return word === 'BEGIN' && follows(NOT_A_BLOCK, sql, end)
}

const ALWAYS_BEGIN = new Set([
  ...[
    'CREATE',
    'INSERT',
    'EXEC',
    'EXECUTE',
    'USE',
    'PRINT',
    'DECLARE',
    'GRANT',
    'DENY',
    'TRUNCATE',
  ],
  ...['COMMIT', 'ROLLBACK', 'IF'],
])

const ATOMIC = /\s+ATOMIC\b/iy
const NOT_A_BLOCK = /\s+(?:TRAN|TRANSACTION|DISTRIBUTED|CONVERSATION|DIALOG)\b/iy
const CLOSES_OTHERS = /\s+(?:IF|LOOP|WHILE|REPEAT|FOR)\b/iy
const CLOSES_DIALOG = /\s+CONVERSATION\b/iy
const OPTION =
  /\s+(?:ANSI_\w+|QUOTED_IDENTIFIER|NOCOUNT|IDENTITY_INSERT|XACT_ABORT|ARITHABORT|CONCAT_NULL_YIELDS_NULL|NUMERIC_ROUNDABORT|NOEXEC|LANGUAGE|DATEFORMAT)\b/iy
const OBJECT =
  /\s+(?:TABLE|DATABASE|SCHEMA|VIEW|PROC|PROCEDURE|FUNCTION|TRIGGER|INDEX|ROLE|USER|TYPE|SEQUENCE|AUTHORIZATION|LOGIN)\b/iy

function follows(pattern: RegExp, sql: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(sql)
}

/**
 * Where comments and quoted text of SQL end, by dialect. It knows no statements; the splitter and the
 * readers share it, so that they agree about what is text and what is code. Offsets are UTF-16 code
 * units. Every function looks at each character at most once.
 */

export type SqlDialect = 'postgresql' | 'mysql' | 'sqlite' | 'sqlserver'

/** What {@link commentEnd} and {@link quotedEnd} give for what begins and never ends. */
export const UNTERMINATED = -1

/**
 * Where the comment that begins at `at` ends, `at` itself if none begins there. A line comment ends
 * before its line break. MySQL's `/*!40101 …`, which servers run, is no comment.
 */
export function commentEnd(sql: string, at: number, dialect: SqlDialect): number {
  const code = sql.charCodeAt(at)
  if (code === HASH) return dialect === 'mysql' ? lineEnd(sql, at) : at
  const next = sql.charCodeAt(at + 1)
  if (code === DASH && next === DASH) {
    if (dialect === 'mysql' && sql.charCodeAt(at + 2) > SPACE) return at
    return lineEnd(sql, at)
  }
  if (code !== SLASH || next !== STAR) return at
  if (dialect === 'postgresql' || dialect === 'sqlserver') return nestedCommentEnd(sql, at)
  if (dialect === 'mysql' && versionedCodeStart(sql, at) > at) return at
  const end = sql.indexOf('*/', at + 2)
  if (end >= 0) return end + 2
  // SQLite lets the end of the input end a comment.
  return dialect === 'sqlite' ? sql.length : UNTERMINATED
}

/**
 * Where the code of `/*!40101 …` or `/*M!100100 …` begins, `at` itself if none begins there. The
 * version 999999, which no server has, marks what only clients read: that is a comment.
 */
export function versionedCodeStart(sql: string, at: number): number {
  VERSIONED.lastIndex = at
  const match = VERSIONED.exec(sql)
  return match === null || match[1] === '999999' ? at : at + match[0].length
}

const VERSIONED = /\/\*M?!(\d{0,6})/y

/**
 * Where the string, quoted name or dollar-quoted text that begins at `at` ends, `at` itself if none
 * begins there.
 */
export function quotedEnd(sql: string, at: number, dialect: SqlDialect): number {
  switch (sql.charCodeAt(at)) {
    case APOSTROPHE:
      return dialect === 'mysql' || (dialect === 'postgresql' && isEscapeString(sql, at))
        ? escapedEnd(sql, at)
        : doubledEnd(sql, at, "'")
    case QUOTE:
      return dialect === 'mysql' ? escapedEnd(sql, at) : doubledEnd(sql, at, '"')
    case BACKTICK:
      return dialect === 'mysql' || dialect === 'sqlite' ? doubledEnd(sql, at, '`') : at
    case BRACKET:
      if (dialect === 'sqlserver') return doubledEnd(sql, at, ']')
      if (dialect === 'sqlite') {
        const end = sql.indexOf(']', at + 1)
        return end < 0 ? UNTERMINATED : end + 1
      }
      return at
    case DOLLAR:
      return dialect === 'postgresql' ? dollarEnd(sql, at) : at
    default:
      return at
  }
}

/** Where the line that `at` is on ends, before its line break. */
export function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf('\n', at)
  return end < 0 ? sql.length : end
}

/** Whether a character may be part of a word: a letter, digit, `_` or `$`, or not ASCII. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === DOLLAR ||
    code > 127
  )
}

/** `E'…'`: the letter directly before, and not the end of a longer word. */
function isEscapeString(sql: string, at: number): boolean {
  const before = sql.charCodeAt(at - 1)
  return (before === 69 || before === 101) && !isWordCode(sql.charCodeAt(at - 2))
}

/** Of text in which the closing quote is written twice to mean itself. */
function doubledEnd(sql: string, at: number, quote: string): number {
  let end = sql.indexOf(quote, at + 1)
  while (end >= 0) {
    if (sql[end + 1] !== quote) return end + 1
    end = sql.indexOf(quote, end + 2)
  }
  return UNTERMINATED
}

/** Of text in which a backslash escapes too. */
function escapedEnd(sql: string, at: number): number {
  const quote = sql.charCodeAt(at)
  for (let index = at + 1; index < sql.length; index++) {
    const code = sql.charCodeAt(index)
    if (code === BACKSLASH) index++
    else if (code === quote) {
      if (sql.charCodeAt(index + 1) !== quote) return index + 1
      index++
    }
  }
  return UNTERMINATED
}

function dollarEnd(sql: string, at: number): number {
  // `a$b$c` is one name.
  if (isWordCode(sql.charCodeAt(at - 1))) return at
  DOLLAR_TAG.lastIndex = at
  const tag = DOLLAR_TAG.exec(sql)?.[0]
  if (tag === undefined) return at
  const end = sql.indexOf(tag, at + tag.length)
  return end < 0 ? UNTERMINATED : end + tag.length
}

const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]{0,62})?\$/uy

function nestedCommentEnd(sql: string, at: number): number {
  let depth = 0
  BRACES.lastIndex = at
  for (let match = BRACES.exec(sql); match !== null; match = BRACES.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return BRACES.lastIndex
  }
  return UNTERMINATED
}

const BRACES = /\/\*|\*\//g

const SPACE = 32
const QUOTE = 34
const HASH = 35
const DOLLAR = 36
const APOSTROPHE = 39
const STAR = 42
const DASH = 45
const SLASH = 47
const BRACKET = 91
const BACKSLASH = 92
const BACKTICK = 96

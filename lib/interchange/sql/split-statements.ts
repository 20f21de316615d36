/**
 * Cuts a dump or script into its statements, in one pass and without understanding them. It knows what
 * the command-line clients know: quotes and comments of each dialect, `DELIMITER`, `GO`, the rows after
 * `COPY … FROM stdin`, backslash and dot commands, and that the body of a trigger or function has
 * semicolons of its own. It takes any text: what is never closed reaches to the end and says so.
 */

import {
  commentEnd,
  isWordCode,
  lineEnd,
  quotedEnd,
  type SqlDialect,
  UNTERMINATED,
  versionedCodeStart,
} from './lexical'
import { type Body, bodyWord, isCutAtLineStart, opensBody, startsObject } from './statement-bodies'

export interface Statement {
  /** Without comments around it and without its delimiter. */
  readonly text: string
  /** The line that it begins on, from 1. */
  readonly line: number
  /** Offsets in the script: `sql.slice(from, to) === text`. */
  readonly from: number
  readonly to: number
  /** Set on the last statement if something in it is never closed, which makes it reach to the end. */
  readonly problem?: string
}

/** The pieces of a script stand one after the other without gaps: their texts joined are the script. */
export interface Piece {
  /** `blank` is space, comments and delimiters; `command` is for the client; `data` is rows of COPY. */
  readonly kind: 'statement' | 'blank' | 'command' | 'data'
  readonly from: number
  readonly to: number
  readonly problem?: string
}

export function splitStatements(sql: string, dialect: SqlDialect): Statement[] {
  const statements: Statement[] = []
  let line = 1
  let counted = 0
  for (const piece of cutPieces(sql, dialect)) {
    if (piece.kind !== 'statement') continue
    const { from, to, problem } = piece
    line += countLines(sql, counted, from)
    counted = from
    const statement = { text: sql.slice(from, to), line, from, to }
    statements.push(problem === undefined ? statement : { ...statement, problem })
  }
  return statements
}

export function cutPieces(sql: string, dialect: SqlDialect): Piece[] {
  return new Cutter(sql, dialect).cut()
}

/** How many line breaks there are from `from` up to `to`. */
export function countLines(sql: string, from: number, to: number): number {
  // Looking for the next one with `indexOf` could run far past `to`, again for each statement.
  let lines = 0
  for (let at = from; at < to; at++) if (sql.charCodeAt(at) === NEWLINE) lines++
  return lines
}

/** How many words of a statement tell what it is; MySQL's `DEFINER` takes some of them. */
const TELLING_WORDS = 12

class Cutter {
  private readonly sql: string
  private readonly dialect: SqlDialect
  private readonly pieces: Piece[] = []
  private at = 0
  /** Everything before is in `pieces`. */
  private covered = 0
  private delimiter = ';'
  /** Whether only space stands between the line's start and `at`. */
  private atLineStart = true

  /** Where the current statement begins, -1 between statements. */
  private start = -1
  /** Where its last token so far ends. */
  private tokenEnd = 0
  private words: string[] = []
  private body: Body = 'none'
  private hasObject = false
  /** How many BEGIN and CASE are open. */
  private depth = 0
  private parentheses = 0
  /** Within MySQL's `/*! … `, whose content is part of the statement. */
  private isVersioned = false
  private lastWord = ''
  /** Of `IF … CREATE …`: whether what the condition guards has begun. */
  private isGuardedBegun = false

  constructor(sql: string, dialect: SqlDialect) {
    this.sql = sql
    this.dialect = dialect
  }

  cut(): Piece[] {
    while (this.at < this.sql.length) this.step()
    if (this.isVersioned) this.endStatement('A /*! comment is never closed with */.')
    else if (this.depth > 0) this.endStatement('A BEGIN or CASE is never closed with END.')
    else this.endStatement()
    this.push('blank', this.covered, this.sql.length)
    return this.pieces
  }

  private step(): void {
    const { sql, dialect, at } = this
    const code = sql.charCodeAt(at)
    if (isSpaceCode(code)) {
      if (code === NEWLINE) this.atLineStart = true
      this.at++
      return
    }
    // Most of a script is words, and no comment or quote begins with a letter or digit.
    if (this.delimiter === ';' && code !== DOLLAR && isWordCode(code)) {
      this.takeWord()
      return
    }
    const comment = commentEnd(sql, at, dialect)
    if (comment === UNTERMINATED) {
      this.takeRest('A comment is never closed with */.')
      return
    }
    if (comment > at) {
      this.at = comment
      return
    }
    const quoted = quotedEnd(sql, at, dialect)
    if (quoted === UNTERMINATED) {
      this.takeRest(unclosedProblem(code))
      return
    }
    if (quoted > at) {
      this.take(quoted)
      return
    }
    if (this.isAtDelimiter()) {
      this.endAtDelimiter()
      return
    }
    if (isWordCode(code)) {
      this.takeWord()
      return
    }
    if (this.isClientCommand(code)) {
      this.takeCommand()
      return
    }
    this.takeSign(code)
  }

  /** Makes everything up to `end` part of the current statement, which begins here if none has. */
  private take(end: number): void {
    if (this.start < 0) this.start = this.at
    this.at = end
    this.tokenEnd = end
    this.atLineStart = false
  }

  private takeRest(problem: string): void {
    this.take(this.sql.length)
    this.endStatement(problem)
  }

  private takeSign(code: number): void {
    const { sql, at, dialect } = this
    if (dialect === 'mysql' && code === SLASH) {
      const inner = versionedCodeStart(sql, at)
      if (inner > at) {
        this.isVersioned = true
        this.take(inner)
        return
      }
    }
    if (code === STAR && this.isVersioned && sql.charCodeAt(at + 1) === SLASH) {
      this.isVersioned = false
      this.take(at + 2)
      return
    }
    if (code === OPENING) this.parentheses++
    else if (code === CLOSING) this.parentheses--
    this.take(at + 1)
  }

  private takeWord(): void {
    const { sql, at, dialect } = this
    let end = at + 1
    while (end < sql.length && isWordCode(sql.charCodeAt(end))) end++
    if (this.isTelling(end - at)) {
      const word = sql.slice(at, end).toUpperCase()
      if (this.atLineStart && this.takeClientWord(word, end)) return
      if (dialect === 'sqlserver' && this.takeTryBoundary(word, end)) return
      this.note(word, end)
    }
    this.take(end)
  }

  /** Whether a word of this length could matter where it stands; most words of a dump do not. */
  private isTelling(length: number): boolean {
    if (this.words.length < TELLING_WORDS || this.atLineStart) return length <= 16
    return length <= 5 && (this.body !== 'none' || this.dialect === 'sqlserver' || this.depth > 0)
  }

  /** Keeps what the word says about where the statement ends. */
  private note(word: string, end: number): void {
    const { sql, dialect } = this
    if (dialect === 'sqlserver' && this.isCutBefore(word, end)) this.endStatement()
    if (this.words.length < TELLING_WORDS) {
      this.words.push(word)
      if (!this.hasObject && startsObject(word)) {
        this.hasObject = true
        this.body = opensBody(this.words[0] ?? '', word, dialect)
      }
    }
    const change = bodyWord(word, sql, end, dialect, this.body, this.lastWord, this.depth)
    if (change > 0 && this.words[0] === 'IF') this.isGuardedBegun = true
    this.depth = Math.max(0, this.depth + change)
    this.lastWord = word
  }

  /** SQL Server needs no delimiters: a statement also ends where another plainly begins. */
  private isCutBefore(word: string, end: number): boolean {
    if (!this.atLineStart || this.start < 0 || this.depth > 0 || this.parentheses > 0) return false
    if (this.body === 'batch' || !isCutAtLineStart(word, this.sql, end)) return false
    if (this.words[0] === 'IF' && !this.isGuardedBegun) {
      this.isGuardedBegun = true
      return false
    }
    return true
  }

  /** `GO` and `DELIMITER`, which are lines of their own. */
  private takeClientWord(word: string, end: number): boolean {
    const { sql, at, dialect } = this
    if (dialect === 'sqlserver' && word === 'GO') {
      const stop = lineEnd(sql, end)
      if (!/^\s*\d*\s*;?\s*(--.*)?$/.test(sql.slice(end, Math.min(stop, end + 200)))) return false
      this.endStatement()
      this.pushCommand(at, stop)
      return true
    }
    if (dialect === 'mysql' && word === 'DELIMITER' && this.start < 0) {
      const stop = lineEnd(sql, end)
      this.delimiter = sql.slice(end, stop).trim().split(/\s/, 1)[0] || ';'
      this.pushCommand(at, stop)
      return true
    }
    return false
  }

  /** `BEGIN TRY` and `END TRY` stand around statements like brackets, so each is one of its own. */
  private takeTryBoundary(word: string, end: number): boolean {
    if (this.depth > 0 || this.body === 'batch' || (word !== 'BEGIN' && word !== 'END'))
      return false
    TRY.lastIndex = end
    if (!TRY.test(this.sql)) return false
    this.endStatement()
    this.take(TRY.lastIndex)
    this.endStatement()
    return true
  }

  /** psql's backslash commands stand anywhere, the SQLite shell's dot commands between statements. */
  private isClientCommand(code: number): boolean {
    if (this.dialect === 'postgresql') return code === BACKSLASH
    return this.dialect === 'sqlite' && code === DOT && this.start < 0 && this.atLineStart
  }

  private takeCommand(): void {
    this.endStatement()
    this.pushCommand(this.at, lineEnd(this.sql, this.at))
  }

  private pushCommand(from: number, to: number): void {
    this.push('command', from, to)
    this.at = to
  }

  private isAtDelimiter(): boolean {
    if (this.delimiter !== ';') return this.sql.startsWith(this.delimiter, this.at)
    if (this.sql.charCodeAt(this.at) !== SEMICOLON) return false
    return this.depth === 0 && !this.isVersioned && this.body !== 'batch'
  }

  private endAtDelimiter(): void {
    const isCopy =
      this.dialect === 'postgresql' &&
      this.words[0] === 'COPY' &&
      /\bfrom\s+stdin\b/i.test(
        this.sql.slice(Math.max(this.start, this.tokenEnd - 300), this.tokenEnd),
      )
    this.endStatement()
    this.at += this.delimiter.length
    this.atLineStart = false
    if (isCopy) this.takeCopiedRows()
  }

  /** The rows after `COPY … FROM stdin;`, which end with a line `\.`. */
  private takeCopiedRows(): void {
    const { sql } = this
    const first = Math.min(lineEnd(sql, this.at) + 1, sql.length)
    END_OF_ROWS.lastIndex = first
    const match = END_OF_ROWS.exec(sql)
    const end = match === null ? sql.length : END_OF_ROWS.lastIndex
    const problem = 'The rows of COPY are never ended with \\. on a line of its own.'
    this.push('data', first, end, match === null ? problem : undefined)
    this.at = end
  }

  private endStatement(problem?: string): void {
    if (this.start >= 0) this.push('statement', this.start, this.tokenEnd, problem)
    this.start = -1
    this.words = []
    this.body = 'none'
    this.hasObject = false
    this.depth = 0
    this.parentheses = 0
    this.isVersioned = false
    this.lastWord = ''
    this.isGuardedBegun = false
  }

  private push(kind: Piece['kind'], from: number, to: number, problem?: string): void {
    if (from > this.covered) this.pieces.push({ kind: 'blank', from: this.covered, to: from })
    if (to > from)
      this.pieces.push(problem === undefined ? { kind, from, to } : { kind, from, to, problem })
    this.covered = Math.max(this.covered, to)
  }
}

function unclosedProblem(code: number): string {
  if (code === DOLLAR) return 'A dollar-quoted text is never closed.'
  if (code === APOSTROPHE) return "A string is never closed with '."
  const closing = code === BRACKET ? ']' : String.fromCharCode(code)
  return `A quoted name is never closed with ${closing}.`
}

/** Space, line breaks, control characters, no-break space and byte order mark. */
function isSpaceCode(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff
}

const TRY = /\s+TRY\b/iy
const END_OF_ROWS = /^\\\.[ \t\r]*$/gm

const NEWLINE = 10
const DOLLAR = 36
const APOSTROPHE = 39
const OPENING = 40
const CLOSING = 41
const STAR = 42
const DOT = 46
const SLASH = 47
const SEMICOLON = 59
const BRACKET = 91
const BACKSLASH = 92

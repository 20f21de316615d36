/**
 * A migration's text as the statements that it consists of, each with the heading that Prisma
 * wrote above it. A statement ends with a semicolon outside quotes and comments.
 */

export interface Statement {
  /** `CreateTable` of `-- CreateTable`; `null` above the first heading. */
  readonly heading: string | null
  /** As written, with its semicolon, without blank lines and headings around it. */
  readonly text: string
}

const HEADING = /^-- ([A-Z][A-Za-z]+)[ \t]*$/
const WARNINGS = /^\s*\/\*\s*Warnings:[\s\S]*?\*\//

/** What quotes a text or a name, and what ends it; inside, the end is written twice. */
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' }

export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = []
  let heading: string | null = null
  let start = 0
  const finish = (end: number) => {
    const text = sql.slice(start, end).trim()
    if (text !== '') statements.push({ heading, text })
    start = end
  }
  let at = 0
  while (at < sql.length) {
    const lineEnd = endOfLine(sql, at)
    const found = isLineStart(sql, at) ? HEADING.exec(sql.slice(at, lineEnd)) : null
    if (found?.[1] !== undefined) {
      finish(at)
      heading = found[1]
      start = at = lineEnd
    } else if (sql.startsWith('--', at)) {
      at = lineEnd
    } else if (sql.startsWith('/*', at)) {
      at = after(sql, '*/', at + 2)
    } else if (QUOTES[sql[at] ?? ''] !== undefined) {
      at = endOfQuoted(sql, at)
    } else if (sql[at++] === ';') {
      finish(at)
    }
  }
  finish(sql.length)
  return statements
}

/** The text of statements as Prisma lays them out. */
export function joinStatements(statements: readonly Statement[]): string {
  let heading: string | null = null
  return statements
    .map((statement, at) => {
      const isNew = at === 0 || statement.heading !== heading
      heading = statement.heading
      return isNew && heading !== null ? `-- ${heading}\n${statement.text}` : statement.text
    })
    .join('\n\n')
}

/** Without the comment in which `prisma migrate dev` puts its warnings, above everything else. */
export function withoutWarnings(sql: string): string {
  return sql.replace(WARNINGS, '').replace(/^\n/, '')
}

/** The warnings that `prisma migrate dev` wrote above a migration. */
export function readWarnings(sql: string): string[] {
  const [comment = ''] = WARNINGS.exec(sql) ?? []
  return [...comment.matchAll(/^ {2}- (.*)$/gm)].map(([, text = '']) => text)
}

function isLineStart(sql: string, at: number): boolean {
  return at === 0 || sql[at - 1] === '\n'
}

function endOfLine(sql: string, from: number): number {
  const end = sql.indexOf('\n', from)
  return end < 0 ? sql.length : end
}

function after(sql: string, end: string, from: number): number {
  const at = sql.indexOf(end, from)
  return at < 0 ? sql.length : at + end.length
}

/** Just after the quoted text that begins at `from`. */
function endOfQuoted(sql: string, from: number): number {
  const end = QUOTES[sql[from] ?? ''] ?? ''
  let at = after(sql, end, from + 1)
  while (sql[at] === end) at = after(sql, end, at + 1)
  return at
}

/**
 * A migration's text as the steps that it consists of: the heading that Prisma wrote above each,
 * and its statements. A statement ends with a semicolon outside quotes and comments.
 */

export interface Step {
  /** `CreateTable` of `-- CreateTable`; `null` for what stands above the first heading. */
  readonly heading: string | null
  /** As written, with their semicolons, without blank lines around them. */
  readonly statements: readonly string[]
}

const HEADING = /^-- ([A-Z][A-Za-z]+)[ \t]*$/
const WARNINGS = /^\s*\/\*\s*Warnings:[\s\S]*?\*\//

/** What quotes a text or a name, and what ends it; inside, the end is written twice. */
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']' }

export function splitSteps(sql: string): Step[] {
  const steps: { heading: string | null; statements: string[] }[] = []
  let start = 0
  const finish = (end: number) => {
    const text = sql.slice(start, end).trim()
    start = end
    if (text === '') return
    if (steps.length === 0) steps.push({ heading: null, statements: [] })
    steps.at(-1)?.statements.push(text)
  }
  let at = 0
  while (at < sql.length) {
    const lineEnd = endOfLine(sql, at)
    const found = isLineStart(sql, at) ? HEADING.exec(sql.slice(at, lineEnd)) : null
    if (found?.[1] !== undefined) {
      finish(at)
      steps.push({ heading: found[1], statements: [] })
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
  return steps.flatMap(apartFromCommit)
}

/** The end of SQL Server's transaction has no heading, so it would belong to the last step. */
function apartFromCommit(step: Step): Step[] {
  const at = step.statements.indexOf('COMMIT TRAN;')
  if (at <= 0 || step.heading === null) return [step]
  return [
    { ...step, statements: step.statements.slice(0, at) },
    { heading: null, statements: step.statements.slice(at) },
  ]
}

/** The text of steps, one statement after another. */
export function joinSteps(steps: readonly Step[]): string {
  return steps
    .flatMap(({ heading, statements }) => {
      if (statements.length === 0) return []
      const text = statements.join('\n')
      return [heading === null ? text : `-- ${heading}\n${text}`]
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

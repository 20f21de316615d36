/** SQL in a form in which it can be compared with what comes of importing it. */

import { joinSteps, splitSteps } from './statements'

const NONE: ReadonlySet<string> = new Set()

/**
 * Statements in an order of their own: a server lists tables by name, and the keys of a table by
 * when they were made. `ownIndexes` are those that a server makes for foreign keys; `prisma db pull`
 * gives them as well, so they are expected.
 */
export function comparable(
  sql: string,
  provider: 'mysql' | 'sqlserver',
  ownIndexes: ReadonlySet<string> = NONE,
): string[] {
  const text = joinSteps(splitSteps(sql))
  const statements = text.split(/;\n/).map((statement) => {
    const lines = statement
      .replace(/^(?:\s*-- .*\n)+/, '')
      .replace(/;$/, '')
      .trim()
      .split('\n')
    if (provider === 'sqlserver' || !lines[0]?.startsWith('CREATE TABLE')) return lines.join('\n')
    const inner = lines.slice(1, -1).map((line) => line.trim().replace(/,$/, ''))
    const columns = inner.filter((line) => line.startsWith('`')).map(asServerKeepsIt)
    const keys = inner.filter(
      (line) =>
        line !== '' &&
        !line.startsWith('`') &&
        !ownIndexes.has(/^INDEX `([^`]+)`/.exec(line)?.[1] ?? ''),
    )
    return [lines[0], ...columns, ...keys.sort(), lines.at(-1)].join('\n')
  })
  return statements.sort().join('\n').split('\n')
}

/**
 * A column as MySQL and MariaDB keep it, whatever was written: a time without a precision has none,
 * the names of the present are one, expressions of one call lose their parentheses in MariaDB, and
 * what a column becomes when its row is updated is nothing that a Prisma schema says.
 */
function asServerKeepsIt(line: string): string {
  return line
    .replace(/ ON UPDATE \w+(?:\(\d*\))?/i, '')
    .replace(/ (TIMESTAMP|DATETIME|TIME)(?= |$)/, ' $1(0)')
    .replace(
      / DEFAULT (?:CURRENT_TIMESTAMP|NOW)(?:\(0?\))?(?= |$)/i,
      ' DEFAULT CURRENT_TIMESTAMP(0)',
    )
    .replace(/ DEFAULT \((\w+\(\))\)/, ' DEFAULT $1')
}

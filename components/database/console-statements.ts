/** Which statements of a console's text are run. */

import type { EmbeddedProvider } from '@/lib/engines/database/shared'
import { splitStatements } from '@/lib/interchange/sql/split-statements'

export interface ConsoleStatement {
  readonly text: string
  /** Where it begins in the console's text, in UTF-16 code units. */
  readonly from: number
}

/** What is selected; without a selection, the statement at the cursor, or else the one before it. */
export function statementsToRun(
  text: string,
  provider: EmbeddedProvider,
  selection: { readonly from: number; readonly to: number },
): ConsoleStatement[] {
  if (selection.from !== selection.to) {
    const { from, to } = selection
    return statementsOf(text.slice(from, to), provider, from)
  }
  const all = statementsOf(text, provider)
  const atCursor = all.findLast(({ from }) => from <= selection.from) ?? all[0]
  return atCursor ? [atCursor] : []
}

/** All of them; `offset` is added to where they begin. */
export function statementsOf(
  text: string,
  provider: EmbeddedProvider,
  offset = 0,
): ConsoleStatement[] {
  return splitStatements(text, provider).map(({ text, from }) => ({ text, from: from + offset }))
}

/** Whether a statement only looks. Anything else may have changed the database. */
export function isQuery(text: string): boolean {
  return (
    /^(?:select|values|table|show|explain|pragma\s+\w+\s*(?:\(|$)|with)\b/i.test(text) &&
    !/\b(?:insert\s+into|update|delete\s+from|merge|nextval|setval|into)\b/i.test(text)
  )
}

/** Text for a list: on one line. */
export function oneLine(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim()
}

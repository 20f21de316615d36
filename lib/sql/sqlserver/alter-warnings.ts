/** What can go wrong in altering a column of SQL Server, in the sentences of `prisma migrate dev`. */

import type { ChangeWarning } from '../dialect'
import { madeRequired, riskyCast } from '../sentences'
import type { ColumnChange, TablePair } from '../steps'
import { typeName } from '../type-name'

export function sqlserverAlterWarnings(
  { previous: { name: table } }: TablePair,
  { columns: { previous, next }, changes }: ColumnChange,
): readonly ChangeWarning[] {
  if (changes.arity && next.isRequired) return [madeRequired(table, previous.name)]
  if (changes.type !== 'risky') return []
  return [riskyCast(table, previous.name, typeName(previous), typeName(next))]
}

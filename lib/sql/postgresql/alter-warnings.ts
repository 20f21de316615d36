/**
 * What can go wrong in altering a column of PostgreSQL or CockroachDB, in the sentences of
 * `prisma migrate dev`.
 */

import type { ChangeWarning } from '../dialect'
import { madeList, madeRequired, riskyCast } from '../sentences'
import type { ColumnChange, TablePair } from '../steps'
import { typeName } from '../type-name'

export function postgresqlAlterWarnings(
  { previous: { name: table } }: TablePair,
  { columns: { previous, next }, changes }: ColumnChange,
): readonly ChangeWarning[] {
  const { name, isList } = previous
  const isMadeRequired = !previous.isRequired && !isList && next.isRequired
  return [
    ...(isMadeRequired ? [madeRequired(table, name)] : []),
    ...(!isList && next.isList ? [madeList(table, name)] : []),
    ...(changes.type === 'risky'
      ? [riskyCast(table, name, typeName(previous), typeName(next))]
      : []),
  ]
}

/** What can go wrong in altering a column of MySQL, in the sentences of `prisma migrate dev`. */

import type { ChangeWarning } from '../dialect'
import { madeRequired, removedEnumValues, riskyCast } from '../sentences'
import type { ColumnChange, TablePair } from '../steps'
import type { Column } from '../tables'
import { typeName } from '../type-name'

export function mysqlAlterWarnings(
  { previous: { name: table } }: TablePair,
  { columns: { previous, next }, changes }: ColumnChange,
): readonly ChangeWarning[] {
  const { arity, type, autoIncrement, default: isDefaultChanged } = changes
  if (arity && next.isRequired) return [madeRequired(table, previous.name)]
  const isTypeAlone = type !== null && !arity && !autoIncrement && !isDefaultChanged
  if (isTypeAlone && previous.enumeration && next.enumeration) {
    const { values } = next.enumeration
    const removed = previous.enumeration.values.filter((value) => !values.includes(value))
    return removed.length > 0 ? [removedEnumValues(next.enumeration.name, removed)] : []
  }
  if (type !== 'risky') return []
  return [riskyCast(table, previous.name, nameOf(previous), nameOf(next))]
}

/** Prisma has no name for the type of one enum. */
function nameOf(column: Column): string {
  return column.enumeration ? 'Enum' : typeName(column)
}

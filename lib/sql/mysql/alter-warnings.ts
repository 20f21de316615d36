/** What can go wrong in altering a column of MySQL, in the sentences of `prisma migrate dev`. */

import type { ChangeWarning } from '../dialect'
import {
  addedRequiredColumn,
  madeRequired,
  recreatedColumn,
  recreatedRequiredColumn,
  removedEnumValues,
  riskyCast,
} from '../sentences'
import type { TableChange, TablePair } from '../steps'
import type { Column } from '../tables'

export function mysqlAlterWarnings(
  tables: TablePair,
  change: TableChange,
): readonly ChangeWarning[] {
  if (change.kind !== 'AlterColumn' && change.kind !== 'RecreateColumn') return []
  const { previous, next } = change.columns
  const { arity, type, autoIncrement, default: isDefaultChanged } = change.changes
  const table = tables.previous.name
  if (change.kind === 'RecreateColumn') {
    if (!next.isRequired || next.default) return [recreatedColumn(table, previous.name)]
    return arity && !previous.isRequired
      ? [addedRequiredColumn(table, previous.name)]
      : [recreatedRequiredColumn(table, previous.name)]
  }
  if (arity && next.isRequired) return [madeRequired(table, previous.name)]
  const isTypeAlone = type !== null && !arity && !autoIncrement && !isDefaultChanged
  if (isTypeAlone && previous.enumeration && next.enumeration) {
    const { values } = next.enumeration
    const removed = previous.enumeration.values.filter((value) => !values.includes(value))
    return removed.length > 0 ? [removedEnumValues(next.enumeration.name, removed)] : []
  }
  if (type !== 'risky') return []
  return [riskyCast(table, previous.name, typeName(previous), typeName(next))]
}

/** `VarChar(191)`, `Decimal(65,30)`; Prisma has no name for the type of one enum. */
function typeName(column: Column): string {
  if (column.enumeration) return 'Enum'
  if (!column.native) return column.type
  const { name, args } = column.native
  return args.length > 0 ? `${name}(${args.join(',')})` : name
}

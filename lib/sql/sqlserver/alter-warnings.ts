/** What can go wrong in altering a column of SQL Server, in the sentences of `prisma migrate dev`. */

import type { ChangeWarning } from '../dialect'
import {
  addedRequiredColumn,
  madeRequired,
  recreatedColumn,
  recreatedRequiredColumn,
  riskyCast,
} from '../sentences'
import type { TableChange, TablePair } from '../steps'
import type { Column } from '../tables'

export function sqlserverAlterWarnings(
  tables: TablePair,
  change: TableChange,
): readonly ChangeWarning[] {
  if (change.kind !== 'AlterColumn' && change.kind !== 'RecreateColumn') return []
  const { previous, next } = change.columns
  const { arity, type } = change.changes
  const table = tables.previous.name
  if (change.kind === 'RecreateColumn') {
    if (!next.isRequired || next.default) return [recreatedColumn(table, previous.name)]
    return arity && !previous.isRequired
      ? [addedRequiredColumn(table, previous.name)]
      : [recreatedRequiredColumn(table, previous.name)]
  }
  if (arity && next.isRequired) return [madeRequired(table, previous.name)]
  if (type !== 'risky') return []
  return [riskyCast(table, previous.name, typeName(previous), typeName(next))]
}

/** `NVarChar(1000)`, `Decimal(32,16)`. */
function typeName({ native, type }: Column): string {
  if (!native) return type
  return native.args.length > 0 ? `${native.name}(${native.args.join(',')})` : native.name
}

/** What a step of a migration can lose or fail at, as far as the two schemas tell. */

import type { ChangeWarning, Dialect } from './dialect'
import {
  addedRequiredColumn,
  addedRequiredColumnOfClient,
  addedUnique,
  changedPrimaryKey,
  droppedColumn,
  droppedTable,
  madeRequired,
  riskyCast,
  uncertainCast,
} from './sentences'
import type { DiffStep, RedefinedTable, TableChange, TablePair } from './steps'
import type { Column, Table } from './tables'

export interface TableWarning extends ChangeWarning {
  readonly table: Table
}

export function stepWarnings(step: DiffStep, dialect: Dialect): readonly TableWarning[] {
  switch (step.kind) {
    case 'DropTable':
      return of(step.table, [droppedTable(step.table.name)])
    case 'CreateIndex': {
      if (step.isNewTable || step.isRecreated || step.index.kind !== 'unique') return []
      const columns = step.index.columns.map(({ name }) => name)
      return of(step.table, [addedUnique(step.table.name, columns)])
    }
    case 'AlterTable':
      return of(
        step.tables.previous,
        step.changes.flatMap((change) => changeWarnings(step.tables, change, dialect)),
      )
    case 'RedefineTables':
      return step.tables.flatMap((table) => of(table.tables.previous, redefineWarnings(table)))
    default:
      return []
  }
}

function of(table: Table, warnings: readonly ChangeWarning[]): readonly TableWarning[] {
  return warnings.map((warning) => ({ ...warning, table }))
}

function changeWarnings(
  tables: TablePair,
  change: TableChange,
  dialect: Dialect,
): readonly ChangeWarning[] {
  switch (change.kind) {
    case 'DropColumn':
      return [droppedColumn(tables.previous.name, change.column.name)]
    case 'AddColumn':
      return addColumnWarnings(tables.next, change.column)
    case 'DropPrimaryKey':
      return [changedPrimaryKey(tables.previous.name)]
    default:
      return dialect.alterWarnings(tables, change)
  }
}

function addColumnWarnings({ name: table }: Table, column: Column): readonly ChangeWarning[] {
  if (!column.isRequired || column.default) return []
  return [
    column.hasClientDefault
      ? addedRequiredColumnOfClient(table, column.name)
      : addedRequiredColumn(table, column.name),
  ]
}

function redefineWarnings(table: RedefinedTable): readonly ChangeWarning[] {
  const name = table.tables.previous.name
  return [
    ...(table.dropsPrimaryKey ? [changedPrimaryKey(name)] : []),
    ...table.added.flatMap((column) => addColumnWarnings(table.tables.next, column)),
    ...table.dropped.map((column) => droppedColumn(name, column.name)),
    ...table.columns.flatMap(({ columns: { previous, next }, changes }): ChangeWarning[] => {
      const isRequired = changes.arity && next.isRequired && !next.default
      const types = [familyName(previous), familyName(next)] as const
      return [
        ...(isRequired ? [madeRequired(name, previous.name)] : []),
        ...(changes.type === 'risky' ? [riskyCast(name, previous.name, ...types)] : []),
        ...(changes.type === 'not-castable' ? [uncertainCast(name, previous.name, ...types)] : []),
      ]
    }),
  ]
}

/** Of redefined tables, Prisma names the families of types: `String`, `DateTime`, `BigInt`. */
function familyName({ family }: Column): string {
  if (family === 'datetime') return 'DateTime'
  if (family === 'bigint') return 'BigInt'
  return family[0]?.toUpperCase() + family.slice(1)
}

/**
 * What a person should know before they run a migration, in the words of `prisma migrate dev`:
 * what its steps can lose or fail at, as far as two schemas tell. Without the rows one cannot know,
 * so a warning says what could be.
 */

import type { BlockId } from '@/lib/schema/graph'
import type { ChangeWarning, Dialect } from './dialect'
import { dialectFor } from './dialects'
import { diffTables } from './diff-tables'
import type { MigrationWarning } from './migration'
import {
  addedRequiredColumn,
  addedRequiredColumnOfClient,
  addedUnique,
  changedPrimaryKey,
  droppedColumn,
  droppedTable,
  madeRequired,
  recreatedColumn,
  recreatedRequiredColumn,
  removedEnumValues,
  riskyCast,
  uncertainCast,
} from './sentences'
import type { ColumnChange, DiffStep, RedefinedTable, TableChange, TablePair } from './steps'
import { enumKey, tableKey } from './table-keys'
import type { Column, EnumType, Table, Tables } from './tables'
import { familyName } from './type-name'

/** The warnings of the migration between two schemas, whoever writes its SQL. */
export function migrationWarnings(from: Tables, to: Tables): readonly MigrationWarning[] {
  const dialect = dialectFor(to.provider)
  return warningsOfSteps(diffTables(from, to, dialect.rules), to, dialect)
}

/** In Prisma's order: what may be lost, then what cannot be executed. */
export function warningsOfSteps(
  steps: readonly DiffStep[],
  to: Tables,
  dialect: Dialect,
): readonly MigrationWarning[] {
  const ids = blockIds(to)
  return steps
    .flatMap((step) => stepWarnings(step, dialect))
    .map(({ text, isBlocking, about }) => ({ text, isBlocking, blockId: ids(about) }))
    .sort((a, b) => Number(a.isBlocking) - Number(b.isBlocking))
}

/**
 * Finds the block that a table or an enum comes from: that of the next schema, so that one can be
 * led to it, or of the previous if it is gone.
 */
export function blockIds(to: Tables): (about: Table | EnumType) => BlockId {
  const tables = new Map(to.tables.map((table) => [tableKey(table), table.blockId]))
  const enums = new Map(to.enums.map((enumType) => [enumKey(enumType), enumType.blockId]))
  return (about) => {
    const found = 'columns' in about ? tables.get(tableKey(about)) : enums.get(enumKey(about))
    return found ?? about.blockId
  }
}

interface StepWarning extends ChangeWarning {
  readonly about: Table | EnumType
}

function stepWarnings(step: DiffStep, dialect: Dialect): readonly StepWarning[] {
  switch (step.kind) {
    case 'DropTable':
      return about(step.table, [droppedTable(step.table.name)])
    case 'AlterEnum': {
      const { previous, next } = step.enums
      const removed = previous.values.filter((value) => !next.values.includes(value))
      return removed.length > 0 ? about(next, [removedEnumValues(next.name, removed)]) : []
    }
    case 'CreateIndex': {
      if (step.isNewTable || step.isRecreated || step.index.kind !== 'unique') return []
      const columns = step.index.columns.map(({ name }) => name)
      return about(step.table, [addedUnique(step.table.name, columns)])
    }
    case 'AlterTable':
      return about(
        step.tables.previous,
        step.changes.flatMap((change) => changeWarnings(step.tables, change, dialect)),
      )
    case 'RedefineTables':
      return step.tables.flatMap((table) => about(table.tables.previous, redefineWarnings(table)))
    default:
      return []
  }
}

function about(
  thing: Table | EnumType,
  warnings: readonly ChangeWarning[],
): readonly StepWarning[] {
  return warnings.map((warning) => ({ ...warning, about: thing }))
}

function changeWarnings(
  tables: TablePair,
  change: TableChange,
  dialect: Dialect,
): readonly ChangeWarning[] {
  const table = tables.previous.name
  switch (change.kind) {
    case 'DropColumn':
      return [droppedColumn(table, change.column.name)]
    case 'AddColumn':
      return addColumnWarnings(tables.next, change.column)
    case 'DropPrimaryKey':
      return [changedPrimaryKey(table)]
    case 'RecreateColumn':
      return [recreateWarning(table, change)]
    case 'AlterColumn':
      return dialect.alterWarnings(tables, change)
    default:
      return []
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

function recreateWarning(table: string, { columns: { previous, next } }: ColumnChange) {
  if (!next.isRequired || next.default) return recreatedColumn(table, previous.name)
  const couldBeNull = !previous.isRequired && !previous.isList
  return couldBeNull
    ? addedRequiredColumn(table, previous.name)
    : recreatedRequiredColumn(table, previous.name)
}

function redefineWarnings(table: RedefinedTable): readonly ChangeWarning[] {
  const name = table.tables.previous.name
  return [
    ...(table.dropsPrimaryKey ? [changedPrimaryKey(name)] : []),
    ...table.added.flatMap((column) => addColumnWarnings(table.tables.next, column)),
    ...table.dropped.map((column) => droppedColumn(name, column.name)),
    ...table.columns.flatMap(({ columns: { previous, next }, changes }): ChangeWarning[] => {
      const isRequired = changes.arity && next.isRequired && !next.default
      // Of redefined tables, Prisma names what kind of values a column has.
      const types = [familyName(previous), familyName(next)] as const
      return [
        ...(isRequired ? [madeRequired(name, previous.name)] : []),
        ...(changes.type === 'risky' ? [riskyCast(name, previous.name, ...types)] : []),
        ...(changes.type === 'not-castable' ? [uncertainCast(name, previous.name, ...types)] : []),
      ]
    }),
  ]
}

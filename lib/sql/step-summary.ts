/** What a step does, for people, and which table it is about. */

import type { DiffStep, TableChange } from './steps'
import type { Index, Table } from './tables'

export function stepSummary(step: DiffStep): string {
  switch (step.kind) {
    case 'CreateSchema':
      return `Create the schema ${step.name}`
    case 'CreateEnum':
      return `Create the enum ${step.enumType.name}`
    case 'AlterEnum':
      return `Change the values of the enum ${step.enums.next.name}`
    case 'DropEnum':
      return `Drop the enum ${step.enumType.name}`
    case 'AlterPrimaryKey':
      return `Change the primary key of ${step.tables.next.name}`
    case 'CreateTable':
      return `Create the table ${step.table.name}`
    case 'DropTable':
      return `Drop the table ${step.table.name}`
    case 'AlterTable':
      return `Alter the table ${step.tables.previous.name}: ${joined(step.changes.map(changeText))}`
    case 'RedefineTables':
      return `Redefine ${joined(step.tables.map(({ tables }) => tables.next.name))}`
    case 'CreateIndex':
      return `Create the ${indexText(step.index)} of ${step.table.name}`
    case 'DropIndex':
      return `Drop the ${indexText(step.index)} of ${step.table.name}`
    case 'RenameIndex':
    case 'RedefineIndex': {
      const { previous, next } = step.indexes
      return `Rename the index ${previous.name} of ${step.tables.next.name} to ${next.name}`
    }
    case 'AddForeignKey':
    case 'DropForeignKey': {
      const verb = step.kind === 'AddForeignKey' ? 'Add' : 'Drop'
      const columns = step.foreignKey.columns.join(', ')
      return `${verb} the foreign key ${step.table.name} (${columns}) to ${step.foreignKey.toTable}`
    }
    case 'RenameForeignKey': {
      const names = `${step.previous.name} of ${step.table.name} to ${step.next.name}`
      return `Rename the foreign key ${names}`
    }
  }
}

/** The table that a step is about, as it is to be where it goes on; `null` for several or none. */
export function stepTable(step: DiffStep): Table | null {
  switch (step.kind) {
    case 'CreateSchema':
    case 'CreateEnum':
    case 'AlterEnum':
    case 'DropEnum':
      return null
    case 'AlterTable':
    case 'AlterPrimaryKey':
    case 'RenameIndex':
    case 'RedefineIndex':
      return step.tables.next
    case 'RedefineTables':
      return step.tables.length === 1 ? (step.tables[0]?.tables.next ?? null) : null
    default:
      return step.table
  }
}

function changeText(change: TableChange): string {
  switch (change.kind) {
    case 'AddColumn':
      return `add ${change.column.name}`
    case 'DropColumn':
      return `drop ${change.column.name}`
    case 'AlterColumn':
      return `change ${change.columns.next.name}`
    case 'RecreateColumn':
      return `drop and add ${change.columns.next.name}`
    case 'DropPrimaryKey':
      return 'drop the primary key'
    case 'AddPrimaryKey':
      return 'add the primary key'
    case 'RenamePrimaryKey':
      return 'rename the primary key'
  }
}

function indexText({ kind, columns }: Index): string {
  const name = { unique: 'unique index', index: 'index', fulltext: 'fulltext index' }[kind]
  return `${name} (${columns.map((column) => column.name).join(', ')})`
}

/** `a, b and c`. */
function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

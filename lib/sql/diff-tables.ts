/**
 * What differs between two relational schemas, as the steps that Prisma Migrate takes. What the
 * database can and cannot do is asked of its `DiffRules`.
 */

import { type ComparedTable, compareTables, foreignKeysCovered } from './compare-tables'
import { diffEnums } from './diff-enums'
import type { DiffRules } from './diff-rules'
import { delayDroppedUniques, inOrder } from './order-steps'
import type { ColumnChange, DiffStep } from './steps'
import { dropsPrimaryKey, isPrimaryKeyAltered, tableChanges } from './table-changes'
import { foreignTableKey, isJoinTable, tableKey } from './table-keys'
import type { ForeignKey, Index, Table, Tables } from './tables'

/** The steps from one schema to another, in the order in which they can be taken. */
export function diffTables(from: Tables | null, to: Tables, rules: DiffRules): readonly DiffStep[] {
  return new Differ(from, to, rules).steps()
}

class Differ {
  private readonly dropForeignKeys = new Map<ForeignKey, Table>()
  private readonly addForeignKeys = new Map<ForeignKey, Table>()
  private readonly dropIndexes = new Map<Index, Table>()
  private readonly createIndexes: (DiffStep & { kind: 'CreateIndex' })[] = []
  private readonly alter: DiffStep[] = []
  private readonly alterPrimaryKeys: DiffStep[] = []
  private readonly renameForeignKeys: DiffStep[] = []
  private readonly renameIndexes: DiffStep[] = []
  private readonly created: readonly Table[]
  private readonly dropped: readonly Table[]
  private readonly redefined: readonly ComparedTable[]
  private readonly altered: readonly ComparedTable[]

  constructor(
    private readonly from: Tables | null,
    private readonly to: Tables,
    private readonly rules: DiffRules,
  ) {
    const before = new Map(from?.tables.map((table) => [tableKey(table), table]))
    const after = new Set(to.tables.map(tableKey))
    this.created = to.tables.filter((table) => !before.has(tableKey(table)))
    this.dropped = (from?.tables ?? []).filter((table) => !after.has(tableKey(table)))
    const nextByKey = new Map(to.tables.map((table) => [tableKey(table), table]))
    const pairs = (from?.tables ?? []).flatMap((previous): ComparedTable[] => {
      const next = nextByKey.get(tableKey(previous))
      return next ? [compareTables({ previous, next }, rules)] : []
    })
    this.redefined = pairs.filter((pair) => rules.mustRedefine(pair))
    this.altered = pairs.filter((pair) => !this.redefined.includes(pair))
  }

  steps(): readonly DiffStep[] {
    for (const table of this.created) this.addTable(table)
    for (const table of this.dropped) this.dropTable(table)
    for (const table of this.altered) this.alterTable(table)
    const known = new Set(this.from?.namespaces)
    const enums = diffEnums(this.from?.enums ?? [], this.to.enums)
    const steps: DiffStep[] = [
      ...this.to.namespaces
        .filter((name) => !known.has(name))
        .map((name): DiffStep => ({ kind: 'CreateSchema', name })),
      ...enums.created,
      ...enums.altered,
      ...this.foreignKeySteps('DropForeignKey', this.dropForeignKeys, this.from),
      ...inOrder(this.dropIndexes, this.from, (table) => table.indexes).map(
        ([index, table]): DiffStep => ({ kind: 'DropIndex', table, index }),
      ),
      ...this.alter,
      ...this.alterPrimaryKeys,
      ...this.dropped.map((table): DiffStep => ({ kind: 'DropTable', table })),
      ...enums.dropped,
      ...this.created.map((table): DiffStep => ({ kind: 'CreateTable', table })),
      ...this.redefineTables(),
      ...this.sortedIndexes(),
      ...this.renameForeignKeys,
      ...this.foreignKeySteps('AddForeignKey', this.addForeignKeys, this.to),
      ...this.renameIndexes,
    ]
    return delayDroppedUniques(steps)
  }

  private dropTable(table: Table): void {
    if (this.rules.hasForeignKeySteps) {
      for (const key of table.foreignKeys) this.dropForeignKeys.set(key, table)
    }
    if (this.rules.dropsIndexesBeforeTables && this.redefined.length > 0) {
      for (const index of table.indexes) this.dropIndexes.set(index, table)
    }
  }

  private addTable(table: Table): void {
    if (this.rules.hasForeignKeySteps) {
      for (const key of table.foreignKeys) this.addForeignKeys.set(key, table)
    }
    for (const index of table.indexes) {
      if (this.rules.isIndexCreatedApart(index)) this.createIndex(table, index, true, false)
    }
  }

  private createIndex(table: Table, index: Index, isNewTable: boolean, isRecreated: boolean): void {
    this.createIndexes.push({ kind: 'CreateIndex', table, index, isNewTable, isRecreated })
  }

  private alterTable(table: ComparedTable): void {
    const { previous, next } = table.tables
    for (const index of table.addedIndexes) this.createIndex(next, index, false, false)
    this.recreateIndexesOfColumns(table)
    for (const index of table.droppedIndexes) this.dropIndexes.set(index, previous)
    if (this.rules.hasForeignKeySteps) {
      for (const key of table.addedForeignKeys) this.addForeignKeys.set(key, next)
      for (const key of table.droppedForeignKeys) this.dropForeignKeys.set(key, previous)
      for (const pair of table.foreignKeyPairs) this.changeForeignKey(table, pair)
    }
    for (const indexes of table.indexPairs) {
      if (indexes.previous.name === indexes.next.name) continue
      const kind = this.rules.canRenameIndexes ? 'RenameIndex' : 'RedefineIndex'
      this.renameIndexes.push({ kind, tables: table.tables, indexes })
    }
    if (isPrimaryKeyAltered(table, this.rules)) {
      this.alterPrimaryKeys.push({ kind: 'AlterPrimaryKey', tables: table.tables })
    }
    const changes = tableChanges(table, this.rules)
    if (changes.length > 0) this.alter.push({ kind: 'AlterTable', tables: table.tables, changes })
  }

  private recreateIndexesOfColumns(table: ComparedTable): void {
    const { previous, next } = table.tables
    const recreated = table.columns.filter(({ changes }) => changes.type === 'not-castable')
    for (const pair of table.indexPairs) {
      const covers = ({ columns }: ColumnChange) =>
        pair.next.columns.some(({ name }) => name === columns.next.name)
      const isDropped = table.columns.some((column) => {
        return covers(column) && this.rules.mustRecreateIndexes(column.columns, column.changes)
      })
      if (isDropped) this.dropIndexes.set(pair.previous, previous)
      if (isDropped || (this.rules.recreatesKeysOfRecreatedColumns && recreated.some(covers))) {
        this.createIndex(next, pair.next, false, true)
      }
    }
  }

  private changeForeignKey(
    table: ComparedTable,
    pair: { readonly previous: ForeignKey; readonly next: ForeignKey },
  ): void {
    const { previous, next } = table.tables
    const isRenamed =
      pair.previous.name !== pair.next.name && !(isJoinTable(previous) && isJoinTable(next))
    const usesDroppedIndex =
      this.rules.recreatesForeignKeysOfDroppedIndexes &&
      table.droppedIndexes.some((index) =>
        foreignKeysCovered(previous, index).includes(pair.previous),
      )
    const refersToRedefined = this.redefined.some(({ tables }) => {
      return tableKey(tables.previous) === foreignTableKey(pair.previous)
    })
    if (usesDroppedIndex || refersToRedefined || (isRenamed && !this.rules.canRenameForeignKeys)) {
      this.dropForeignKeys.set(pair.previous, previous)
      this.addForeignKeys.set(pair.next, next)
    } else if (isRenamed) {
      this.renameForeignKeys.push({ kind: 'RenameForeignKey', table: next, ...pair })
    }
  }

  private redefineTables(): DiffStep[] {
    if (this.redefined.length === 0) return []
    const tables = this.redefined.map((table) => ({
      tables: table.tables,
      dropsPrimaryKey: dropsPrimaryKey(table, this.rules),
      added: table.added,
      dropped: table.dropped,
      columns: table.columns,
    }))
    return [{ kind: 'RedefineTables', tables }]
  }

  private foreignKeySteps(
    kind: 'DropForeignKey' | 'AddForeignKey',
    keys: ReadonlyMap<ForeignKey, Table>,
    tables: Tables | null,
  ): DiffStep[] {
    return inOrder(keys, tables, (table) => table.foreignKeys).map(
      ([foreignKey, table]): DiffStep => ({ kind, table, foreignKey }),
    )
  }

  /** Indexes of new tables first; of others in the order of the tables as they were. */
  private sortedIndexes(): DiffStep[] {
    const previous = new Map(this.from?.tables.map((table, at) => [tableKey(table), at]))
    const next = new Map(this.to.tables.map((table, at) => [tableKey(table), at]))
    const rank = ({ table, isNewTable }: { table: Table; isNewTable: boolean }) => {
      const key = tableKey(table)
      return isNewTable ? (next.get(key) ?? 0) - next.size : (previous.get(key) ?? 0)
    }
    return [...this.createIndexes].sort((a, b) => {
      const order = rank(a) - rank(b)
      return order !== 0
        ? order
        : a.table.indexes.indexOf(a.index) - b.table.indexes.indexOf(b.index)
    })
  }
}

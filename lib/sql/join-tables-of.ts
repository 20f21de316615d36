/** The tables of implicit many-to-many relations: `_AToB` with the columns `A` and `B`. */

import type { Block, BlockId, FieldId, Relation, SchemaGraph } from '@/lib/schema/graph'
import type { Dialect } from './dialect'
import { type JoinTableNames, joinTableNames } from './names'
import type { Column, ForeignKey, IndexColumn, Table } from './tables'

/** In the order in which the fields at the ends that Prisma calls A stand in the models. */
export function joinTablesOf(
  graph: SchemaGraph,
  models: readonly Block[],
  tables: ReadonlyMap<BlockId, Table>,
  dialect: Dialect,
  hasForeignKeys: boolean,
): readonly Table[] {
  const byField = new Map<FieldId, Relation>()
  for (const relation of graph.relations) {
    if (relation.kind === 'many-to-many' && relation.to) {
      byField.set(relation.from.fieldId, relation)
    }
  }
  const fields = models.flatMap((block) => block.fields)
  return fields.flatMap((field) => {
    const relation = byField.get(field.id)
    if (!relation) return []
    const a = tables.get(relation.fromBlockId)
    const b = tables.get(relation.toBlockId)
    if (!a || !b) return []
    const ends = [relation.fromBlockId, relation.toBlockId].map((id) => {
      return graph.blockById.get(id)?.name
    })
    const names = joinTableNames(relation.name ?? ends.join('To'), dialect.maxIdentifierLength)
    return joinTable(names, a, b, dialect, hasForeignKeys) ?? []
  })
}

function joinTable(
  names: JoinTableNames,
  a: Table,
  b: Table,
  dialect: Dialect,
  hasForeignKeys: boolean,
): Table | null {
  const columnA = joinColumn('A', a)
  const columnB = joinColumn('B', b)
  if (!columnA || !columnB) return null
  const both: readonly IndexColumn[] = [plain('A'), plain('B')]
  const keyed = dialect.joinTableHasPrimaryKey
  const options = { clustered: null, method: null, condition: null }
  const unique = { name: names.unique, kind: 'unique', columns: both, ...options } as const
  const index = { name: names.index, kind: 'index', columns: [plain('B')], ...options } as const
  const action = dialect.joinTableAction(a === b)
  const foreignKey = (name: string, column: string, to: Table): ForeignKey => ({
    name,
    columns: [column],
    toNamespace: to.namespace,
    toTable: to.name,
    toColumns: (to.primaryKey?.columns ?? []).slice(0, 1).map((column) => column.name),
    onDelete: action,
    onUpdate: action,
  })
  return {
    name: names.table,
    namespace: a.namespace,
    blockId: a.blockId,
    columns: [columnA, columnB],
    primaryKey: keyed ? { name: names.primaryKey, columns: both, clustered: null } : null,
    indexes: keyed ? [index] : [unique, index],
    foreignKeys: hasForeignKeys
      ? [foreignKey(names.foreignKeyA, 'A', a), foreignKey(names.foreignKeyB, 'B', b)]
      : [],
  }
}

function plain(name: string): IndexColumn {
  return { name, sort: null, length: null }
}

/** A column of the type of the other table's primary key, without its default. */
function joinColumn(name: string, table: Table): Column | null {
  const id = table.primaryKey?.columns[0]?.name
  const column = table.columns.find((column) => column.name === id)
  if (!column) return null
  return { ...column, name, isAutoIncrement: false, default: null, hasClientDefault: false }
}

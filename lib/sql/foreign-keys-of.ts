/** The foreign keys of a model: those of its relations that it holds, in the order of its fields. */

import type { Block, Field, Relation, SchemaGraph } from '@/lib/schema/graph'
import { columnNamed } from './columns-of'
import type { Dialect } from './dialect'
import { constraintName } from './names'
import { namespaceOf } from './namespaces-of'
import type { ForeignKey, SqlAction } from './tables'

export function foreignKeysOf(
  block: Block,
  graph: SchemaGraph,
  dialect: Dialect,
): readonly ForeignKey[] {
  const held = new Map<string, Relation>()
  for (const relation of relationsFrom(graph, block)) held.set(relation.from.fieldId, relation)
  return block.fields.flatMap((field) => {
    const relation = held.get(field.id)
    return (relation && foreignKeyOf(relation, field, block, graph, dialect)) ?? []
  })
}

const byGraph = new WeakMap<readonly Relation[], ReadonlyMap<string, readonly Relation[]>>()

/**
 * The relations whose foreign key a model holds. Kept by graph, so that deriving all tables reads
 * the relations once.
 */
export function relationsFrom(graph: SchemaGraph, block: Block): readonly Relation[] {
  let byBlock = byGraph.get(graph.relations)
  if (!byBlock) {
    byBlock = groupByBlock(graph.relations)
    byGraph.set(graph.relations, byBlock)
  }
  return byBlock.get(block.id) ?? []
}

function groupByBlock(relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
  const byBlock = new Map<string, Relation[]>()
  for (const relation of relations) {
    const group = byBlock.get(relation.fromBlockId)
    if (group) group.push(relation)
    else byBlock.set(relation.fromBlockId, [relation])
  }
  return byBlock
}

function foreignKeyOf(
  relation: Relation,
  field: Field,
  block: Block,
  graph: SchemaGraph,
  dialect: Dialect,
): ForeignKey | null {
  const target = graph.blockById.get(relation.toBlockId)
  if (relation.fields.length === 0 || target?.kind !== 'model') return null
  const columns = relation.fields.map((name) => columnNamed(block, name))
  const toColumns = relation.references.map((name) => columnNamed(target, name))
  if (!isComplete(columns) || !isComplete(toColumns)) return null
  const table = block.databaseName ?? block.name
  return {
    name: relation.map ?? constraintName(table, columns, '_fkey', dialect.maxIdentifierLength),
    columns,
    toNamespace: namespaceOf(target, dialect),
    toTable: target.databaseName ?? target.name,
    toColumns,
    onDelete: dialect.action(
      sqlAction(relation.onDelete) ?? (canBeNull(relation, field, block) ? 'SET NULL' : 'RESTRICT'),
    ),
    onUpdate: dialect.action(sqlAction(relation.onUpdate) ?? 'CASCADE'),
  }
}

function isComplete(columns: readonly (string | null)[]): columns is readonly string[] {
  return columns.length > 0 && columns.every((column) => column !== null)
}

/** Whether deleting the other row may leave this one without it: no key column is required. */
function canBeNull(relation: Relation, field: Field, block: Block): boolean {
  if (field.arity === 'required') return false
  return relation.fields.every(
    (name) => block.fields.find((field) => field.name === name)?.arity !== 'required',
  )
}

const ACTIONS: Readonly<Record<string, SqlAction>> = {
  Cascade: 'CASCADE',
  Restrict: 'RESTRICT',
  NoAction: 'NO ACTION',
  SetNull: 'SET NULL',
  SetDefault: 'SET DEFAULT',
}

function sqlAction(action: string | null): SqlAction | null {
  return action === null ? null : (ACTIONS[action] ?? null)
}

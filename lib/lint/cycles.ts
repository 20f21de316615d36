/**
 * Relations whose actions run in a circle, or reach a table on two ways.
 *
 * PostgreSQL, MySQL, SQLite and CockroachDB take a circle of `onDelete: Cascade`, and one delete may
 * then empty all of its tables. SQL Server refuses circles and second ways, of updates as well;
 * Prisma's engine says so only when the schema is for SQL Server already.
 *
 * `Cascades` in `lib/commands` asks of one relation at a time whether it may be added. Here all are
 * there already, and they are gone through once, because this runs while somebody types.
 */

import { defaultAction } from '@/lib/commands/referential-actions'
import type { BlockId, Relation, SchemaGraph } from '@/lib/schema/graph'

export interface Cycles {
  /** What is wrong with a relation, by its id. Without those named here, all is well. */
  readonly closing: ReadonlyMap<string, 'circle' | 'second way'>
}

export const NO_CYCLES: Cycles = { closing: new Map() }

export function findCycles(graph: SchemaGraph, hasForeignKeys: boolean): Cycles {
  const isSqlServer = graph.provider === 'sqlserver' && hasForeignKeys
  const acting = graph.relations.filter((relation) =>
    isSqlServer ? acts(graph, relation) : cascades(relation),
  )
  if (acting.length === 0) return NO_CYCLES
  const circles = closingCircles(acting)
  const closing = new Map<string, 'circle' | 'second way'>()
  for (const { id } of circles) closing.set(id, 'circle')
  if (isSqlServer) {
    const rest = acting.filter((relation) => !circles.has(relation))
    for (const { id } of secondWays(rest)) closing.set(id, 'second way')
  }
  return closing.size > 0 ? { closing } : NO_CYCLES
}

function cascades({ fields, onDelete }: Relation): boolean {
  return fields.length > 0 && onDelete === 'Cascade'
}

/** Whether deleting or updating what is referred to changes the table that holds the key. */
function acts(graph: SchemaGraph, { fields, from, onDelete, onUpdate }: Relation): boolean {
  if (fields.length === 0) return false
  const isOptional = from.arity === 'optional'
  const actions = [
    onDelete ?? defaultAction(graph, 'onDelete', isOptional),
    onUpdate ?? defaultAction(graph, 'onUpdate', isOptional),
  ]
  return actions.some((action) => action !== 'NoAction')
}

type Outgoing = ReadonlyMap<BlockId, readonly Relation[]>

function outgoing(relations: readonly Relation[]): Outgoing {
  const byBlock = new Map<BlockId, Relation[]>()
  for (const relation of relations) {
    const list = byBlock.get(relation.fromBlockId)
    if (list) list.push(relation)
    else byBlock.set(relation.fromBlockId, [relation])
  }
  return byBlock
}

/** Of each circle the relation that leads back: depth first, to a block that is still open. */
function closingCircles(relations: readonly Relation[]): ReadonlySet<Relation> {
  const byBlock = outgoing(relations)
  const closing = new Set<Relation>()
  const open = new Set<BlockId>()
  const done = new Set<BlockId>()
  for (const start of byBlock.keys()) {
    if (done.has(start)) continue
    const path = [{ id: start, next: 0 }]
    open.add(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const relation = byBlock.get(top.id)?.[top.next++]
      if (!relation) {
        open.delete(top.id)
        done.add(top.id)
        path.pop()
      } else if (open.has(relation.toBlockId)) {
        closing.add(relation)
      } else if (!done.has(relation.toBlockId)) {
        open.add(relation.toBlockId)
        path.push({ id: relation.toBlockId, next: 0 })
      }
    }
  }
  return closing
}

/**
 * Relations, none in a circle, that lead to where one has been already. To begin where nothing
 * leads to is enough: whatever is reached twice from further on is reached twice from there.
 */
function secondWays(relations: readonly Relation[]): ReadonlySet<Relation> {
  const byBlock = outgoing(relations)
  const targets = new Set(relations.map(({ toBlockId }) => toBlockId))
  const second = new Set<Relation>()
  for (const start of byBlock.keys()) {
    if (targets.has(start)) continue
    const reached = new Set([start])
    for (const id of reached) {
      for (const relation of byBlock.get(id) ?? []) {
        if (second.has(relation)) continue
        if (reached.has(relation.toBlockId)) second.add(relation)
        else reached.add(relation.toBlockId)
      }
    }
  }
  return second
}

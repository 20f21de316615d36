/** Which statements of a migration belong to what is selected, and the other way round. */

import type { PlannedStep } from '@/lib/engines/sql-planner/shared'
import type { Block, Field, SchemaGraph } from '@/lib/schema/graph'
import type { Selection } from '@/lib/store/state'

/** A stretch of the SQL. Offsets are UTF-16 code units. */
export type SqlPlace = Pick<PlannedStep, 'from' | 'to'>

/** The step that an offset is in; between two, the one before. */
export function stepAt(steps: readonly PlannedStep[], offset: number): PlannedStep | null {
  return steps.findLast(({ from }) => from <= offset) ?? null
}

/**
 * The steps about the only block that is selected, or about the holder of the relation. Of an enum
 * that no step is about, as where the database keeps enums in their columns, these columns.
 */
export function placesOfSelection(
  sql: string,
  steps: readonly PlannedStep[],
  { blockIds, relationId }: Selection,
  graph: SchemaGraph,
): readonly SqlPlace[] {
  const relation = graph.relations.find(({ id }) => id === relationId)
  const blockId = relation?.fromBlockId ?? (blockIds.length === 1 ? blockIds[0] : undefined)
  const block = blockId === undefined ? undefined : graph.blockById.get(blockId)
  if (!block) return []
  const own = steps.filter(({ blocks }) => blocks.includes(block.name))
  const keys = relation ? own.filter(({ kind }) => kind.endsWith('ForeignKey')) : []
  if (keys.length > 0) return keys
  return own.length === 0 && block.kind === 'enum' ? columnPlaces(sql, steps, block, graph) : own
}

/**
 * Why nothing of the SQL belongs to the enum that is selected, as a sentence; `null` when something
 * does, or when no enum is.
 */
export function missingEnum(
  sql: string,
  steps: readonly PlannedStep[],
  selection: Selection,
  graph: SchemaGraph,
): string | null {
  const [blockId, ...others] = selection.blockIds
  const block = blockId === undefined ? undefined : graph.blockById.get(blockId)
  if (block?.kind !== 'enum' || others.length > 0) return null
  if (placesOfSelection(sql, steps, selection, graph).length > 0) return null
  return users(block, graph).length === 0
    ? `No field has the enum ${block.name}, and no statement here is about it.`
    : `No statement here is about the enum ${block.name} or a column that has it.`
}

interface EnumUser {
  readonly model: Block
  readonly field: Field
}

function users({ name }: Block, graph: SchemaGraph): readonly EnumUser[] {
  return graph.blocks.flatMap((model) =>
    model.fields
      .filter(({ typeKind, typeName }) => typeKind === 'enum' && typeName === name)
      .map((field) => ({ model, field })),
  )
}

/** The lines that define columns of an enum. */
function columnPlaces(
  sql: string,
  steps: readonly PlannedStep[],
  block: Block,
  graph: SchemaGraph,
): readonly SqlPlace[] {
  const places = users(block, graph).flatMap(({ model, field }) =>
    steps
      .filter(({ blocks }) => blocks.includes(model.name))
      .flatMap((step) => definitions(sql, step, field.databaseName ?? field.name)),
  )
  return places.sort((a, b) => a.from - b.from)
}

/** The lines of a step in which a column of that name is followed by a type. */
function definitions(sql: string, { from, to }: SqlPlace, column: string): readonly SqlPlace[] {
  const name = escaped(column)
  const quoted = `(?:"${name}"|\`${name}\`|\\[${name}\\])`
  const before = '(?:^|\\b(?:ADD|COLUMN|MODIFY)|,)[ \\t]*'
  const definition = new RegExp(`^.*?${before}${quoted}[ \\t]+[A-Za-z"\`[].*$`, 'gm')
  return [...sql.slice(from, to).matchAll(definition)].map(({ index, 0: line }) => ({
    from: from + index,
    to: from + index + line.length,
  }))
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

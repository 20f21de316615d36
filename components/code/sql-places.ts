/** Which statements of a migration belong to what is selected, and the other way round. */

import type { PlannedStep } from '@/lib/engines/sql-planner/shared'
import type { SchemaGraph } from '@/lib/schema/graph'
import type { Selection } from '@/lib/store/state'

/** The step that an offset is in; between two, the one before. */
export function stepAt(steps: readonly PlannedStep[], offset: number): PlannedStep | null {
  return steps.findLast(({ from }) => from <= offset) ?? null
}

/** The steps about the only block that is selected, or about the holder of the relation. */
export function stepsOfSelection(
  steps: readonly PlannedStep[],
  { blockIds, relationId }: Selection,
  graph: SchemaGraph,
): PlannedStep[] {
  const relation = graph.relations.find(({ id }) => id === relationId)
  const blockId = relation?.fromBlockId ?? (blockIds.length === 1 ? blockIds[0] : undefined)
  const name = blockId === undefined ? undefined : graph.blockById.get(blockId)?.name
  if (name === undefined) return []
  const own = steps.filter(({ blocks }) => blocks.includes(name))
  const keys = relation ? own.filter(({ kind }) => kind.endsWith('ForeignKey')) : []
  return keys.length > 0 ? keys : own
}

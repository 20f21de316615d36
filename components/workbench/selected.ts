/** What is selected, as objects of the graph. */

import type { Block, Field, Relation } from '@/lib/schema/graph'
import type { FacetState, Selection } from '@/lib/store/state'

export function hasSelection({ blockIds, relationId }: Selection): boolean {
  return blockIds.length > 0 || relationId !== null
}

/** The only selected block. */
export function selectedBlock({ selection, document }: FacetState): Block | null {
  const [id] = selection.blockIds
  if (id === undefined || selection.blockIds.length !== 1) return null
  return document.graph.blockById.get(id) ?? null
}

/** The selected field; not an enum value. */
export function selectedField(state: FacetState): Field | null {
  const { memberId } = state.selection
  if (memberId === null) return null
  return selectedBlock(state)?.fields.find(({ id }) => id === memberId) ?? null
}

export function selectedRelation({ selection, document }: FacetState): Relation | null {
  if (selection.relationId === null) return null
  return document.graph.relations.find(({ id }) => id === selection.relationId) ?? null
}

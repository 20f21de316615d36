/** What the inspector is about, in words. */

import type { Block } from '@/lib/schema/graph'
import type { FacetState } from '@/lib/store/state'

export interface InspectorTitle {
  /** The block that leads to what is selected in it; `null` when that is the block itself. */
  readonly parent: Block | null
  /** "model", "field", "relation"; empty for the schema. */
  readonly kind: string
  readonly name: string
  /** Whether the name is one in the schema. */
  readonly isName: boolean
}

export function titleOf({ selection, document }: FacetState): InspectorTitle {
  const { blockIds, memberId, relationId } = selection
  const { graph } = document
  if (relationId !== null) {
    const relation = graph.relations.find(({ id }) => id === relationId)
    const from = graph.blockById.get(relation?.fromBlockId ?? '')?.name ?? ''
    const to = graph.blockById.get(relation?.toBlockId ?? '')?.name ?? ''
    return { parent: null, kind: 'relation', name: `${from} → ${to}`, isName: true }
  }
  if (blockIds.length > 1) {
    return { parent: null, kind: '', name: `${blockIds.length} blocks`, isName: false }
  }
  const block = graph.blockById.get(blockIds[0] ?? '')
  if (!block) return { parent: null, kind: '', name: 'Schema', isName: false }
  const member = [...block.fields, ...block.values].find(({ id }) => id === memberId)
  if (!member) return { parent: null, kind: block.kind, name: block.name, isName: true }
  const kind = 'typeName' in member ? 'field' : 'value'
  return { parent: block, kind, name: member.name, isName: true }
}

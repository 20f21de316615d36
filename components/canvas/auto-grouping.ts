/** Dividing all blocks into groups at once. */

import { groupByParts } from '@/lib/document/diagram-edits'
import { type PartitionKind, partition } from '@/lib/store/partitions'
import type { FacetStore } from '@/lib/store/store'
import { changeDiagram } from './annotation-actions'

const PARTITION_NAMES: Readonly<Record<PartitionKind, string>> = {
  schema: 'database schema',
  file: 'file',
  connectedness: 'connectedness',
}

/** Replaces all groups by those of a partition, if there is anything to divide. */
export function groupAutomatically(store: FacetStore, kind: PartitionKind): void {
  const { document, actions } = store.getState()
  const parts = partition(document.graph, kind)
  if (parts.length === 0) {
    const text =
      kind === 'schema'
        ? 'No block has @@schema, so there is nothing to group by. The groups are unchanged.'
        : 'There is nothing to group. The groups are unchanged.'
    actions.notify({ kind: 'status', text })
    return
  }
  changeDiagram(store, groupByParts(document.diagram, parts), `Group by ${PARTITION_NAMES[kind]}`)
}

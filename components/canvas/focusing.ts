/** Looking at a few blocks alone, in places of their own. */

import { addView } from '@/lib/document/diagram-edits'
import type { BlockId } from '@/lib/schema/graph'
import { neighbourhood } from '@/lib/schema/neighbours'
import { withArranging } from '@/lib/store/arranging'
import { layoutInput } from '@/lib/store/placement'
import type { Focus } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import { tell, whichBlocks } from './reading'

/** With more blocks than this, lines would take too long to lay out at once: blocks are packed. */
const MOST_WITH_LINES = 60

/** Shows the blocks with their neighbours; `depth` `null` shows exactly the blocks. */
export function focusOn(
  store: FacetStore,
  blockIds: readonly BlockId[],
  depth: Focus['depth'],
): void {
  const { document, actions } = store.getState()
  const { graph, diagram } = document
  const shown = new Set(neighbourhood(graph, blockIds, depth ?? 0))
  const input = layoutInput(graph, (id) => shown.has(id), diagram)
  if (input.nodes.length === 0) return
  const edges = input.nodes.length <= MOST_WITH_LINES ? input.edges : []
  withArranging(store, (arrange) => {
    const positions = arrange({ ...input, edges })
    actions.select({})
    actions.setPath(null)
    actions.setFocus({ blockIds, depth, positions })
    tell(store, `Showing ${focusTitle(store)}. Press Escape to leave.`)
  })
}

/** Focuses on what is selected, or on what is in focus when nothing is. `false` when neither is. */
export function focusSelection(store: FacetStore, depth: Focus['depth']): boolean {
  const { selection, focus } = store.getState()
  const blockIds = selection.blockIds.length > 0 ? selection.blockIds : (focus?.blockIds ?? [])
  if (blockIds.length === 0) return false
  focusOn(store, blockIds, depth)
  return true
}

/** Goes back to what was shown before, with what was in focus selected. */
export function leaveFocus(store: FacetStore): boolean {
  const { focus, actions } = store.getState()
  if (!focus) return false
  actions.setFocus(null)
  actions.select({ blockIds: focus.blockIds })
  tell(store, 'Left the focus')
  return true
}

/** Makes a named view of what is in focus, as it lies, and shows it. */
export function saveFocusAsView(store: FacetStore): void {
  const { document, focus, actions } = store.getState()
  if (!focus) return
  const { diagram, id } = addView(document.diagram, {
    name: whichBlocks(store, focus.blockIds),
    blockIds: [...focus.positions.keys()],
    positions: focus.positions,
  })
  const name = diagram.views.find((view) => view.id === id)?.name ?? ''
  actions.setDiagram(diagram, `Add view ${name}`)
  actions.showView(id)
  actions.notify({ kind: 'status', text: `Saved as the view ${name}` })
}

/** "User and 6 neighbours". */
export function focusTitle(store: FacetStore): string {
  const { focus } = store.getState()
  if (!focus) return ''
  const count = focus.positions.size - focus.blockIds.length
  const blocks = whichBlocks(store, focus.blockIds)
  if (focus.depth === null) return `only ${blocks}`
  return `${blocks} and ${count} ${count === 1 ? 'neighbour' : 'neighbours'}`
}

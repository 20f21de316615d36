/** What can be done with named views. Each is one undo step. */

import type { Point } from '@/lib/document/design'
import {
  addToView,
  addView,
  duplicateView,
  removeView,
  renameView,
} from '@/lib/document/diagram-edits'
import type { BlockId } from '@/lib/schema/graph'
import { shownBoard, viewById } from '@/lib/store/board'
import type { FacetStore } from '@/lib/store/store'

/** Makes a view of the selected blocks, or of all that is shown, as they lie now, and shows it. */
export function createView(store: FacetStore): void {
  const state = store.getState()
  const { actions, document, selection } = state
  const { positions } = shownBoard(state)
  const selected = selection.blockIds.filter((id) => positions.has(id))
  const shown = document.graph.blocks.map(({ id }) => id).filter((id) => positions.has(id))
  const blockIds = selected.length > 0 ? selected : shown
  const places = placesOf(blockIds, positions)
  const added = addView(document.diagram, { name: 'New view', blockIds, positions: places })
  const name = viewById(added.diagram.views, added.id)?.name ?? ''
  actions.setDiagram(added.diagram, `Add view ${name}`)
  actions.showView(added.id)
  tell(store, `Added view ${name}`)
}

export function renameShownView(store: FacetStore, name: string): void {
  const { document, viewId, actions } = store.getState()
  if (viewId === null || name === '') return
  actions.setDiagram(renameView(document.diagram, viewId, name), `Rename view to ${name}`)
}

export function duplicateShownView(store: FacetStore): void {
  const { document, viewId, actions } = store.getState()
  const copy = viewId === null ? null : duplicateView(document.diagram, viewId)
  if (!copy) return
  const name = viewById(copy.diagram.views, copy.id)?.name ?? ''
  actions.setDiagram(copy.diagram, `Duplicate view as ${name}`)
  actions.showView(copy.id)
  tell(store, `Added view ${name}`)
}

/** The blocks stay in the schema and in other views. */
export function deleteView(store: FacetStore, id: string): void {
  const { document, actions } = store.getState()
  const name = viewById(document.diagram.views, id)?.name
  if (name === undefined) return
  actions.setDiagram(removeView(document.diagram, id), `Delete view ${name}`)
  actions.show({ view: 'diagram' })
  tell(store, `Deleted view ${name}`)
}

/** Adds the selected blocks where they lie in the whole diagram. */
export function addSelectionToView(store: FacetStore, id: string): void {
  const { document, selection, actions } = store.getState()
  const view = viewById(document.diagram.views, id)
  if (!view) return
  const places = placesOf(selection.blockIds, document.positions)
  const what = places.size === 1 ? 'block' : `${places.size} blocks`
  const label = `Add ${what} to ${view.name}`
  actions.setDiagram(addToView(document.diagram, id, places), label)
  tell(store, label)
}

function placesOf(
  blockIds: readonly BlockId[],
  positions: ReadonlyMap<BlockId, Point>,
): Map<BlockId, Point> {
  return new Map(
    blockIds.flatMap((id): [BlockId, Point][] => {
      const point = positions.get(id)
      return point ? [[id, point]] : []
    }),
  )
}

function tell(store: FacetStore, text: string): void {
  store.getState().actions.notify({ kind: 'status', text, isQuiet: true })
}

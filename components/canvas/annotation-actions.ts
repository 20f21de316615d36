/** What can be done with groups, notes and colours; keys, menus and the palette share it. */

import type { Point } from '@/lib/document/design'
import type { Color, DiagramState } from '@/lib/document/diagram'
import {
  addGroup,
  addNote,
  groupOfBlock,
  NOTE_SIZE,
  recolorGroup,
  recolorNote,
  removeFromView,
  removeGroup,
  removeNote,
  setColor,
} from '@/lib/document/diagram-edits'
import { freeSpot } from '@/lib/layout/place-new'
import type { BlockId } from '@/lib/schema/graph'
import { shownBoard } from '@/lib/store/board'
import { placedRects } from '@/lib/store/placement'
import type { FacetStore } from '@/lib/store/store'

/** Of a group that is made empty, in pixels. */
const EMPTY_GROUP = { width: 320, height: 220 }

/** Changes the diagram as one undo step, and says so to screen readers. */
export function changeDiagram(store: FacetStore, diagram: DiagramState, label: string): void {
  const { actions, document } = store.getState()
  if (diagram === document.diagram) return
  actions.setDiagram(diagram, label)
  actions.notify({ kind: 'status', text: label, isQuiet: true })
}

/** Puts the selected blocks into a new group and has its title typed. */
export function groupSelection(store: FacetStore): boolean {
  const { selection, document, actions } = store.getState()
  const { blockIds } = selection
  if (blockIds.length === 0) return false
  const area = { x: 0, y: 0, width: 0, height: 0 }
  const added = addGroup(document.diagram, { title: 'New group', blockIds, area })
  const count = blockIds.length === 1 ? '1 block' : `${blockIds.length} blocks`
  changeDiagram(store, added.diagram, `Group ${count}`)
  actions.editAnnotation({ kind: 'group', id: added.id })
  return true
}

/** Makes a group without blocks, for blocks to be dropped into, and has its title typed. */
export function addEmptyGroup(store: FacetStore, at: Point): void {
  const { document, actions } = store.getState()
  const area = { x: Math.round(at.x), y: Math.round(at.y), ...EMPTY_GROUP }
  const added = addGroup(document.diagram, { title: 'New group', blockIds: [], area })
  changeDiagram(store, added.diagram, 'Add group')
  actions.editAnnotation({ kind: 'group', id: added.id })
}

/** Takes away the groups that hold a selected block; the blocks stay. */
export function ungroupSelection(store: FacetStore): boolean {
  const { selection, document } = store.getState()
  let { diagram } = document
  let last = ''
  for (const blockId of selection.blockIds) {
    const group = groupOfBlock(diagram, blockId)
    if (!group) continue
    last = group.title
    diagram = removeGroup(diagram, group.id)
  }
  const count = document.diagram.groups.length - diagram.groups.length
  if (count === 0) return false
  changeDiagram(store, diagram, count === 1 ? `Ungroup ${last}` : `Ungroup ${count} groups`)
  return true
}

export function deleteGroup(store: FacetStore, id: string): void {
  const { diagram } = store.getState().document
  const title = diagram.groups.find((group) => group.id === id)?.title ?? ''
  changeDiagram(store, removeGroup(diagram, id), `Ungroup ${title}`)
}

export function colorGroup(store: FacetStore, id: string, color: Color): void {
  const { diagram } = store.getState().document
  changeDiagram(store, recolorGroup(diagram, id, color), `Make group ${color}`)
}

/** Adds a note around a point or as near as there is room, on what is shown, and has its text typed. */
export function addNoteAt(store: FacetStore, near: Point | undefined): void {
  const state = store.getState()
  const { actions, document } = state
  const board = shownBoard(state)
  // Notes lie on the whole diagram or on a view, so that is what has to be seen.
  if (board.kind === 'focus') actions.setFocus(null)
  const center = near ?? { x: 0, y: 0 }
  const corner = {
    x: Math.round(center.x - NOTE_SIZE.width / 2),
    y: Math.round(center.y - NOTE_SIZE.height / 2),
  }
  const viewId = board.kind === 'focus' ? state.viewId : (board.view?.id ?? null)
  const { positions } = shownBoard(store.getState())
  const taken = [
    ...placedRects(document.graph.blocks, positions, document.diagram),
    ...document.diagram.notes.filter((note) => note.viewId === viewId).map(({ area }) => area),
  ]
  const at = freeSpot(taken, NOTE_SIZE, corner)
  const added = addNote(document.diagram, { text: '', at, viewId })
  changeDiagram(store, added.diagram, 'Add note')
  actions.editAnnotation({ kind: 'note', id: added.id })
}

export function deleteNote(store: FacetStore, id: string): void {
  changeDiagram(store, removeNote(store.getState().document.diagram, id), 'Delete note')
}

export function colorNote(store: FacetStore, id: string, color: Color): void {
  const { diagram } = store.getState().document
  changeDiagram(store, recolorNote(diagram, id, color), `Make note ${color}`)
}

/** Colours the selected blocks; `null` gives them back the colour of their kind. */
export function colorSelection(store: FacetStore, color: Color | null): boolean {
  const { selection, document } = store.getState()
  const { blockIds } = selection
  if (blockIds.length === 0) return false
  const what = blockIds.length === 1 ? 'block' : `${blockIds.length} blocks`
  const label = color ? `Make ${what} ${color}` : `Remove colour of ${what}`
  changeDiagram(store, setColor(document.diagram, blockIds, color), label)
  return true
}

/** The colour that all the blocks have; `null` for none, `undefined` when they differ. */
export function commonColor(
  diagram: DiagramState,
  blockIds: readonly BlockId[],
): Color | null | undefined {
  const colors = new Set(blockIds.map((id) => diagram.colors.get(id) ?? null))
  return colors.size === 1 ? [...colors][0] : undefined
}

/** Takes the selected blocks out of the named view that is shown; they stay in the schema. */
export function removeSelectionFromView(store: FacetStore): boolean {
  const state = store.getState()
  const { view } = shownBoard(state)
  const { blockIds } = state.selection
  if (!view || blockIds.length === 0) return false
  const what = blockIds.length === 1 ? 'block' : `${blockIds.length} blocks`
  const diagram = removeFromView(state.document.diagram, view.id, blockIds)
  changeDiagram(store, diagram, `Remove ${what} from ${view.name}`)
  return true
}

/**
 * Ways of looking at a schema: how much of each block is drawn and what it is called, what is
 * hidden, what is in focus, and paths. The menus, the keyboard and the palette share these.
 *
 * How much is drawn, names, and what is folded or hidden are part of the design, so each change is
 * an undo step like any other. A focus and a path are not: they are over when one leaves.
 */

import type { DetailLevel, NameMode } from '@/lib/document/diagram'
import { hideBlocks, toggleCollapsed, unhideBlocks } from '@/lib/document/diagram-edits'
import { type BlockId, isDrawn } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'

export const DETAIL_LEVELS: readonly (readonly [DetailLevel, label: string, said: string])[] = [
  ['auto', 'Automatic by zoom', 'Detail follows the zoom'],
  ['full', 'Everything', 'Everything is drawn'],
  ['keys', 'Keys only', 'Only keys are drawn'],
  ['names', 'Names only', 'Only names are drawn'],
]

export const NAME_MODES: readonly (readonly [NameMode, label: string, said: string])[] = [
  ['model', 'Names in Prisma', 'Names as in Prisma Client'],
  ['database', 'Names in the database', 'Names as in the database'],
]

export function setDetail(store: FacetStore, detail: DetailLevel): void {
  const { document, actions } = store.getState()
  if (document.diagram.detail === detail) return
  const said = DETAIL_LEVELS.find(([level]) => level === detail)?.[2] ?? ''
  actions.setDiagram({ ...document.diagram, detail }, 'Change detail')
  tell(store, said)
}

export function setNameMode(store: FacetStore, nameMode: NameMode): void {
  const { document, actions } = store.getState()
  if (document.diagram.nameMode === nameMode) return
  const said = NAME_MODES.find(([mode]) => mode === nameMode)?.[2] ?? ''
  actions.setDiagram({ ...document.diagram, nameMode }, 'Change names')
  tell(store, said)
}

/** Folds the blocks to their headers, or unfolds them if all are folded. `false` without any. */
export function toggleCollapse(store: FacetStore, blockIds: readonly BlockId[]): boolean {
  const { document, actions } = store.getState()
  const { diagram } = document
  if (blockIds.length === 0) return false
  const isFolded = blockIds.every((id) => diagram.collapsed.has(id))
  const label = `${isFolded ? 'Expand' : 'Collapse'} ${whichBlocks(store, blockIds)}`
  actions.setDiagram(toggleCollapsed(diagram, blockIds), label)
  tell(store, label)
  return true
}

/** Leaves the selected blocks out of the whole diagram. `false` when none is selected. */
export function hideSelection(store: FacetStore): boolean {
  const { document, selection, focus, viewId, actions } = store.getState()
  const { blockIds } = selection
  if (blockIds.length === 0) return false
  if (focus || viewId !== null) {
    const text = 'Blocks can be hidden in the whole diagram only; this shows a part of it.'
    actions.notify({ kind: 'status', text })
    return true
  }
  const label = `Hide ${whichBlocks(store, blockIds)}`
  actions.setDiagram(hideBlocks(document.diagram, blockIds), label)
  actions.select({})
  tell(store, `${label}. ${hiddenIds(store).length} hidden in all.`)
  return true
}

export function showAllHidden(store: FacetStore): void {
  const { document, actions } = store.getState()
  const blockIds = [...document.diagram.hidden]
  if (blockIds.length === 0) return
  const shown = hiddenIds(store)
  const label = `Show ${whichBlocks(store, shown)}`
  actions.setDiagram(unhideBlocks(document.diagram, blockIds), label)
  actions.select({ blockIds: shown })
  tell(store, label)
}

/** The hidden blocks that there are. */
export function hiddenIds(store: FacetStore): BlockId[] {
  const { graph, diagram } = store.getState().document
  return graph.blocks
    .filter(({ id, kind }) => isDrawn(kind) && diagram.hidden.has(id))
    .map(({ id }) => id)
}

/** "User" or "3 blocks". */
export function whichBlocks(store: FacetStore, blockIds: readonly BlockId[]): string {
  const [only] = blockIds
  if (blockIds.length !== 1 || only === undefined) return `${blockIds.length} blocks`
  return store.getState().document.graph.blockById.get(only)?.name ?? 'block'
}

/** For screen readers: everybody else sees it. */
export function tell(store: FacetStore, text: string): void {
  store.getState().actions.notify({ kind: 'status', text, isQuiet: true })
}

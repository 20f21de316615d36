/** Paths along relations between two blocks: finding, going through and keeping them. */

import { addView } from '@/lib/document/diagram-edits'
import { describePath, findPaths, pathMembers, type SchemaPath } from '@/lib/schema/find-path'
import type { BlockId, SchemaGraph } from '@/lib/schema/graph'
import { withArranging } from '@/lib/store/arranging'
import { layoutInput } from '@/lib/store/placement'
import type { FacetState, ShownPath } from '@/lib/store/state'
import type { FacetStore } from '@/lib/store/store'
import type { Emphasis } from './emphasis'
import { focusOn } from './focusing'
import { tell } from './reading'

interface Known {
  readonly graph: SchemaGraph
  readonly fromId: BlockId
  readonly toId: BlockId
  readonly paths: readonly SchemaPath[]
}

let known: Known | null = null

/** The shortest paths between the two; the same array for as long as nothing changes. */
export function pathsOf(graph: SchemaGraph, { fromId, toId }: ShownPath): readonly SchemaPath[] {
  if (known?.graph !== graph || known.fromId !== fromId || known.toId !== toId) {
    known = { graph, fromId, toId, paths: findPaths(graph, fromId, toId) }
  }
  return known.paths
}

/** The path that stands out now. */
export function shownPath({ document, path }: FacetState): SchemaPath | null {
  return path ? (pathsOf(document.graph, path)[path.index] ?? null) : null
}

/** Lets the shortest path stand out; the reason, as a sentence, when there is none. */
export function showPath(store: FacetStore, fromId: BlockId, toId: BlockId): string | null {
  const { document, actions } = store.getState()
  const name = (id: BlockId) => document.graph.blockById.get(id)?.name ?? ''
  if (fromId === toId) return 'Choose two different models.'
  const [path] = findPaths(document.graph, fromId, toId, 1)
  if (!path) return `No relations lead from ${name(fromId)} to ${name(toId)}.`
  actions.select({})
  actions.setPath({ fromId, toId, index: 0 })
  actions.show({ view: 'diagram', blockIds: path.blockIds })
  tell(store, describePath(document.graph, path))
  return null
}

/** Finds the path between the two selected models, or has the other one chosen. */
export function findPathFromSelection(store: FacetStore): void {
  const { selection, actions } = store.getState()
  const [fromId, toId] = selection.blockIds
  if (selection.blockIds.length !== 2 || fromId === undefined || toId === undefined) {
    actions.setDialog('path')
    return
  }
  const problem = showPath(store, fromId, toId)
  if (problem) actions.notify({ kind: 'status', text: problem })
}

/** Goes on to the next path of the same length, and from the last to the first. */
export function showOtherPath(store: FacetStore, step: 1 | -1): void {
  const { document, path, actions } = store.getState()
  if (!path) return
  const paths = pathsOf(document.graph, path)
  const index = (path.index + step + paths.length) % paths.length
  const next = paths[index]
  if (!next) return
  actions.setPath({ ...path, index })
  actions.show({ view: 'diagram', blockIds: next.blockIds })
  tell(store, `Path ${index + 1} of ${paths.length}: ${describePath(document.graph, next)}`)
}

export function leavePath(store: FacetStore): boolean {
  const { path, actions } = store.getState()
  if (!path) return false
  actions.setPath(null)
  tell(store, 'Left the path')
  return true
}

/** Shows the blocks of the path alone. */
export function isolatePath(store: FacetStore): void {
  const path = shownPath(store.getState())
  if (path) focusOn(store, path.blockIds, null)
}

/** Makes a named view of the blocks of the path and shows it. */
export function savePathAsView(store: FacetStore): void {
  const state = store.getState()
  const path = shownPath(state)
  if (!path) return
  const { graph, diagram } = state.document
  const ids = new Set(path.blockIds)
  const name = (id: BlockId | undefined) => graph.blockById.get(id ?? '')?.name ?? ''
  withArranging(store, (arrange) => {
    const added = addView(diagram, {
      name: `${name(path.blockIds[0])} to ${name(path.blockIds.at(-1))}`,
      blockIds: path.blockIds,
      positions: arrange(layoutInput(graph, (id) => ids.has(id), diagram)),
    })
    const view = added.diagram.views.find(({ id }) => id === added.id)
    state.actions.setPath(null)
    state.actions.setDiagram(added.diagram, `Add view ${view?.name}`)
    state.actions.showView(added.id)
    state.actions.notify({ kind: 'status', text: `Saved as the view ${view?.name}` })
  })
}

/** The blocks, fields and lines of the path stand out, and all else steps back. */
export function pathEmphasis(state: FacetState): Emphasis | null {
  const path = shownPath(state)
  if (!path) return null
  return {
    isDimming: true,
    blocks: new Set(path.blockIds),
    links: new Set(path.relations.map(({ id }) => id)),
    members: pathMembers(state.document.graph, path),
  }
}

/** How changes meet what is shown: where moves go, what new blocks join, and what undo leads back to. */

import type { Point } from '@/lib/document/design'
import type { DiagramState, NamedView } from '@/lib/document/diagram'
import type { Positions, SchemaDocument, Step } from '@/lib/document/document'
import { type BlockId, isDrawn } from '@/lib/schema/graph'
import { shownBoard, viewById } from './board'
import { type Place, placeAmong } from './placement'
import type { FacetState, Focus } from './state'

/** What a move of blocks changes, depending on what is shown. */
export interface Move {
  /** Part of the design: an undo step. */
  readonly step: Step
  /** A way of looking: not a change of the design. */
  readonly focus: Focus | null
}

/** `diagram` is what the diagram holds after the move, apart from the positions. */
export function moveOnBoard(
  state: Pick<FacetState, 'document' | 'viewId' | 'focus'>,
  positions: Positions,
  diagram: DiagramState = state.document.diagram,
): Move {
  const board = shownBoard(state)
  const { focus } = state
  const shown = board.blockIds
  const moved = shown ? new Map([...positions].filter(([id]) => shown.has(id))) : positions
  const isOther = diagram !== state.document.diagram
  const also = isOther ? { diagram } : {}
  if (focus) {
    const next = moved.size > 0 ? withPlaces(focus.positions, moved) : focus.positions
    return {
      step: { files: [], positions: new Map(), ...also },
      focus: { ...focus, positions: next },
    }
  }
  const view = viewById(diagram.views, board.view?.id ?? null)
  if (!view) return { step: { files: [], positions: moved, ...also }, focus }
  const isMoved = [...moved].some(([id, { x, y }]) => {
    const at = board.positions.get(id)
    return at?.x !== x || at.y !== y
  })
  if (!isMoved) return { step: { files: [], positions: new Map(), ...also }, focus }
  const next = { ...view, positions: withPlaces(view.positions, moved) }
  return {
    step: { files: [], positions: new Map(), diagram: withView(diagram, next) },
    focus,
  }
}

/** The diagram in which blocks that a step made have joined the view that is shown. */
export function joinShownView(
  state: Pick<FacetState, 'document' | 'viewId'>,
  next: SchemaDocument,
  place: Place | undefined,
): DiagramState {
  const view = viewById(next.diagram.views, state.viewId)
  const added = view ? addedBlocks(state.document, next) : []
  if (!view || added.length === 0) return next.diagram
  const board = shownBoard({ document: next, viewId: view.id, focus: null })
  const positions = placeJoining(next, board.positions, added, place)
  return withView(next.diagram, {
    ...view,
    blockIds: [...new Set([...view.blockIds, ...added])],
    positions: new Map([...view.positions, ...positions]),
  })
}

/** The focus in which new blocks are shown too; `null` once nothing of what it is about is left. */
export function carryFocus(
  focus: Focus | null,
  before: SchemaDocument,
  next: SchemaDocument,
  place: Place | undefined,
): Focus | null {
  if (!focus || before.graph === next.graph) return focus
  if (!focus.blockIds.some((id) => next.graph.blockById.has(id))) return null
  const added = addedBlocks(before, next)
  if (added.length === 0) return focus
  const positions = placeJoining(next, focus.positions, added, place)
  return { ...focus, positions: withPlaces(focus.positions, positions) }
}

/**
 * Where a change that was undone or redone can be seen: what is shown now, if it shows there, and
 * otherwise the view, or the whole diagram, that it belongs to.
 */
export function boardOfChange(
  shown: Pick<FacetState, 'viewId' | 'focus'>,
  before: SchemaDocument,
  next: SchemaDocument,
): Pick<FacetState, 'viewId' | 'focus'> {
  const { views } = next.diagram
  const here = {
    viewId: viewById(views, shown.viewId)?.id ?? null,
    focus: carryFocus(shown.focus, before, next, undefined),
  }
  const places = changedPlaces(before, next)
  if (places.size === 0 || (places.has(shown.viewId) && !here.focus)) return here
  const [first = null] = places
  return { viewId: places.has(here.viewId) ? here.viewId : first, focus: null }
}

/** The ids of the views, and `null` for the whole diagram, in which something lies differently. */
function changedPlaces(before: SchemaDocument, next: SchemaDocument): Set<string | null> {
  const places = new Set<string | null>()
  if (before.diagram !== next.diagram) {
    const old = new Map(before.diagram.views.map((view) => [view.id, view]))
    for (const view of next.diagram.views) {
      const known = old.get(view.id)
      if (!known || !isSameView(known, view)) places.add(view.id)
    }
    const views = new Set(next.diagram.views.map(({ id }) => id))
    const notes = new Map(before.diagram.notes.map((note) => [note.id, note]))
    for (const note of next.diagram.notes) {
      const known = notes.get(note.id)
      const isSame = known && JSON.stringify(known) === JSON.stringify(note)
      if (!isSame && (note.viewId === null || views.has(note.viewId))) places.add(note.viewId)
    }
  }
  // With a change of the text, whatever is shown shows it; places only follow.
  if (before.version === next.version && !isSamePlaces(before.positions, next.positions)) {
    places.add(null)
  }
  return places
}

export function withView(diagram: DiagramState, view: NamedView): DiagramState {
  const views = diagram.views.map((each) => (each.id === view.id ? view : each))
  return { ...diagram, views }
}

function addedBlocks(before: SchemaDocument, next: SchemaDocument): BlockId[] {
  if (before.graph === next.graph) return []
  return next.graph.blocks
    .filter(({ id, kind }) => isDrawn(kind) && !before.graph.blockById.has(id))
    .map(({ id }) => id)
}

/** Places for the added blocks among those that are shown. */
function placeJoining(
  { graph, diagram }: SchemaDocument,
  shown: Positions,
  added: readonly BlockId[],
  place: Place | undefined,
): Positions {
  const joining = new Set(added)
  const others = new Map([...shown].filter(([id]) => !joining.has(id)))
  const blocks = graph.blocks.filter(({ id }) => joining.has(id) || others.has(id))
  const all = placeAmong(graph, blocks, others, place, diagram)
  return new Map([...all].filter(([id]) => joining.has(id)))
}

function withPlaces(positions: Positions, moved: Positions): Positions {
  return new Map<BlockId, Point>([...positions, ...moved])
}

function isSameView(a: NamedView, b: NamedView): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.blockIds.length === b.blockIds.length &&
      a.blockIds.every((id, index) => id === b.blockIds[index]) &&
      isSamePlaces(a.positions, b.positions))
  )
}

function isSamePlaces(a: Positions, b: Positions): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  return [...a].every(([id, { x, y }]) => {
    const other = b.get(id)
    return other?.x === x && other.y === y
  })
}

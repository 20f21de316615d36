/**
 * What of a design is shown, and where: the whole diagram without its hidden blocks, a named view,
 * or a focus. Everything that draws, selects or lays out blocks asks here, so that all agree.
 */

import type { Point } from '@/lib/document/design'
import type { NamedView } from '@/lib/document/diagram'
import type { Positions } from '@/lib/document/document'
import type { BlockId } from '@/lib/schema/graph'
import type { FacetState, Focus } from './state'

export interface Board {
  readonly kind: 'whole' | 'view' | 'focus'
  /** The named view; `null` for the whole diagram and for a focus. */
  readonly view: NamedView | null
  /** The blocks that are shown; `null` for all that are not hidden. */
  readonly blockIds: ReadonlySet<BlockId> | null
  /** Where blocks that are shown are drawn, and no others. A block without an entry is not placed yet. */
  readonly positions: Positions
}

type BoardSource = Pick<FacetState, 'document' | 'viewId' | 'focus'>

interface KnownBoard {
  readonly view: NamedView | null
  readonly focus: Focus | null
  readonly hidden: ReadonlySet<BlockId>
  readonly board: Board
}

/** The last board for each state of the main positions, so that the same state gives the same object. */
const boards = new WeakMap<Positions, KnownBoard>()

/** A selector: the same object for as long as nothing of it changes. */
export function shownBoard({ document, viewId, focus }: BoardSource): Board {
  const { positions, diagram } = document
  const { hidden } = diagram
  const view = viewById(diagram.views, viewId)
  const known = boards.get(positions)
  if (known && known.view === view && known.focus === focus && known.hidden === hidden) {
    return known.board
  }
  const board = makeBoard(positions, view, focus, hidden)
  boards.set(positions, { view, focus, hidden, board })
  return board
}

/** Whether a block is one of those that the board shows. */
export function isShown(board: Board, hidden: ReadonlySet<BlockId>, id: BlockId): boolean {
  return board.blockIds ? board.blockIds.has(id) : !hidden.has(id)
}

export function viewById(views: readonly NamedView[], id: string | null): NamedView | null {
  return (id !== null && views.find((view) => view.id === id)) || null
}

function makeBoard(
  positions: Positions,
  view: NamedView | null,
  focus: Focus | null,
  hidden: ReadonlySet<BlockId>,
): Board {
  if (focus) {
    const blockIds = new Set(focus.positions.keys())
    return { kind: 'focus', view: null, blockIds, positions: focus.positions }
  }
  if (view) {
    const blockIds = new Set(view.blockIds)
    return { kind: 'view', view, blockIds, positions: viewPositions(view, positions) }
  }
  return { kind: 'whole', view: null, blockIds: null, positions: without(positions, hidden) }
}

/** A block that a view has no place for lies there as in the whole diagram. */
function viewPositions(view: NamedView, positions: Positions): Positions {
  const isComplete =
    view.positions.size === view.blockIds.length &&
    view.blockIds.every((id) => view.positions.has(id))
  if (isComplete) return view.positions
  const result = new Map<BlockId, Point>()
  for (const id of view.blockIds) {
    const point = view.positions.get(id) ?? positions.get(id)
    if (point) result.set(id, point)
  }
  return result
}

function without(positions: Positions, hidden: ReadonlySet<BlockId>): Positions {
  if (hidden.size === 0) return positions
  return new Map([...positions].filter(([id]) => !hidden.has(id)))
}

/**
 * The groups and notes that lie on what is shown, and where. Pure; `canvas-store.ts` keeps them in
 * step with the blocks.
 */

import type { Point } from '@/lib/document/design'
import type { Area, DiagramState, Group, Note } from '@/lib/document/diagram'
import { addToGroup, groupArea, groupOfBlock, removeFromGroups } from '@/lib/document/diagram-edits'
import type { Rect } from '@/lib/layout/types'
import type { BlockId } from '@/lib/schema/graph'
import type { Board } from '@/lib/store/board'

/** A group with the area in which it is drawn now. */
export interface ShownGroup {
  readonly group: Group
  readonly area: Area
  /** A block that is being dragged would join it if let go now. */
  readonly isTarget: boolean
}

export type Rects = ReadonlyMap<BlockId, Rect>

const NOTHING: ReadonlySet<BlockId> = new Set()

/** While blocks are dragged, a group lies around those of its blocks that stay. */
export function shownGroups(
  diagram: DiagramState,
  board: Board,
  rects: Rects,
  dragged: ReadonlySet<BlockId> = NOTHING,
  before: readonly ShownGroup[] = [],
): readonly ShownGroup[] {
  const old = new Map(before.map((shown) => [shown.group.id, shown]))
  const centers = [...dragged].flatMap((id) => {
    const own = groupOfBlock(diagram, id)
    const isWholeGroup = own !== null && restingArea(own, rects, dragged) === null
    return isWholeGroup ? [] : (centerOf(rects.get(id)) ?? [])
  })
  const groups = diagram.groups.flatMap((group): ShownGroup[] => {
    // An empty group is somewhere in the whole diagram, and nowhere else.
    if (group.blockIds.length === 0 && board.kind !== 'whole') return []
    const resting = restingArea(group, rects, dragged)
    const area = resting ?? groupArea(group, rects)
    if (!area) return []
    const isTarget = resting !== null && centers.some((center) => contains(resting, center))
    const known = old.get(group.id)
    const isSame =
      known?.group === group && isSameArea(known.area, area) && known.isTarget === isTarget
    return [isSame ? known : { group, area, isTarget }]
  })
  const isSame =
    groups.length === before.length && groups.every((group, index) => group === before[index])
  return isSame ? before : groups
}

/** The notes of the whole diagram or of a named view; a focus has none. */
export function shownNotes(
  diagram: DiagramState,
  board: Board,
  before: readonly Note[] = [],
): readonly Note[] {
  if (board.kind === 'focus' || diagram.notes.length === 0) return NO_NOTES
  const viewId = board.view?.id ?? null
  const notes = diagram.notes.filter((note) => note.viewId === viewId)
  const isSame =
    notes.length === before.length && notes.every((note, index) => note === before[index])
  return isSame ? before : notes
}

const NO_NOTES: readonly Note[] = []

/** Everything that lies on the canvas, for what shows all of it. */
export function allRects(state: {
  readonly rects: Rects
  readonly groups: readonly ShownGroup[]
  readonly notes: readonly Note[]
}): Rect[] {
  return [
    ...state.rects.values(),
    ...state.groups.map(({ area }) => area),
    ...state.notes.map(({ area }) => area),
  ]
}

/**
 * The groups after blocks were dropped where `rects` says: a block joins the group in whose area
 * it lies, and leaves its own once it lies outside the rest of it. Groups that moved as a whole
 * keep their blocks.
 */
export function regroup(
  diagram: DiagramState,
  board: Board,
  rects: Rects,
  dropped: ReadonlySet<BlockId>,
): DiagramState {
  let next = diagram
  const areas = diagram.groups.flatMap((group) => {
    const isThere = group.blockIds.length > 0 || board.kind === 'whole'
    const area = isThere ? restingArea(group, rects, dropped) : null
    return area ? [{ id: group.id, area }] : []
  })
  for (const blockId of dropped) {
    const center = centerOf(rects.get(blockId))
    if (!center) continue
    const own = groupOfBlock(diagram, blockId)
    const ownArea = areas.find(({ id }) => id === own?.id)
    if (own && (!ownArea || contains(ownArea.area, center))) continue
    const target = areas.findLast(({ area }) => contains(area, center))
    next = target ? addToGroup(next, target.id, [blockId]) : removeFromGroups(next, [blockId])
  }
  return next
}

/** The area around the blocks that stay; `null` when all of them move. */
function restingArea(group: Group, rects: Rects, moved: ReadonlySet<BlockId>): Area | null {
  if (group.blockIds.length === 0) return group.area
  const staying = group.blockIds.filter((id) => !moved.has(id) && rects.has(id))
  return staying.length > 0 ? groupArea({ ...group, blockIds: staying }, rects) : null
}

function centerOf(rect: Rect | undefined): Point | null {
  return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null
}

function contains({ x, y, width, height }: Area, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}

function isSameArea(a: Area, b: Area): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

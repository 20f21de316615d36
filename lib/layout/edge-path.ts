/**
 * The line of one relation: from a row of the table that refers to a row of the one referred to.
 *
 * A line has at most three segments (across, down, across) with rounded corners. It leaves on the
 * facing sides when there is room between the tables, otherwise both ends are on one side and the
 * line loops around. Between neighbouring columns, whose left edges are flush, the segment down
 * runs in the gap before the table on the right. On longer ways it keeps near the source: all lines
 * to one busy table then run together into it, like a bus, instead of side by side.
 *
 * Called for every relation in every frame of a drag, so it looks at nothing but its arguments.
 */
import type { Point, Rect } from './types'

export type Side = 'left' | 'right'

export interface RelationEnd {
  readonly rect: Rect
  /** Centre of the row, measured from the top of the rectangle. */
  readonly y: number
}

export interface RelationRoute {
  readonly source: RelationEnd
  readonly target: RelationEnd
  /** Place among the relations between the same two tables, from 0; see `bundleLanes`. */
  readonly lane?: number
  readonly laneCount?: number
  /** Shift of the segment down, in pixels to the right; see `bundleLanes`. */
  readonly track?: number
}

export interface RelationPath {
  /** SVG path data from the source to the target. */
  readonly path: string
  readonly sourceSide: Side
  readonly targetSide: Side
  readonly sourcePoint: Point
  readonly targetPoint: Point
  /** A place on the line for a label: the middle of its most distinctive segment. */
  readonly labelPoint: Point
}

/** The corner points of a line: source, two bends (equal in height when it is straight), target. */
export interface RelationBends {
  readonly sourceSide: Side
  readonly targetSide: Side
  readonly sourceX: number
  readonly sourceY: number
  readonly bendX: number
  readonly targetX: number
  readonly targetY: number
}

/** Length of straight line that the markers at both ends need. */
export const STUB = 20
const RADIUS = 8
/** Where the segment down runs, measured from a table: the middle of the room between columns. */
export const BEND = 50
/** Tables that are no farther apart stand in neighbouring columns, as far as one can tell. */
const NEAR = 340
const LOOP = 40
const LANE_GAP = 12
const LEAST_LANE_GAP = 6
/**
 * Parallel lines end this far apart; together they stay within one row. On the layout's grid of 20
 * with rows of 24, rows of two tables differ by multiples of 4: no two of up to five lines, 5 apart,
 * can then end level with each other by accident.
 */
const FAN_GAP = 5
const FAN_WIDTH = 15
/** A line as good as straight is made so: its source end moves this far at most, within its row. */
const STRAIGHTEN = 10

/** The line of a relation as SVG path data, with what is needed to draw markers and a label. */
export function relationPath(route: RelationRoute): RelationPath {
  const bends = relationBends(route)
  const { sourceX, sourceY, bendX, targetX, targetY } = bends
  const down = targetY - sourceY
  return {
    path: pathData(bends),
    sourceSide: bends.sourceSide,
    targetSide: bends.targetSide,
    sourcePoint: { x: sourceX, y: sourceY },
    targetPoint: { x: targetX, y: targetY },
    labelPoint:
      Math.abs(down) >= 2 * STUB
        ? { x: bendX, y: sourceY + down / 2 }
        : { x: (bendX + targetX) / 2, y: targetY },
  }
}

/** The corner points of the same line. */
export function relationBends(route: RelationRoute): RelationBends {
  const { source, target, lane = 0, laneCount = 1, track = 0 } = route
  const { sourceSide, targetSide } = chooseSides(source.rect, target.rect, laneCount)
  const sourceX = sideX(source.rect, sourceSide)
  const targetX = sideX(target.rect, targetSide)
  const outward = sourceSide === 'right' ? 1 : -1
  const fan = fanOut(route, sourceSide === targetSide)
  let sourceY = rowY(source, fan.source)
  const targetY = rowY(target, fan.target)
  if (sourceSide === targetSide) {
    const farthest = outward * Math.max(outward * sourceX, outward * targetX)
    const reach = Math.max(LOOP + outward * track, STUB + RADIUS) + lane * LANE_GAP
    const bendX = farthest + outward * reach
    return { sourceSide, targetSide, sourceX, sourceY, bendX, targetX, targetY }
  }
  if (laneCount === 1 && Math.abs(sourceY - targetY) <= STRAIGHTEN) sourceY = targetY
  const left = Math.min(sourceX, targetX)
  const right = Math.max(sourceX, targetX)
  const room = right - left
  const least = STUB + RADIUS
  const lanesWidth = Math.min((laneCount - 1) * LANE_GAP, room - 2 * least)
  const laneShift = laneCount > 1 ? (lane / (laneCount - 1) - 0.5) * lanesWidth : 0
  const inward = Math.min(BEND, room / 2)
  const wanted = room <= NEAR ? right - inward : sourceX + outward * inward
  // The whole bundle is kept clear of both tables, so that no lane is squeezed onto another.
  const slack = least + lanesWidth / 2
  const bendX = clamp(wanted + track, left + slack, right - slack) + laneShift
  return { sourceSide, targetSide, sourceX, sourceY, bendX, targetX, targetY }
}

/** Facing sides where there is room for two markers and all bends, else the side with the shorter loop. */
function chooseSides(
  source: Rect,
  target: Rect,
  laneCount: number,
): { sourceSide: Side; targetSide: Side } {
  const least = 2 * (STUB + RADIUS) + (laneCount - 1) * LEAST_LANE_GAP
  const sourceRight = source.x + source.width
  const targetRight = target.x + target.width
  if (target.x - sourceRight >= least) return { sourceSide: 'right', targetSide: 'left' }
  if (source.x - targetRight >= least) return { sourceSide: 'left', targetSide: 'right' }
  const onRight = Math.abs(sourceRight - targetRight)
  const onLeft = Math.abs(source.x - target.x)
  const side = onRight <= onLeft ? 'right' : 'left'
  return { sourceSide: side, targetSide: side }
}

/** How far the ends of a lane are shifted down, so that parallel lines to one row stay distinct. */
function fanOut(route: RelationRoute, isLoop: boolean): { source: number; target: number } {
  const { source, target, lane = 0, laneCount = 1 } = route
  if (laneCount === 1) return { source: 0, target: 0 }
  const gap = Math.min(FAN_GAP, FAN_WIDTH / (laneCount - 1))
  const shift = (lane - (laneCount - 1) / 2) * gap
  if (!isLoop) {
    const both = fallsToRight(source.rect, target.rect) ? -shift : shift
    return { source: both, target: both }
  }
  // An outer loop starts above the inner ones and ends below them.
  const sourceAbove = source.rect.y + source.y < target.rect.y + target.y
  return sourceAbove ? { source: -shift, target: shift } : { source: shift, target: -shift }
}

/** Whether of two tables the one on the right stands lower. */
export function fallsToRight(first: Rect, second: Rect): boolean {
  const [left, right] = first.x <= second.x ? [first, second] : [second, first]
  return right.y + right.height / 2 > left.y + left.height / 2
}

function pathData(bends: RelationBends): string {
  const { sourceX, sourceY, bendX, targetX, targetY } = bends
  const down = targetY - sourceY
  if (down === 0 && bends.sourceSide !== bends.targetSide) {
    return `M ${sourceX} ${sourceY} H ${targetX}`
  }
  const radius = Math.min(RADIUS, Math.abs(down) / 2)
  const toBend = radius * Math.sign(bendX - sourceX)
  const toTarget = radius * Math.sign(targetX - bendX)
  const toDown = radius * Math.sign(down)
  return (
    `M ${sourceX} ${sourceY} H ${bendX - toBend} Q ${bendX} ${sourceY} ${bendX} ${sourceY + toDown}` +
    ` V ${targetY - toDown} Q ${bendX} ${targetY} ${bendX + toTarget} ${targetY} H ${targetX}`
  )
}

function rowY(end: RelationEnd, shift: number): number {
  return end.rect.y + clamp(end.y + shift, 0, end.rect.height)
}

function sideX(rect: Rect, side: Side): number {
  return side === 'right' ? rect.x + rect.width : rect.x
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}

/**
 * Keeps lines apart that would lie on top of one another, and away from tables that they have
 * nothing to do with: relations between the same two tables get lanes, and the segments that run
 * down are shifted (`track`) to where there is room. Lines that lead to the same row may run
 * together: that tells the reader that they do.
 *
 * This looks at all lines at once, so it is for when tables have come to rest; while one is being
 * dragged, the assignment it had still draws sensible lines.
 */
import {
  BEND,
  fallsToRight,
  type RelationBends,
  type RelationEnd,
  relationBends,
} from './edge-path'
import type { Rect } from './types'

export interface BundleEdge {
  readonly id: string
  readonly source: RelationEnd & { readonly id: string }
  readonly target: RelationEnd & { readonly id: string }
}

/** What `relationPath` needs to know of the other lines. */
export interface LaneAssignment {
  readonly lane: number
  readonly laneCount: number
  readonly track: number
}

/** Tracks from the middle of a gap outwards. Lines that find all taken share the last. */
const TRACKS = [0, 10, -10, 20, -20]
/** Segments nearer to each other than this would look like one. */
const TOO_NEAR = 10
/** Least room between a line and a table that it passes. */
const CLEARANCE = 8

/** Assigns lanes and tracks for lines as they lie now. Deterministic; the order of `edges` breaks ties. */
export function bundleLanes(edges: readonly BundleEdge[]): Map<string, LaneAssignment> {
  const assignments = new Map<string, LaneAssignment>()
  const obstacles = new Obstacles(edges)
  const trunks = new Map<string, Trunk>()
  for (const parallel of parallelEdges(edges)) {
    const laneCount = parallel.length
    const sorted = parallel
      .map((edge) => ({ edge, bends: relationBends({ ...edge, laneCount }) }))
      .sort((a, b) => nesting(a.edge, a.bends) - nesting(b.edge, b.bends))
    for (const [lane, { edge, bends }] of sorted.entries()) {
      // Parallel lines move together, or a lane of one could meet a lane of another.
      const leader = sorted.find((other) => other.edge.source.id === edge.source.id)
      const leading = leader?.bends ?? bends
      const track = obstacles.shiftFor(leading)
      assignments.set(edge.id, { lane, laneCount, track })
      addToTrunk(trunks, edge, bends, leading.bendX + track, laneCount)
    }
  }
  for (const [trunk, track] of chooseTracks([...trunks.values()])) {
    for (const id of trunk.edges) {
      const assignment = assignments.get(id)
      if (assignment) assignments.set(id, { ...assignment, track: assignment.track + track })
    }
  }
  return assignments
}

/** Groups the edges by unordered pair of tables. */
function parallelEdges(edges: readonly BundleEdge[]): BundleEdge[][] {
  const pairs = new Map<string, BundleEdge[]>()
  for (const edge of edges) {
    const ids = [edge.source.id, edge.target.id].sort()
    const key = JSON.stringify(ids)
    const pair = pairs.get(key)
    if (pair) pair.push(edge)
    else pairs.set(key, [edge])
  }
  return [...pairs.values()]
}

/**
 * The order of lanes in which parallel lines do not cross. If the table on the right stands lower,
 * the higher of two lines bends farther right; otherwise the lower one does. A loop encloses the
 * loops that are shorter.
 */
function nesting(edge: BundleEdge, bends: RelationBends): number {
  const { sourceY, targetY } = bends
  if (bends.sourceSide === bends.targetSide) return Math.abs(targetY - sourceY)
  const height = sourceY + targetY
  return fallsToRight(edge.source.rect, edge.target.rect) ? -height : height
}

function outwardOf(bends: RelationBends): number {
  return bends.sourceSide === 'right' ? 1 : -1
}

/** The tables at the ends of all lines, found by where they are. */
class Obstacles {
  private static readonly CELL = 256
  private readonly cells = new Map<number, Rect[]>()

  constructor(edges: readonly BundleEdge[]) {
    const rects = new Map<string, Rect>()
    for (const { source, target } of edges) {
      rects.set(source.id, source.rect)
      rects.set(target.id, target.rect)
    }
    for (const rect of rects.values()) {
      const last = this.cellAt(rect.x + rect.width + CLEARANCE)
      for (let cell = this.cellAt(rect.x - CLEARANCE); cell <= last; cell++) {
        const list = this.cells.get(cell)
        if (list) list.push(rect)
        else this.cells.set(cell, [rect])
      }
    }
  }

  /** How far to move a segment down to the right so that it passes behind no table; 0 if in vain. */
  shiftFor(bends: RelationBends): number {
    const { sourceX, sourceY, bendX, targetX, targetY } = bends
    if (sourceY === targetY) return 0
    const top = Math.min(sourceY, targetY)
    const bottom = Math.max(sourceY, targetY)
    const outward = outwardOf(bends)
    const facing = bends.sourceSide !== bends.targetSide
    const farthest = facing ? outward * targetX - BEND / 2 : Number.POSITIVE_INFINITY
    let x = bendX
    for (let tries = 0; tries < 4; tries++) {
      const blocking = this.hit(x, top, bottom)
      if (!blocking) return x - bendX
      x = outward > 0 ? blocking.x + blocking.width + BEND : blocking.x - BEND
      if (outward * x > farthest || outward * x < outward * sourceX) return 0
    }
    return 0
  }

  private hit(x: number, top: number, bottom: number): Rect | undefined {
    return this.cells
      .get(this.cellAt(x))
      ?.find(
        (rect) =>
          x > rect.x - CLEARANCE &&
          x < rect.x + rect.width + CLEARANCE &&
          bottom > rect.y &&
          top < rect.y + rect.height,
      )
  }

  private cellAt(x: number): number {
    return Math.floor(x / Obstacles.CELL)
  }
}

/** The segments down, in one gap, of all lines that lead to one row. */
interface Trunk {
  readonly edges: string[]
  readonly x: number
  top: number
  bottom: number
}

function addToTrunk(
  trunks: Map<string, Trunk>,
  edge: BundleEdge,
  bends: RelationBends,
  x: number,
  laneCount: number,
): void {
  if (bends.sourceY === bends.targetY) return
  const top = Math.min(bends.sourceY, bends.targetY)
  const bottom = Math.max(bends.sourceY, bends.targetY)
  const ends =
    laneCount > 1 ? [edge.source.id, edge.target.id].sort() : [edge.target.id, edge.target.y]
  const key = JSON.stringify([...ends, Math.round(x / TOO_NEAR)])
  const trunk = trunks.get(key)
  if (trunk) {
    trunk.edges.push(edge.id)
    trunk.top = Math.min(trunk.top, top)
    trunk.bottom = Math.max(trunk.bottom, bottom)
  } else trunks.set(key, { edges: [edge.id], x, top, bottom })
}

/** Gives each trunk the first track on which it meets none before it. */
function chooseTracks(trunks: Trunk[]): Map<Trunk, number> {
  trunks.sort((a, b) => a.x - b.x || a.top - b.top || a.bottom - b.bottom)
  const chosen = new Map<Trunk, number>()
  const reach = TOO_NEAR + 2 * Math.max(...TRACKS)
  for (const [index, trunk] of trunks.entries()) {
    const taken: number[] = []
    for (let before = index - 1; before >= 0; before--) {
      const other = trunks[before]
      if (!other || trunk.x - other.x > reach) break
      if (other.top > trunk.bottom || other.bottom < trunk.top) continue
      taken.push(other.x + (chosen.get(other) ?? 0))
    }
    const track = TRACKS.find((candidate) =>
      taken.every((x) => Math.abs(trunk.x + candidate - x) >= TOO_NEAR),
    )
    chosen.set(trunk, track ?? TRACKS.at(-1) ?? 0)
  }
  return chosen
}

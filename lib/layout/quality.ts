/**
 * Figures by which two layouts of the same graph can be compared: they count what a reader would
 * complain about. Lines are taken as they are drawn, bends included.
 */

import { type BundleEdge, bundleLanes } from './bundle-lanes'
import { relationBends } from './edge-path'
import { frameAround } from './frame'
import type { LayoutEdge, PlacedRect, Rect } from './types'

export interface LayoutQuality {
  /** Length of all relation lines together, in pixels. */
  readonly edgeLength: number
  /** The same divided by the number of lines. */
  readonly meanEdgeLength: number
  /** Pairs of lines that cross. Lines to the same row may run together and do not count. */
  readonly crossings: number
  /** Pairs of a line and a table, not its own, that the line passes behind. */
  readonly tablesCrossed: number
  /** Pairs of tables that overlap. */
  readonly overlaps: number
  /** Area of the tables divided by the area of the frame around all. */
  readonly utilisation: number
  /** The smallest rectangle around all tables. */
  readonly frame: Rect
  /** Width divided by height of the frame around all; 0 when there is nothing. */
  readonly aspectRatio: number
  /** Share of the relations that lead from right to left, from the referring to the referred table. */
  readonly leftward: number
}

/** One straight piece of a line, as a rectangle without width or height. */
interface Segment {
  readonly edge: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Measures a layout. Takes time in proportion to the square of its size: for small graphs, tests and
 * benchmarks. */
export function measureLayout(
  rects: readonly PlacedRect[],
  edges: readonly LayoutEdge[],
): LayoutQuality {
  const bundle = bundleEdges(rects, edges)
  const lanes = bundleLanes(bundle)
  const across: Segment[] = []
  const down: Segment[] = []
  let length = 0
  let leftward = 0
  let tablesCrossed = 0
  for (const [edge, relation] of bundle.entries()) {
    const bends = relationBends({ ...relation, ...lanes.get(relation.id) })
    const { sourceX, sourceY, bendX, targetX, targetY } = bends
    const own =
      sourceY === targetY && bends.sourceSide !== bends.targetSide
        ? [segment(edge, sourceX, sourceY, targetX, targetY)]
        : [
            segment(edge, sourceX, sourceY, bendX, sourceY),
            segment(edge, bendX, targetY, targetX, targetY),
          ]
    across.push(...own)
    own.push(segment(edge, bendX, sourceY, bendX, targetY))
    down.push(segment(edge, bendX, sourceY, bendX, targetY))
    for (const piece of own) length += piece.right - piece.left + piece.bottom - piece.top
    if (bends.sourceSide === 'left' && bends.targetSide === 'right') leftward++
    for (const rect of rects) {
      if (rect.id === relation.source.id || rect.id === relation.target.id) continue
      if (own.some((piece) => meets(piece, rect))) tablesCrossed++
    }
  }
  const frame = frameAround(rects)
  const area = rects.reduce((sum, rect) => sum + rect.width * rect.height, 0)
  return {
    edgeLength: length,
    meanEdgeLength: bundle.length > 0 ? length / bundle.length : 0,
    crossings: countCrossings(across, down, bundle),
    tablesCrossed,
    overlaps: countOverlaps(rects),
    utilisation: area > 0 ? area / (frame.width * frame.height) : 0,
    frame,
    aspectRatio: frame.height > 0 ? frame.width / frame.height : 0,
    leftward: bundle.length > 0 ? leftward / bundle.length : 0,
  }
}

function bundleEdges(rects: readonly PlacedRect[], edges: readonly LayoutEdge[]): BundleEdge[] {
  const byId = new Map(rects.map((rect) => [rect.id, rect]))
  return edges.flatMap((edge, index) => {
    const source = byId.get(edge.source)
    const target = byId.get(edge.target)
    if (!source || !target) return []
    return {
      id: String(index),
      source: { id: source.id, rect: source, y: edge.sourceY ?? source.height / 2 },
      target: { id: target.id, rect: target, y: edge.targetY ?? target.height / 2 },
    }
  })
}

function segment(edge: number, x1: number, y1: number, x2: number, y2: number): Segment {
  return {
    edge,
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  }
}

function meets(piece: Segment, rect: Rect): boolean {
  return (
    piece.left < rect.x + rect.width &&
    piece.right > rect.x &&
    piece.top < rect.y + rect.height &&
    piece.bottom > rect.y
  )
}

function countCrossings(
  across: readonly Segment[],
  down: readonly Segment[],
  bundle: readonly BundleEdge[],
): number {
  const crossed = new Set<number>()
  for (const a of across) {
    for (const d of down) {
      if (d.left <= a.left || d.left >= a.right || a.top <= d.top || a.top >= d.bottom) continue
      const first = bundle[a.edge]?.target
      const second = bundle[d.edge]?.target
      if (first?.id === second?.id && first?.y === second?.y) continue
      const [low, high] = a.edge < d.edge ? [a.edge, d.edge] : [d.edge, a.edge]
      crossed.add(low * bundle.length + high)
    }
  }
  return crossed.size
}

function countOverlaps(rects: readonly Rect[]): number {
  const sorted = [...rects].sort((a, b) => a.x - b.x)
  let overlaps = 0
  for (const [index, rect] of sorted.entries()) {
    for (let after = index + 1; after < sorted.length; after++) {
      const other = sorted[after]
      if (!other || other.x >= rect.x + rect.width) break
      if (other.y < rect.y + rect.height && rect.y < other.y + other.height) overlaps++
    }
  }
  return overlaps
}

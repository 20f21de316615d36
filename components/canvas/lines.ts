/** Where links run on the canvas, given where the blocks are. */

import { type BundleEdge, bundleLanes, type LaneAssignment } from '@/lib/layout/bundle-lanes'
import { relationPath, type Side, STUB } from '@/lib/layout/edge-path'
import { rowCenter } from '@/lib/layout/node-size'
import type { Rect } from '@/lib/layout/types'
import type { BlockId } from '@/lib/schema/graph'
import { crowFoot } from './crow-foot'
import type { Link, LinkEnd } from './links'

export interface Line {
  readonly link: Link
  /** SVG path data. */
  readonly path: string
  /** The marks at both ends; empty for a link without any. */
  readonly ends: string
  readonly points: { readonly from: LineEndPoint; readonly to: LineEndPoint }
  /** What the line, marks included, lies within. */
  readonly bounds: Rect
}

/** Where a line meets a block. */
export interface LineEndPoint {
  readonly blockId: BlockId
  readonly x: number
  readonly y: number
  readonly side: Side
}

export type Rects = ReadonlyMap<BlockId, Rect>
export type Lines = ReadonlyMap<string, Line>
export type Lanes = ReadonlyMap<string, LaneAssignment>

/** Which lane each link takes, as the blocks lie now. */
export function assignLanes(links: readonly Link[], rects: Rects): Lanes {
  return bundleLanes(
    links.flatMap((link): BundleEdge[] => {
      const source = endOf(link.source, rects)
      const target = endOf(link.target, rects)
      return source && target ? [{ id: link.id, source, target }] : []
    }),
  )
}

/** The lines of all links whose blocks are placed. A line that did not change stays the same object. */
export function drawLines(
  links: readonly Link[],
  rects: Rects,
  lanes: Lanes,
  before: Lines,
): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const link of links) {
    const line = drawLine(link, rects, lanes.get(link.id))
    if (!line) continue
    const old = before.get(link.id)
    const isSame = old?.link === link && old.path === line.path && old.ends === line.ends
    lines.set(link.id, isSame ? old : line)
  }
  return lines
}

/**
 * The lines again after an edit that touched few blocks: in a large schema there is no time between
 * two keys to draw all anew. Lanes stay as they are, so they must be assigned again at leisure.
 */
export function patchLines(
  links: readonly Link[],
  changed: ReadonlySet<BlockId>,
  rects: Rects,
  lanes: Lanes,
  before: Lines,
): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const link of links) {
    const old = before.get(link.id)
    const isTouched = changed.has(link.source.blockId) || changed.has(link.target.blockId)
    const line = old?.link === link && !isTouched ? old : drawLine(link, rects, lanes.get(link.id))
    if (line) lines.set(link.id, line)
  }
  return lines
}

/** The lines again after some blocks moved: only those that end at one of them are worked out anew. */
export function redrawLines(lines: Lines, moved: ReadonlySet<BlockId>, rects: Rects, lanes: Lanes) {
  const result = new Map(lines)
  for (const [id, { link }] of lines) {
    if (!moved.has(link.source.blockId) && !moved.has(link.target.blockId)) continue
    const line = drawLine(link, rects, lanes.get(id))
    if (line) result.set(id, line)
  }
  return result
}

function drawLine(link: Link, rects: Rects, lane?: LaneAssignment): Line | null {
  const source = endOf(link.source, rects)
  const target = endOf(link.target, rects)
  if (!source || !target) return null
  const { path, sourcePoint, targetPoint, sourceSide, targetSide, labelPoint } = relationPath({
    source,
    target,
    ...lane,
  })
  const ends = [
    link.source.cardinality && crowFoot(link.source.cardinality, sourcePoint, sourceSide),
    link.target.cardinality && crowFoot(link.target.cardinality, targetPoint, targetSide),
  ]
  return {
    link,
    path,
    ends: ends.filter(Boolean).join(' '),
    points: {
      from: { blockId: source.id, ...sourcePoint, side: sourceSide },
      to: { blockId: target.id, ...targetPoint, side: targetSide },
    },
    bounds: boundsOf([sourcePoint, targetPoint, labelPoint]),
  }
}

function endOf(end: LinkEnd, rects: Rects) {
  const rect = rects.get(end.blockId)
  return rect && { id: end.blockId, rect, y: rowCenter(end.row) }
}

function boundsOf(points: readonly { x: number; y: number }[]): Rect {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const x = Math.min(...xs) - STUB
  const y = Math.min(...ys) - STUB
  return { x, y, width: Math.max(...xs) + STUB - x, height: Math.max(...ys) + STUB - y }
}

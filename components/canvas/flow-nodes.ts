/** Blocks as React Flow's nodes. A node whose block, place and selection are as before stays the same object. */

import type { Node } from '@xyflow/react'
import type { Point } from '@/lib/document/design'
import type { NodeShape } from '@/lib/layout/node-shape'
import type { Rect } from '@/lib/layout/types'
import type { Block, BlockId } from '@/lib/schema/graph'

export interface BlockData extends Record<string, unknown> {
  /** The shape to draw: while the block's text is broken, its last good one. */
  readonly block: Block
  /** What of it is drawn. */
  readonly shape: NodeShape
  readonly isStale: boolean
  /** Names of the fields that are part of a foreign key. */
  readonly foreignKeys: ReadonlySet<string>
}

export type BlockNode = Node<BlockData, 'block'>

/** What a node is made from. */
export interface NodeSource extends BlockData {
  readonly id: BlockId
  readonly position: Point
  readonly isSelected: boolean
  readonly isDragging: boolean
}

const NO_HANDLES: NonNullable<BlockNode['handles']> = []
// React Flow would call every block a "node"; what it is, its name says already.
const DOM_ATTRIBUTES = { 'aria-roledescription': undefined }

export function flowNode(source: NodeSource, before: BlockNode | undefined): BlockNode {
  if (before && isSame(source, before)) return before
  const { id, block, shape, isStale, foreignKeys, position, isSelected, isDragging } = source
  const { width, height } = shape.size
  const keptData = before && isSameData(source, before.data)
  return {
    id,
    type: 'block',
    position,
    // The sizes are known, so React Flow has nothing to measure.
    width,
    height,
    measured: { width, height },
    handles: NO_HANDLES,
    data: keptData ? before.data : { block, shape, isStale, foreignKeys },
    selected: isSelected,
    dragging: isDragging,
    ariaRole: 'group',
    ariaLabel: `${block.kind} ${shape.title}`,
    domAttributes: DOM_ATTRIBUTES,
  }
}

function isSame(source: NodeSource, before: BlockNode): boolean {
  return (
    isSameData(source, before.data) &&
    before.position.x === source.position.x &&
    before.position.y === source.position.y &&
    before.selected === source.isSelected &&
    before.dragging === source.isDragging
  )
}

function isSameData(source: BlockData, before: BlockData): boolean {
  return (
    before.block === source.block &&
    before.shape === source.shape &&
    before.isStale === source.isStale &&
    isSameSet(before.foreignKeys, source.foreignKeys)
  )
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((item) => b.has(item)))
}

export function nodeRect(node: BlockNode): Rect {
  return { ...node.position, width: node.width ?? 0, height: node.height ?? 0 }
}

/** Blocks that lie within this many pixels of height count as one line of reading. */
const BAND = 160

/**
 * The order of the keyboard and of screen readers: line by line, as the blocks lie. Blocks that
 * were there `before` keep their order, because moving an element would take its focus away.
 */
export function readingOrder(
  rects: ReadonlyMap<BlockId, Point>,
  before: readonly BlockId[],
): BlockId[] {
  const kept = before.filter((id) => rects.has(id))
  const known = new Set(kept)
  const added = [...rects.keys()].filter((id) => !known.has(id))
  added.sort((a, b) => comparePlaces(rects.get(a), rects.get(b)))
  return [...kept, ...added]
}

function comparePlaces(a: Point = { x: 0, y: 0 }, b: Point = { x: 0, y: 0 }): number {
  return Math.floor(a.y / BAND) - Math.floor(b.y / BAND) || a.x - b.x || a.y - b.y
}

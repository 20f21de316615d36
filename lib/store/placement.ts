/** Finds places for blocks that have none, without moving those that have. */

import type { Point } from '@/lib/document/design'
import { type DiagramState, PLAIN_DIAGRAM } from '@/lib/document/diagram'
import type { Positions, SchemaDocument } from '@/lib/document/document'
import { type NodeShape, nodeShape, rowOfField } from '@/lib/layout/node-shape'
import { rowCenter } from '@/lib/layout/node-size'
import { freeSpot, placeNew } from '@/lib/layout/place-new'
import type { LayoutEdge, LayoutInput, LayoutNode, PlacedRect } from '@/lib/layout/types'
import { type Block, type BlockId, isDrawn, type SchemaGraph } from '@/lib/schema/graph'
import { arrangeNow } from './arranging'

/**
 * What the layout algorithms need to know of a graph, or of those of its blocks that are shown, as
 * they are drawn.
 */
export function layoutInput(
  graph: SchemaGraph,
  isShown: (id: BlockId) => boolean = () => true,
  diagram: DiagramState = PLAIN_DIAGRAM,
): LayoutInput {
  const nodes: LayoutNode[] = []
  for (const block of graph.blocks) {
    const { id, kind } = block
    if (isDrawn(kind) && isShown(id)) nodes.push({ id, ...drawnShape(diagram, block).size })
  }
  const edges = layoutEdges(graph, diagram).filter(
    ({ source, target }) => isShown(source) && isShown(target),
  )
  return { nodes, edges }
}

/** The shape in which a block is drawn: while it is broken, its last good one. */
export function shapeOf(block: Block): Block {
  return block.lastGood ?? block
}

/** What of a block is drawn in this diagram. */
export function drawnShape(diagram: DiagramState, block: Block): NodeShape {
  const { detail, collapsed, nameMode } = diagram
  const rows =
    detail === 'names' || collapsed.has(block.id) ? 'none' : detail === 'keys' ? 'keys' : 'all'
  return nodeShape(shapeOf(block), rows, nameMode)
}

/** Relations, and the uses of enums and composite types, as edges between rows. */
function layoutEdges(graph: SchemaGraph, diagram: DiagramState): LayoutEdge[] {
  const edges: LayoutEdge[] = graph.relations.map((relation) => {
    const { from, to, fromBlockId, toBlockId, fields, references } = relation
    // A line runs from the foreign key to what it refers to; without a key, between the fields.
    return {
      source: fromBlockId,
      target: toBlockId,
      sourceY: rowY(graph, diagram, fromBlockId, fields[0] ?? from.fieldName),
      targetY: rowY(graph, diagram, toBlockId, references[0] ?? to?.fieldName),
    }
  })
  for (const block of graph.blocks) {
    for (const field of block.fields) {
      if (field.typeKind !== 'enum' && field.typeKind !== 'type') continue
      const target = graph.blockByName.get(field.typeName)
      if (!target) continue
      const sourceY = rowY(graph, diagram, block.id, field.name)
      edges.push({
        source: block.id,
        target: target.id,
        sourceY,
        targetY: rowCenter(-1),
        weight: 0.3,
      })
    }
  }
  return edges
}

/** The middle of a field's row; of the header when there is no such row. */
function rowY(
  graph: SchemaGraph,
  diagram: DiagramState,
  blockId: BlockId,
  fieldName: string | undefined,
): number {
  const block = graph.blockById.get(blockId)
  return rowCenter(block ? rowOfField(drawnShape(diagram, block), fieldName) : -1)
}

/** Where blocks with these names are asked to go. */
export interface Place {
  readonly names: readonly string[]
  readonly at: Point
}

/**
 * The positions of `next` with a place for each block that has none. Blocks named in `place` go
 * where asked, or as near as there is room. While nothing at all is placed, nothing is: laying
 * out a whole design is not this function's work.
 */
export function placeUnplaced(
  before: SchemaDocument,
  next: SchemaDocument,
  place?: Place,
): Positions {
  const drawn = next.graph.blocks.filter((block) => isDrawn(block.kind))
  const isPlaced = drawn.some((block) => next.positions.has(block.id))
  const wasEmpty = !before.graph.blocks.some((block) => isDrawn(block.kind))
  if (!isPlaced && !wasEmpty) return next.positions
  return placeAmong(next.graph, drawn, next.positions, place, next.diagram)
}

/** The positions with a place for each of the `blocks` that has none; the same map when all have. */
export function placeAmong(
  graph: SchemaGraph,
  blocks: readonly Block[],
  positions: Positions,
  place?: Place,
  diagram: DiagramState = PLAIN_DIAGRAM,
): Positions {
  const unplaced = blocks.filter((block) => !positions.has(block.id))
  if (unplaced.length === 0) return positions
  const placed = placedRects(blocks, positions, diagram)
  const result = new Map(positions)
  const rest: Block[] = []
  for (const block of unplaced) {
    if (!place?.names.includes(block.name)) {
      rest.push(block)
      continue
    }
    const { size } = drawnShape(diagram, block)
    const point = freeSpot(placed, size, place.at)
    result.set(block.id, point)
    placed.push({ id: block.id, ...point, ...size })
  }
  const added = rest.map((block) => ({ id: block.id, ...drawnShape(diagram, block).size }))
  const edges = layoutEdges(graph, diagram)
  for (const [id, point] of placeNew(placed, added, edges, arrangeNow())) result.set(id, point)
  return result
}

/** The rectangles of the blocks that have a place. */
export function placedRects(
  blocks: readonly Block[],
  positions: Positions,
  diagram: DiagramState = PLAIN_DIAGRAM,
): PlacedRect[] {
  return blocks.flatMap((block) => {
    const point = positions.get(block.id)
    return point ? [{ id: block.id, ...point, ...drawnShape(diagram, block).size }] : []
  })
}

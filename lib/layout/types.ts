/**
 * What placement works on: rectangles joined by relations, nothing of Prisma and nothing of the
 * canvas library. Sizes and coordinates are pixels at zoom 1; `y` grows downwards.
 */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Point, Size {}

export interface PlacedRect extends Rect {
  readonly id: string
}

export interface LayoutNode extends Size {
  readonly id: string
  /** Reserved for groups drawn by the person; not read yet. */
  readonly group?: string
}

/** A relation: `source` is the block that refers (it holds the foreign key), `target` the referred one. */
export interface LayoutEdge {
  readonly source: string
  readonly target: string
  /** Centre of the row the relation leaves from, measured from the top of the source node. */
  readonly sourceY?: number
  /** Centre of the row the relation arrives at, measured from the top of the target node. */
  readonly targetY?: number
  /** How much this relation counts, 1 unless told. */
  readonly weight?: number
}

export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** Wanted width divided by height of the whole, 1.6 unless told. */
  readonly aspectRatio?: number
}

/** Gives every node a place, by id, so that nothing overlaps. */
export type Arrange = (input: LayoutInput) => ReadonlyMap<string, Point>

/** Every coordinate that this room hands out is a multiple of this. */
export const GRID = 20

/** Least room between two blocks in one column, and between two columns: relation lines run there. */
export const ROW_GAP = 40
export const COLUMN_GAP = 100

/** Rounds a length up to the grid, so that stacked blocks stay on it. */
export function ceilToGrid(length: number): number {
  return Math.ceil(length / GRID) * GRID
}

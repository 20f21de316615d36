/**
 * What a design's diagram holds besides where its blocks are: groups, notes, named views, what is
 * folded or hidden. Never part of the schema text; kept, linked and undone with the positions.
 *
 * In memory everything goes by block id. An id without a block is kept, because undo may bring the
 * block back; it is left out of what is saved.
 */

import type { BlockId } from '@/lib/schema/graph'
import type { Point } from './design'

/** The palette of groups, notes and blocks; what each looks like, the theme says. */
export const COLORS = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const
export type Color = (typeof COLORS)[number]

/** In pixels, at zoom 1. */
export interface Area extends Point {
  readonly width: number
  readonly height: number
}

/** A coloured area around blocks, which move with it. A block is in one group at most. */
export interface Group {
  readonly id: string
  readonly title: string
  readonly color: Color
  readonly blockIds: readonly BlockId[]
  /** Where it lies while it holds no block; with blocks, its area follows from theirs. */
  readonly area: Area
}

/** A sticky note. */
export interface Note {
  readonly id: string
  readonly text: string
  readonly color: Color
  readonly area: Area
  /** The named view on which it lies; `null` for the whole diagram. */
  readonly viewId: string | null
}

/** A named subset of the blocks, with positions of its own. */
export interface NamedView {
  readonly id: string
  readonly name: string
  readonly blockIds: readonly BlockId[]
  readonly positions: ReadonlyMap<BlockId, Point>
}

/** How much of each block is drawn; `auto` is everything near and names from afar. */
export type DetailLevel = 'auto' | 'full' | 'keys' | 'names'

/** Whether blocks and fields are called as in Prisma Client or as in the database. */
export type NameMode = 'model' | 'database'

export interface DiagramState {
  readonly detail: DetailLevel
  readonly nameMode: NameMode
  readonly groups: readonly Group[]
  readonly notes: readonly Note[]
  readonly views: readonly NamedView[]
  /** Blocks of which only the header is drawn. */
  readonly collapsed: ReadonlySet<BlockId>
  /** Blocks that are left out of the whole diagram. */
  readonly hidden: ReadonlySet<BlockId>
  readonly colors: ReadonlyMap<BlockId, Color>
}

export const PLAIN_DIAGRAM: DiagramState = {
  detail: 'auto',
  nameMode: 'model',
  groups: [],
  notes: [],
  views: [],
  collapsed: new Set(),
  hidden: new Set(),
  colors: new Map(),
}

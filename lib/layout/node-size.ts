/**
 * How large a block is drawn, in pixels, from what it holds.
 *
 * The text is monospaced, so a size can be computed without a browser: the layout, the relation
 * lines and the space for a new block need it before anything is painted. The canvas draws nodes
 * with exactly these measures.
 */

import { type Block, typeText } from '@/lib/schema/graph'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Advance of one character of the diagram's typeface at 12 px: 0.6 em. */
const CHARACTER_WIDTH = 7.2

export const NODE = {
  headerHeight: 36,
  rowHeight: 24,
  /** Below the last row. */
  paddingBottom: 6,
  minWidth: 168,
  maxWidth: 420,
  /** At the left of a row, for the key marker. */
  markerWidth: 30,
  /** Between a name and a type, at least. */
  columnGap: 20,
  paddingRight: 14,
} as const

/** A name longer than this is drawn truncated. */
const MAX_NAME = 28
const MAX_TYPE = 22

/** Widths by member list: a block that an edit did not touch is not measured again. */
const sizes = new WeakMap<Block, Size>()

export function nodeSize(block: Block): Size {
  let size = sizes.get(block)
  if (!size) {
    size = measure(block)
    sizes.set(block, size)
  }
  return size
}

function measure(block: Block): Size {
  let names = 0
  let types = 0
  for (const field of block.fields) {
    names = Math.max(names, Math.min(MAX_NAME, field.name.length))
    types = Math.max(types, Math.min(MAX_TYPE, typeText(field).length))
  }
  for (const value of block.values) names = Math.max(names, Math.min(MAX_NAME, value.name.length))
  const body =
    NODE.markerWidth +
    (names + types) * CHARACTER_WIDTH +
    (types > 0 ? NODE.columnGap : 0) +
    NODE.paddingRight
  // The header holds an icon, the name in a slightly larger face, room for a sign of errors, and
  // the word for its kind unless it is a model.
  const kindWord = block.kind === 'model' ? 0 : 32
  const header = 44 + Math.min(MAX_NAME + 8, block.name.length) * 7.8 + 28 + kindWord
  const width = Math.min(NODE.maxWidth, Math.max(NODE.minWidth, Math.ceil(Math.max(body, header))))
  const rows = Math.max(1, block.fields.length + block.values.length)
  return { width, height: NODE.headerHeight + rows * NODE.rowHeight + NODE.paddingBottom }
}

/** The vertical centre of a row, from the top of its block. Row -1 is the header. */
export function rowCenter(row: number): number {
  if (row < 0) return NODE.headerHeight / 2
  return NODE.headerHeight + (row + 0.5) * NODE.rowHeight
}

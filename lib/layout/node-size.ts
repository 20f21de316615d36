/**
 * The measures of a drawn block, in pixels.
 *
 * The text is monospaced, so a size can be computed without a browser: the layout, the relation
 * lines and the space for a new block need it before anything is painted. The canvas draws nodes
 * with exactly these measures; which rows there are, `node-shape.ts` says.
 */

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
export const MAX_NAME = 28
export const MAX_TYPE = 22

/** Lengths of the longest texts, in characters. */
interface TextLengths {
  readonly title: number
  readonly hasKindWord: boolean
  readonly names: number
  readonly types: number
}

/** How wide a block is that holds these texts. */
export function nodeWidth({ title, hasKindWord, names, types }: TextLengths): number {
  const body =
    NODE.markerWidth +
    (names + types) * CHARACTER_WIDTH +
    (types > 0 ? NODE.columnGap : 0) +
    NODE.paddingRight
  // The header holds an icon, the name in a slightly larger face, room for a sign of errors, and
  // perhaps the word for the kind.
  const header = 44 + Math.min(MAX_NAME + 8, title) * 7.8 + 28 + (hasKindWord ? 32 : 0)
  return Math.min(NODE.maxWidth, Math.max(NODE.minWidth, Math.ceil(Math.max(body, header))))
}

/** The vertical centre of a row, from the top of its block. Row -1 is the header. */
export function rowCenter(row: number): number {
  if (row < 0) return NODE.headerHeight / 2
  return NODE.headerHeight + (row + 0.5) * NODE.rowHeight
}

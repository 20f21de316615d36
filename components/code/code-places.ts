/**
 * Where blocks and their members stand in the text, and what stands at a place in it. This is how
 * the selection of the diagram and the cursor of the editor find each other. Offsets are UTF-16
 * code units of a file.
 */

import type { SchemaDocument } from '@/lib/document/document'
import { enumValueNodes, fieldNodes } from '@/lib/psl/access'
import type { SyntaxFile } from '@/lib/psl/syntax'
import { type Block, type BlockId, type FieldId, isDrawn } from '@/lib/schema/graph'

export interface CodePlace {
  readonly path: string
  readonly from: number
  readonly to: number
}

/** A block, and the field or enum value of it, if the place is within one. */
export interface CodeTarget {
  readonly blockId: BlockId
  readonly memberId: FieldId | null
}

/** What the diagram shows of the text at an offset; `null` between blocks and in settings. */
export function targetAt(
  document: SchemaDocument,
  path: string,
  offset: number,
): CodeTarget | null {
  const file = document.files.get(path)?.syntax
  if (!file) return null
  const index = itemIndexAt(file, offset)
  const item = file.items[index]
  if (item?.kind !== 'block') return null
  const block = document.graph.blocks.find(({ syntax }) => syntax === item)
  if (!block || !isDrawn(block.kind)) return null
  const within = offset - (file.starts[index] as number)
  // The line break after a block belongs to it, but whoever is on the next line has left it.
  if (item.close !== null && item.text.slice(item.close, within).includes('\n')) return null
  const member = memberNodes(block).findIndex(
    ({ lineFrom, lineTo }) => lineFrom <= within && within < lineTo,
  )
  return { blockId: block.id, memberId: members(block)[member]?.id ?? null }
}

/** The text of a member or, without one, the head of the block: `model User`. */
export function placeOf(document: SchemaDocument, target: CodeTarget): CodePlace | null {
  const block = document.graph.blockById.get(target.blockId)
  const file = block && document.files.get(block.path)?.syntax
  if (!file) return null
  const index = file.items.indexOf(block.syntax)
  if (index < 0) return null
  const start = file.starts[index] as number
  const node = memberNodes(block)[members(block).findIndex(({ id }) => id === target.memberId)]
  const { keyword, name } = block.syntax
  const { from, to } = node ?? { from: keyword.from, to: (name ?? keyword).to }
  return { path: block.path, from: start + from, to: start + to }
}

function members(block: Block): readonly { readonly id: FieldId }[] {
  return block.kind === 'enum' ? block.values : block.fields
}

/** Pairs with `members` by index. */
function memberNodes(block: Block) {
  return block.kind === 'enum' ? enumValueNodes(block.syntax) : fieldNodes(block.syntax)
}

/** The index of the item that holds an offset; at a border, of the one that starts there. */
function itemIndexAt({ starts }: SyntaxFile, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A line and a column of a text, both counted from 1, as editors show them. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Lines and columns for offsets of one text, which is read once. */
export function lineColumns(text: string, offsets: readonly number[]): LineColumn[] {
  const result = new Array<LineColumn>(offsets.length)
  const order = offsets.map((_, index) => index).sort((a, b) => at(a) - at(b))
  function at(index: number): number {
    return offsets[index] as number
  }
  let line = 1
  let lineStart = 0
  for (const index of order) {
    for (;;) {
      const end = text.indexOf('\n', lineStart)
      if (end < 0 || end >= at(index)) break
      lineStart = end + 1
      line++
    }
    result[index] = { line, column: at(index) - lineStart + 1 }
  }
  return result
}

/**
 * What the language service reads: the files of a design, the graph derived from them, and the
 * version of Prisma that they are written for.
 *
 * Everything in this room is a pure function of it, so an editor can ask on its main thread, right
 * after a keystroke. Nothing here knows an editor. Offsets are UTF-16 code units of a file, whose
 * lines end with `\n`.
 */

import type { CommandContext } from '@/lib/commands/command'
import type { BlockNode, Range, SyntaxFile } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'

export interface LanguageSnapshot extends CommandContext {
  readonly version: 6 | 7
}

/** A stretch of one file. */
export interface Span extends Range {
  readonly path: string
}

/** What stands at an offset: an item of the file, and where that item starts. */
export interface ItemPlace {
  readonly file: SyntaxFile
  readonly index: number
  readonly start: number
}

/** The item that holds an offset; at a border, the one that starts there. */
export function itemAt(snapshot: LanguageSnapshot, path: string, offset: number): ItemPlace | null {
  const file = snapshot.files.get(path)
  if (!file) return null
  const { starts } = file
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  const index = low - 1
  return index < 0 ? null : { file, index, start: starts[index] as number }
}

/** A block of the graph, and where its text starts in its file. */
export interface BlockPlace {
  readonly block: Block
  readonly start: number
}

/** The block whose text holds the offset. */
export function blockAt(
  snapshot: LanguageSnapshot,
  path: string,
  offset: number,
): BlockPlace | null {
  const place = itemAt(snapshot, path, offset)
  const item = place?.file.items[place.index]
  if (!place || item?.kind !== 'block') return null
  const block = blockOf(snapshot, path, item)
  return block && { block, start: place.start }
}

/** The block of the graph that was read from the node. */
export function blockOf({ graph }: LanguageSnapshot, path: string, node: BlockNode): Block | null {
  return graph.blocks.find((block) => block.syntax === node && block.path === path) ?? null
}

/** The blocks of a file with their starts, in order. */
export function blocksOfFile({ graph, files }: LanguageSnapshot, path: string): BlockPlace[] {
  const file = files.get(path)
  if (!file) return []
  const byNode = new Map<BlockNode, Block>()
  for (const block of graph.blocks) if (block.path === path) byNode.set(block.syntax, block)
  return file.items.flatMap((item, index): BlockPlace[] => {
    const block = item.kind === 'block' ? byNode.get(item) : undefined
    return block ? [{ block, start: file.starts[index] as number }] : []
  })
}

/** All blocks with their starts, file by file. */
export function allBlocks(snapshot: LanguageSnapshot): BlockPlace[] {
  return [...snapshot.files.keys()].flatMap((path) => blocksOfFile(snapshot, path))
}

/**
 * Finds the blocks that an edit touched.
 *
 * The parser keeps the nodes that an edit did not touch, so comparing two lists of nodes from both
 * ends leaves a short stretch in which something happened, whatever the size of the schema.
 */

import type { BlockKind, BlockNode, SyntaxFile } from '@/lib/psl/syntax'
import { type Block, isDrawn } from './graph'

/** A block whose node is new. */
export interface NewBlock {
  readonly node: BlockNode
  readonly name: string
  readonly path: string
  /** Where the block starts in its file. */
  readonly start: number
  /** Its place among all blocks. */
  readonly index: number
  /** What it was before, once that is known. */
  was: Block | null
}

export interface Comparison {
  /** All blocks in order; `null` where a new one goes. */
  readonly blocks: (Block | null)[]
  readonly fresh: readonly NewBlock[]
  readonly gone: readonly Block[]
  /** The names whose meaning may have changed. */
  readonly names: ReadonlySet<string>
  /** Of these names, those that are declared now, by the first block of that name. */
  readonly declared: ReadonlyMap<string, Declaration>
  /** How many blocks each file has. */
  readonly counts: ReadonlyMap<string, number>
}

interface Declaration {
  /** Its place among all blocks. */
  readonly index: number
  readonly kind: Exclude<BlockKind, 'datasource' | 'generator' | 'unknown'>
}

/** Compares files with the blocks that were derived before, by path. */
export function compareFiles(
  before: ReadonlyMap<string, readonly Block[]>,
  files: ReadonlyMap<string, SyntaxFile>,
): Comparison {
  const blocks: (Block | null)[] = []
  const fresh: NewBlock[] = []
  const gone: Block[] = []
  const names = new Set<string>()
  const counts = new Map<string, number>()
  for (const [path, file] of files) {
    const count = blocks.length
    compareFile(before.get(path) ?? NO_BLOCKS, path, file, { blocks, fresh, gone, names })
    counts.set(path, blocks.length - count)
  }
  for (const [path, old] of before) {
    if (!files.has(path)) gone.push(...old)
  }
  for (const { name } of gone) names.add(name)
  for (const { name } of fresh) names.add(name)
  const declared = findDeclarations(blocks, fresh, names)
  return { blocks, fresh, gone, names, declared, counts }
}

function compareFile(
  old: readonly Block[],
  path: string,
  file: SyntaxFile,
  found: { blocks: (Block | null)[]; fresh: NewBlock[]; gone: Block[]; names: Set<string> },
): void {
  const nodes: BlockNode[] = []
  const starts: number[] = []
  for (let index = 0; index < file.items.length; index++) {
    const item = file.items[index]
    if (item?.kind !== 'block') continue
    nodes.push(item)
    starts.push(file.starts[index] as number)
  }
  const shorter = Math.min(old.length, nodes.length)
  let head = 0
  while (head < shorter && old[head]?.syntax === nodes[head]) head++
  let tail = 0
  while (
    tail < shorter - head &&
    old[old.length - 1 - tail]?.syntax === nodes[nodes.length - 1 - tail]
  ) {
    tail++
  }
  for (let index = 0; index < head; index++) found.blocks.push(old[index] as Block)
  const between = new Map<BlockNode, Block>()
  for (let index = head; index < old.length - tail; index++) {
    const block = old[index] as Block
    between.set(block.syntax, block)
  }
  for (let index = head; index < nodes.length - tail; index++) {
    const node = nodes[index] as BlockNode
    const kept = between.get(node)
    if (kept) {
      between.delete(node)
      found.names.add(kept.name)
      found.blocks.push(kept)
      continue
    }
    found.fresh.push({
      node,
      name: node.name?.text ?? '',
      path,
      start: starts[index] as number,
      index: found.blocks.length,
      was: null,
    })
    found.blocks.push(null)
  }
  found.gone.push(...between.values())
  for (let index = old.length - tail; index < old.length; index++) {
    found.blocks.push(old[index] as Block)
  }
}

function findDeclarations(
  kept: readonly (Block | null)[],
  fresh: readonly NewBlock[],
  names: ReadonlySet<string>,
): Map<string, Declaration> {
  const declared = new Map<string, Declaration>()
  const declare = (name: string, kind: BlockKind, index: number) => {
    if (name === '' || !isDrawn(kind)) return
    const first = declared.get(name)
    if (!first || index < first.index) declared.set(name, { index, kind })
  }
  for (const { name, node, index } of fresh) declare(name, node.blockKind, index)
  for (const [index, block] of kept.entries()) {
    if (block && names.has(block.name)) declare(block.name, block.kind, index)
  }
  return declared
}

const NO_BLOCKS: readonly Block[] = []

/**
 * Puts blocks from the clipboard at the end of a file, under names that are free.
 *
 * ```prisma
 * enum Role {
 *   ADMIN
 * }
 * ```
 * becomes, when the same text is pasted,
 * ```prisma
 * enum Role {
 *   ADMIN
 * }
 *
 * enum Role2 {
 *   ADMIN
 * }
 * ```
 */

import type { BlockNode } from '@/lib/psl/syntax'
import { isDrawn } from '@/lib/schema/graph'
import type { PasteBlocksArguments } from './arguments'
import { pathForBlock } from './block-text'
import type { Command, CommandContext } from './command'
import { blockNodes, insertCopies } from './copies'
import { findBlock } from './lookup'
import { freshName } from './names'

export const pasteBlocks: Command<PasteBlocksArguments> = {
  name: 'pasteBlocks',
  run(ctx, { text, path: askedPath, beside: besideId }) {
    const beside = besideId === undefined ? null : findBlock(ctx, besideId)
    const path = pathForBlock(ctx, askedPath, beside)
    if (path === null) return null
    const skipped: string[] = []
    const nodes = blockNodes(text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')).filter((node) => {
      const reason = reasonToSkip(ctx, node)
      if (reason) skipped.push(reason)
      return !reason
    })
    if (nodes.length === 0) return null
    const copies = nodes.map((node) => ({ text: node.text, path, after: null }))
    const { edits, notes, names } = insertCopies(ctx, copies, freshName)
    const isBlock = (_: string, index: number) => isDrawn((nodes[index] as BlockNode).blockKind)
    const created = names.filter(isBlock)
    const [first] = created
    return edits.finish({
      label: nodes.length === 1 ? `Paste ${names[0]}` : `Paste ${nodes.length} blocks`,
      notes: [...skipped, ...notes],
      ...(first === undefined ? {} : { select: { block: first } }),
      created: created.map((name) => ({ name, beside: beside?.id ?? null })),
    })
  },
}

function reasonToSkip({ graph }: CommandContext, node: BlockNode): string | null {
  const { blockKind: kind, name, close } = node
  const what = `${kind} ${name?.text ?? ''}`.trim()
  if (close === null || (isDrawn(kind) && !name))
    return `Left out ${what}: its text is not complete.`
  if (kind === 'unknown') return `Left out ${node.keyword.text}: Prisma knows no such block.`
  if (kind === 'datasource' && graph.datasource) {
    return `Left out ${what}: there can be only one datasource.`
  }
  const isThere = graph.generators.some((generator) => generator.name === name?.text)
  if (kind === 'generator' && isThere) return `Left out ${what}: there is one of that name.`
  return null
}

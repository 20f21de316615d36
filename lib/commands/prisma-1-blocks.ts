/** Tells blocks as Prisma 1 wrote them, in the way of GraphQL. */

import { fieldNodes } from '@/lib/psl/access'
import type { BlockNode, FieldNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'

/** Whether the block is one of Prisma 1, where a field without `!` may be empty. */
export function isPrisma1({ kind, syntax }: Block): boolean {
  return (kind === 'type' || kind === 'model') && isOfPrisma1(syntax)
}

/** Colons alone are a slip of who writes TypeScript; with `!` or `ID` it is GraphQL. */
export function isOfPrisma1(block: BlockNode): boolean {
  const lines = fieldNodes(block).map((node) => declarationOf(block, node).text)
  const hasColons = lines.length > 0 && lines.every((line) => /^\w+\s*:/.test(line))
  return hasColons && lines.some((line) => /!|:\s*\[?ID\b/.test(line))
}

/** From the name to the end of what is written, without a comment. */
export function declarationOf(block: BlockNode, node: FieldNode): { from: number; text: string } {
  const line = block.text.slice(node.name.from, node.lineTo).replace(/\n$/, '')
  let end = line.length
  let isInText = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\' && isInText) at++
    else if (line[at] === '"') isInText = !isInText
    else if (!isInText && (line[at] === '#' || line.startsWith('//', at))) {
      end = at
      break
    }
  }
  return { from: node.name.from, text: line.slice(0, end).trimEnd() }
}

/**
 * Duplicates blocks, each below its original. Relations among them lead to the copies; foreign
 * keys to other models get the field that is missing there; the other side of a relation whose
 * foreign key is elsewhere is left out.
 *
 * ```prisma
 * enum Role {
 *   ADMIN
 * }
 * ```
 * becomes
 * ```prisma
 * enum Role {
 *   ADMIN
 * }
 *
 * enum RoleCopy {
 *   ADMIN
 * }
 * ```
 */

import { isDrawn } from '@/lib/schema/graph'
import type { DuplicateBlocksArguments } from './arguments'
import type { Command } from './command'
import { insertCopies } from './copies'
import { findBlock } from './lookup'
import { freshName } from './names'

export const duplicateBlocks: Command<DuplicateBlocksArguments> = {
  name: 'duplicateBlocks',
  run(ctx, { blockIds }) {
    const blocks = [...new Set(blockIds)].flatMap((id) => findBlock(ctx, id) ?? [])
    const isWhole = blocks.every(
      ({ kind, name, syntax }) => isDrawn(kind) && name !== '' && syntax.close !== null,
    )
    const [first] = blocks
    if (!first || !isWhole) return null
    const copies = blocks.map((block) => ({
      text: block.syntax.text,
      path: block.path,
      after: block,
    }))
    const { edits, notes, names } = insertCopies(ctx, copies, (name, isTaken) =>
      freshName(`${name.replace(/Copy\d*$/, '')}Copy`, isTaken),
    )
    const label =
      blocks.length === 1 ? `Duplicate ${first.name}` : `Duplicate ${blocks.length} blocks`
    return edits.finish({
      label,
      notes,
      select: { block: names[0] as string },
      created: names.map((name, index) => ({ name, beside: blocks[index]?.id ?? null })),
    })
  },
}

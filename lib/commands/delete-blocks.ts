/**
 * Deletes blocks with the comments above them, and the relation fields that pointed at them.
 *
 * ```prisma
 * model User {
 *   id Int @id
 * }
 *
 * model Post {
 *   id       Int  @id
 *   authorId Int
 *   author   User @relation(fields: [authorId], references: [id])
 * }
 * ```
 * becomes, when User is deleted,
 * ```prisma
 * model Post {
 *   id       Int  @id
 *   authorId Int
 * }
 * ```
 */

import type { Block } from '@/lib/schema/graph'
import type { DeleteBlocksArguments } from './arguments'
import { removeItems } from './block-text'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { findBlock } from './lookup'
import { fieldsOfType } from './references'
import { Removal } from './removal'
import { lostFeatureNotes } from './setting-notes'

export const deleteBlocks: Command<DeleteBlocksArguments> = {
  name: 'deleteBlocks',
  run(ctx, { blockIds }) {
    const blocks = [...new Set(blockIds)].flatMap((id) => findBlock(ctx, id) ?? [])
    const [first] = blocks
    if (!first || blocks.length < new Set(blockIds).size) return null
    const edits = new EditList(ctx)
    const removal = new Removal(ctx)
    removal.removeBlocks(blocks)
    const notes = removal.apply(edits)
    for (const [path, file] of ctx.files) {
      const nodes = new Set(blocks.filter((block) => block.path === path).map((b) => b.syntax))
      if (nodes.size > 0) removeItems(edits, path, file, nodes)
    }
    for (const block of blocks) notes.push(...usesLeft(ctx, block, blocks))
    if (ctx.graph.datasource && blocks.includes(ctx.graph.datasource)) {
      notes.push('The schema does not say any more which database it is for.')
    }
    const left = ctx.graph.blocks.filter((block) => !blocks.includes(block))
    notes.push(...lostFeatureNotes({ ...ctx.graph, blocks: left }, blockIds))
    const label =
      blocks.length === 1 ? `Delete ${first.kind} ${first.name}` : `Delete ${blocks.length} blocks`
    return edits.finish({ label, notes })
  },
}

/** Fields keep a type that is gone: what their data should become, only a person knows. */
function usesLeft(ctx: CommandContext, target: Block, gone: readonly Block[]): string[] {
  if (target.kind !== 'enum' && target.kind !== 'type') return []
  const uses = fieldsOfType(ctx, target).filter(({ block }) => !gone.includes(block))
  if (uses.length === 0) return []
  const names = uses.map(({ block, field }) => `${block.name}.${field.name}`)
  const shown = names.length > 3 ? `${names.slice(0, 3).join(', ')} and more` : names.join(', ')
  return uses.length === 1
    ? [`1 field still has the type ${target.name}: ${shown}.`]
    : [`${uses.length} fields still have the type ${target.name}: ${shown}.`]
}

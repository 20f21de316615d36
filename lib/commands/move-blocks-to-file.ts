/**
 * Moves blocks, with the comments above them, to the end of another file, which is made if it is
 * not there.
 *
 * ```prisma
 * // schema.prisma
 * model User {
 *   id Int @id
 * }
 *
 * /// What users may do.
 * enum Role {
 *   ADMIN
 * }
 * ```
 * becomes, when Role moves to `roles.prisma`, two files:
 * ```prisma
 * // schema.prisma
 * model User {
 *   id Int @id
 * }
 * ```
 * ```prisma
 * /// What users may do.
 * enum Role {
 *   ADMIN
 * }
 * ```
 */

import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { insertBlocks, removeItems } from './block-text'
import type { Command } from './command'
import { EditList } from './edit-list'
import { checkFilePath } from './file-path'
import { findBlock } from './lookup'
import type { MoveBlocksToFileArguments } from './settings-arguments'

export const moveBlocksToFile: Command<MoveBlocksToFileArguments> = {
  name: 'moveBlocksToFile',
  run(ctx, { blockIds, path }) {
    const asked = new Set(blockIds)
    if (checkFilePath(path) || [...asked].some((id) => !findBlock(ctx, id))) return null
    const moved = ctx.graph.blocks.filter((block) => asked.has(block.id) && block.path !== path)
    const [first] = moved
    // What is not closed would swallow, or be swallowed by, its new neighbours.
    if (!first || moved.some(({ syntax }) => syntax.close === null)) return null
    const target = ctx.files.get(path)
    if (target?.items.some((item) => item.kind === 'block' && item.close === null)) return null
    const text = moved.map(({ syntax }) => `${syntax.text.trimEnd()}\n`).join('\n')
    const edits = new EditList(ctx)
    for (const [source, file] of ctx.files) {
      const nodes = new Set(moved.filter((b) => b.path === source).map((b) => b.syntax))
      if (nodes.size > 0) removeItems(edits, source, file, nodes)
    }
    if (target) insertBlocks(edits, path, null, text)
    const what = moved.length === 1 ? first.name || first.kind : `${moved.length} blocks`
    const notes = featureNotes(ctx.graph, moved, path)
    const result = edits.finish({
      label: `Move ${what} to ${path}`,
      notes,
      select: { block: first.name },
    })
    return result && !target ? { ...result, files: [{ path, text }] } : result
  },
}

/** Preview features that Prisma 7 knows only beside the datasource that says which database it is. */
const BESIDE_DATASOURCE = 'fullTextSearchPostgres'

function featureNotes(graph: SchemaGraph, moved: readonly Block[], path: string): string[] {
  const { datasource, generators } = graph
  const pathOf = (block: Block) => (moved.includes(block) ? path : block.path)
  const isApart = generators.some(
    (generator) =>
      datasource &&
      generator.syntax.text.includes(`"${BESIDE_DATASOURCE}"`) &&
      generator.path === datasource.path &&
      pathOf(generator) !== pathOf(datasource),
  )
  return isApart
    ? [`Prisma 7 wants the generator with ${BESIDE_DATASOURCE} in the file of the datasource.`]
    : []
}

/**
 * Adds a block at the end of a file, or after another block.
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
 * model Model {
 *   id Int @id @default(autoincrement())
 * }
 * ```
 */

import type { SchemaGraph } from '@/lib/schema/graph'
import type { AddBlockArguments, NewBlockKind } from './arguments'
import { blockText, insertBlocks, pathForBlock } from './block-text'
import type { Command } from './command'
import { EditList } from './edit-list'
import { kindNotes } from './kind-notes'
import { fileIndentation } from './lines'
import { findBlock } from './lookup'
import { checkBlockName, freshName, takenBlockNames } from './names'
import { idLine, schemaAttribute } from './providers'

const DEFAULT_NAMES: Readonly<Record<NewBlockKind, string>> = {
  model: 'Model',
  view: 'View',
  type: 'Type',
  enum: 'Enum',
}

export const addBlock: Command<AddBlockArguments> = {
  name: 'addBlock',
  run(ctx, { kind, name: asked, path: askedPath, after: afterId }) {
    const after = afterId === undefined ? null : findBlock(ctx, afterId)
    const path = pathForBlock(ctx, askedPath, after)
    if (path === null || (after && after.path !== path)) return null
    if (asked !== undefined && checkBlockName(ctx, null, asked)) return null
    const taken = takenBlockNames(ctx)
    const name = asked ?? freshName(DEFAULT_NAMES[kind], (candidate) => taken.has(candidate))
    const schema = kind === 'type' ? null : schemaAttribute(ctx.graph, after)
    const body = [firstLine(kind, ctx.graph), ...(schema ? ['', schema] : [])]
    const edits = new EditList(ctx)
    insertBlocks(edits, path, after, blockText(kind, name, fileIndentation(ctx, path), body))
    return edits.finish({
      label: `Add ${kind} ${name}`,
      notes: kindNotes(kind, ctx.graph),
      select: { block: name },
      created: [{ name, beside: after?.id ?? null }],
    })
  },
}

/** What stands in a new enum until it has a value of its own. */
export const NEW_VALUE = 'VALUE'

/** No block may be empty. */
function firstLine(kind: NewBlockKind, graph: SchemaGraph): string {
  if (kind === 'model') return idLine(graph)
  if (kind === 'view') return 'id Int @unique'
  return kind === 'type' ? 'name String' : NEW_VALUE
}

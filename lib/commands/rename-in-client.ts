/**
 * Renames a block or a field in Prisma Client and leaves the database as it is.
 *
 * ```prisma
 * model User {
 *   id         Int    @id
 *   first_name String
 *
 *   @@index([first_name])
 * }
 * ```
 * becomes, with the name firstName for the field,
 * ```prisma
 * model User {
 *   id        Int    @id
 *   firstName String @map("first_name")
 *
 *   @@index([firstName])
 * }
 * ```
 */

import { hasFields, isDrawn } from '@/lib/schema/graph'
import type { RenameInClientArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { isImplicit } from './conventional-names'
import { Draft } from './draft'
import { findBlock, findField, isReferable } from './lookup'
import { checkBlockName, checkFieldName } from './names'
import { renameKeepingDatabase } from './rename-keeping-database'

export const renameInClient: Command<RenameInClientArguments> = {
  name: 'renameInClient',
  run(ctx, { blockId, fieldId, name }) {
    const old = oldName(ctx, blockId, fieldId)
    if (old === null || old === '' || old === name) return null
    const problem =
      fieldId === null
        ? checkBlockName(ctx, blockId, name)
        : checkFieldName(ctx, blockId, fieldId, name)
    if (problem !== null) return null
    const draft = new Draft(ctx)
    draft.notes.push(...swappedJoinTables(ctx, fieldId ?? blockId, old, name))
    renameKeepingDatabase(draft, new Map([[fieldId ?? blockId, name]]))
    const block = draft.block(blockId).name
    return draft.finish({
      label: `Rename ${old} to ${name} in Prisma Client`,
      select: fieldId === null ? { block } : { block, member: name },
    })
  },
}

/** What it is called now; `null` when it cannot be told from others of that name. */
function oldName(ctx: CommandContext, blockId: string, fieldId: string | null): string | null {
  const block = findBlock(ctx, blockId)
  if (!block || !isDrawn(block.kind) || !isReferable(ctx, block)) return null
  if (fieldId === null) return block.name
  const place = hasFields(block.kind) ? findField(ctx, blockId, fieldId) : null
  if (!place) return null
  const { name } = place.field
  return block.fields.filter((field) => field.name === name).length === 1 ? name : null
}

/**
 * The columns of an implicit join table are called A and B in the order of the models' names, or of
 * the fields' names within one model, whatever the table is called.
 */
function swappedJoinTables(ctx: CommandContext, id: string, old: string, name: string): string[] {
  return ctx.graph.relations.flatMap((relation) => {
    const { from, to } = relation
    if (!isImplicit(relation) || !to) return []
    const isSelf = from.blockId === to.blockId
    const ids = isSelf ? [from.fieldId, to.fieldId] : [from.blockId, to.blockId]
    if (!ids.includes(id)) return []
    const otherId = ids[0] === id ? ids[1] : ids[0]
    const other = isSelf
      ? (from.fieldId === otherId ? from : to).fieldName
      : ctx.graph.blockById.get(otherId ?? '')?.name
    if (other === undefined || old < other === name < other) return []
    return [
      `The columns A and B of the join table between ${old} and ${other} change places: Prisma ` +
        'orders them by these names.',
    ]
  })
}

/**
 * Moves a field, with the comments above it, to another place in its block.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   name  String
 *   /// Where to write to.
 *   email String
 * }
 * ```
 * becomes, when email is moved before name,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   /// Where to write to.
 *   email String
 *   name  String
 * }
 * ```
 */

import type { MoveFieldArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findField, qualified } from './lookup'
import { moveMember } from './move-member'

export const moveField: Command<MoveFieldArguments> = {
  name: 'moveField',
  run(ctx, { blockId, fieldId, before: beforeId }) {
    const place = findField(ctx, blockId, fieldId)
    const before = beforeId === null ? null : findField(ctx, blockId, beforeId)
    if (!place || (beforeId !== null && !before)) return null
    const { block, field, node } = place
    const edits = new EditList(ctx)
    moveMember(edits, block, node, before?.node ?? null)
    return edits.finish({
      label: `Move ${qualified(block, field)}`,
      select: { block: block.name, member: field.name },
    })
  },
}

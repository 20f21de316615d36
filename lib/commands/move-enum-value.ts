/**
 * Moves a value, with the comments above it, to another place in its enum.
 *
 * ```prisma
 * enum Role {
 *   USER
 *   ADMIN
 * }
 * ```
 * becomes, when ADMIN is moved before USER,
 * ```prisma
 * enum Role {
 *   ADMIN
 *   USER
 * }
 * ```
 */

import type { MoveEnumValueArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findEnumValue, qualified } from './lookup'
import { moveMember } from './move-member'

export const moveEnumValue: Command<MoveEnumValueArguments> = {
  name: 'moveEnumValue',
  run(ctx, { blockId, valueId, before: beforeId }) {
    const place = findEnumValue(ctx, blockId, valueId)
    const before = beforeId === null ? null : findEnumValue(ctx, blockId, beforeId)
    if (!place || (beforeId !== null && !before)) return null
    const { block, value, node } = place
    const edits = new EditList(ctx)
    moveMember(edits, block, node, before?.node ?? null)
    return edits.finish({
      label: `Move ${qualified(block, value)}`,
      select: { block: block.name, member: value.name },
    })
  },
}

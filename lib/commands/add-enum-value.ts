/**
 * Adds a value to an enum.
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
 *   USER
 * }
 * ```
 */

import type { BlockNode, MemberNode } from '@/lib/psl/syntax'
import type { AddEnumValueArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { hasBody, insertLines } from './lines'
import { findBlock, findEnumValue } from './lookup'
import { checkEnumValueName } from './names'

export const addEnumValue: Command<AddEnumValueArguments> = {
  name: 'addEnumValue',
  run(ctx, { blockId, name, after }) {
    const block = findBlock(ctx, blockId)
    if (block?.kind !== 'enum' || !hasBody(block.syntax)) return null
    if (checkEnumValueName(ctx, blockId, null, name)) return null
    const place = typeof after === 'string' ? findEnumValue(ctx, blockId, after) : null
    if (!place && typeof after === 'string') return null
    const member = after === null ? null : (place?.node ?? memberBeforeNewValue(block.syntax))
    const edits = new EditList(ctx)
    insertLines(edits, block, member, [name])
    return edits.finish({
      label: `Add value ${block.name}.${name}`,
      select: { block: block.name, member: name },
    })
  },
}

/** The last value, else the comments at the top. */
function memberBeforeNewValue({ members }: BlockNode): MemberNode | null {
  const lastValue = members.findLast((member) => member.kind === 'value')
  if (lastValue) return lastValue
  const end = members.findIndex((member) => member.kind !== 'comment')
  return members[(end < 0 ? members.length : end) - 1] ?? null
}

/**
 * Renames an enum's value, also where it is the default of a field.
 *
 * ```prisma
 * enum Role {
 *   ADMIN
 * }
 *
 * model User {
 *   role Role @default(ADMIN)
 * }
 * ```
 * becomes, with the name OWNER,
 * ```prisma
 * enum Role {
 *   OWNER
 * }
 *
 * model User {
 *   role Role @default(OWNER)
 * }
 * ```
 */

import { listItems } from '@/lib/psl/access'
import type { RenameEnumValueArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findEnumValue, qualified } from './lookup'
import { checkEnumValueName } from './names'
import { defaultsOfEnum } from './references'

export const renameEnumValue: Command<RenameEnumValueArguments> = {
  name: 'renameEnumValue',
  run(ctx, { blockId, valueId, name }) {
    const place = findEnumValue(ctx, blockId, valueId)
    if (!place || place.value.name === name) return null
    if (checkEnumValueName(ctx, blockId, valueId, name)) return null
    const { block, value, node } = place
    const edits = new EditList(ctx)
    edits.replace(block, node.name, name)
    for (const use of defaultsOfEnum(ctx, block)) {
      for (const item of listItems(use.argument.value)) {
        if (item.kind === 'path' && item.text === value.name) edits.replace(use.block, item, name)
      }
    }
    return edits.finish({
      label: `Rename ${qualified(block, value)} to ${name}`,
      select: { block: block.name, member: name },
    })
  },
}

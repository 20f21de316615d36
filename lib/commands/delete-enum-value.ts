/**
 * Deletes an enum's value with the comments above it, and the defaults that are this value.
 *
 * ```prisma
 * enum Role {
 *   ADMIN
 *   USER
 * }
 *
 * model User {
 *   role Role @default(USER)
 * }
 * ```
 * becomes, when USER is deleted,
 * ```prisma
 * enum Role {
 *   ADMIN
 * }
 *
 * model User {
 *   role Role
 * }
 * ```
 */

import { changeField } from './alignment'
import type { DeleteEnumValueArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { removeMembers } from './lines'
import { removeListItems } from './list-items'
import { findEnumValue, qualified } from './lookup'
import { defaultsOfEnum } from './references'

export const deleteEnumValue: Command<DeleteEnumValueArguments> = {
  name: 'deleteEnumValue',
  run(ctx, { blockId, valueId }) {
    const place = findEnumValue(ctx, blockId, valueId)
    if (!place) return null
    const { block, value, node } = place
    const edits = new EditList(ctx)
    const notes: string[] = []
    removeMembers(edits, block, new Set([node]))
    for (const use of defaultsOfEnum(ctx, block)) {
      const { value: written } = use.argument
      if (written?.kind === 'array') {
        const items = written.items.filter(
          (item) => item.kind === 'path' && item.text === value.name,
        )
        if (items.length === 0) continue
        removeListItems(edits, use.block, written.items, new Set(items))
        notes.push(`Took ${value.name} out of the default of ${qualified(use.block, use.field)}.`)
      } else if (written?.kind === 'path' && written.text === value.name) {
        changeField(edits, use.block, use.node, { remove: new Set([use.attribute]) })
        notes.push(`${qualified(use.block, use.field)} has no default any more.`)
      }
    }
    if (block.values.length === 1) notes.push(`${block.name} has no values left.`)
    return edits.finish({
      label: `Delete value ${qualified(block, value)}`,
      notes,
      select: { block: block.name },
    })
  },
}

/**
 * Makes Prisma keep the time of the last change in a field, or not.
 *
 * ```prisma
 * model Post {
 *   changedAt DateTime @default(now()) @db.Timestamptz
 * }
 * ```
 * becomes
 * ```prisma
 * model Post {
 *   changedAt DateTime @default(now()) @updatedAt @db.Timestamptz
 * }
 * ```
 * and back.
 */

import type { SetUpdatedAtArguments } from './attribute-arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findField, qualified } from './lookup'
import { addAttribute, removeAttributes } from './parts'

export const setUpdatedAt: Command<SetUpdatedAtArguments> = {
  name: 'setUpdatedAt',
  run(ctx, { blockId, fieldId, isUpdatedAt }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place || place.field.isUpdatedAt === isUpdatedAt) return null
    const { block, field } = place
    const part = { kind: 'field', ...place } as const
    const name = qualified(block, field)
    const select = { block: block.name, member: field.name }
    const edits = new EditList(ctx)
    if (!isUpdatedAt) {
      removeAttributes(edits, part, 'updatedAt')
      return edits.finish({ label: `Stop keeping the time of changes in ${name}`, select })
    }
    const isTime = field.typeKind === 'scalar' && field.typeName === 'DateTime'
    // Prisma sets such fields in rows of models and views only, and no lists of times.
    if (!isTime || field.arity === 'list' || block.kind === 'type') return null
    addAttribute(edits, part, 'updatedAt', '@updatedAt')
    return edits.finish({ label: `Keep the time of changes in ${name}`, select })
  },
}

/**
 * Deletes fields with the comments above them, the relations that they are a part of, and their
 * names in keys and indexes. Foreign key fields of relations that go stay.
 *
 * ```prisma
 * model Post {
 *   id    Int    @id
 *   /// What people see.
 *   title String
 *   slug  String
 *
 *   @@index([title, slug])
 * }
 * ```
 * becomes, when title is deleted,
 * ```prisma
 * model Post {
 *   id    Int    @id
 *   slug  String
 *
 *   @@index([slug])
 * }
 * ```
 */

import { hasFields } from '@/lib/schema/graph'
import type { DeleteFieldsArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findBlock, qualified } from './lookup'
import { Removal } from './removal'

export const deleteFields: Command<DeleteFieldsArguments> = {
  name: 'deleteFields',
  run(ctx, { blockId, fieldIds }) {
    const block = findBlock(ctx, blockId)
    if (!block || !hasFields(block.kind)) return null
    const asked = new Set(fieldIds)
    const fields = block.fields.filter((field) => asked.has(field.id))
    const [first] = fields
    if (!first || fields.length < asked.size) return null
    const edits = new EditList(ctx)
    const removal = new Removal(ctx)
    removal.removeFields(block, fields)
    const notes = removal.apply(edits)
    const label =
      fields.length === 1
        ? `Delete field ${qualified(block, first)}`
        : `Delete ${fields.length} fields of ${block.name}`
    return edits.finish({ label, notes, select: { block: block.name } })
  },
}

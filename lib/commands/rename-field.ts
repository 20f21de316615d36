/**
 * Renames a field, and every mention of it in keys, indexes and relations of any model.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String
 *   posts Post[]
 *
 *   @@unique([email(sort: Desc)])
 * }
 *
 * model Post {
 *   author User   @relation(fields: [email], references: [email])
 *   email  String
 * }
 * ```
 * becomes, with the name mail for User.email,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   mail  String
 *   posts Post[]
 *
 *   @@unique([mail(sort: Desc)])
 * }
 *
 * model Post {
 *   author User   @relation(fields: [email], references: [mail])
 *   email  String
 * }
 * ```
 */

import { changeField } from './alignment'
import type { RenameFieldArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findField, qualified } from './lookup'
import { checkFieldName } from './names'
import { mentionsIn } from './references'

export const renameField: Command<RenameFieldArguments> = {
  name: 'renameField',
  run(ctx, { blockId, fieldId, name }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place || place.field.name === name) return null
    if (checkFieldName(ctx, blockId, fieldId, name)) return null
    const { block, field, node } = place
    const edits = new EditList(ctx)
    changeField(edits, block, node, { name })
    // Of two fields with one name, a mention means the first.
    if (block.fields.find((other) => other.name === field.name) === field) {
      for (const other of ctx.graph.blocks) {
        for (const mention of mentionsIn(ctx, other)) {
          if (mention.owner !== block || mention.name !== field.name) continue
          edits.replace(other, mention.range, name)
        }
      }
    }
    return edits.finish({
      label: `Rename ${qualified(block, field)} to ${name}`,
      select: { block: block.name, member: name },
    })
  },
}

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

import type { AttributeNode } from '@/lib/psl/syntax'
import { changeField } from './alignment'
import type { RenameFieldArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { type FieldPlace, findField, qualified } from './lookup'
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
    renameMentions(edits, place, name)
    return edits.finish({
      label: `Rename ${qualified(block, field)} to ${name}`,
      select: { block: block.name, member: name },
    })
  },
}

/** Gives the field its new name wherever it is mentioned, except in attributes that go. */
export function renameMentions(
  edits: EditList,
  { block, field }: FieldPlace,
  name: string,
  except: ReadonlySet<AttributeNode> = new Set(),
): void {
  const { ctx } = edits
  // Of two fields with one name, a mention means the first.
  if (block.fields.find((other) => other.name === field.name) !== field) return
  for (const other of ctx.graph.blocks) {
    for (const { owner, name: mentioned, attribute, range } of mentionsIn(ctx, other)) {
      if (owner !== block || mentioned !== field.name || except.has(attribute)) continue
      edits.replace(other, range, name)
    }
  }
}

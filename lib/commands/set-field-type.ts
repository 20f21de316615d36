/**
 * Gives a field another type. What cannot stay on it goes, and foreign keys that refer to it
 * change with it. Relation fields are made and unmade by `addRelation` and `deleteRelation`.
 *
 * ```prisma
 * model User {
 *   id    Int    @id @default(autoincrement())
 *   posts Post[]
 * }
 *
 * model Post {
 *   id       Int  @id
 *   authorId Int
 *   author   User @relation(fields: [authorId], references: [id])
 * }
 * ```
 * becomes, with the type String for User.id,
 * ```prisma
 * model User {
 *   id    String @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id       Int  @id
 *   authorId String
 *   author   User @relation(fields: [authorId], references: [id])
 * }
 * ```
 */

import type { SetFieldTypeArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findField, qualified } from './lookup'
import { isTypeText } from './names'
import { Retyping } from './retype'
import { typeNotes } from './type-notes'

export const setFieldType: Command<SetFieldTypeArguments> = {
  name: 'setFieldType',
  run(ctx, { blockId, fieldId, type, arity: askedArity }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place || !isTypeText(type)) return null
    const { block, field } = place
    const arity = askedArity ?? field.arity
    const retyping = new Retyping(ctx)
    if (!retyping.retype(place, type.trim(), arity)) return null
    const edits = new EditList(ctx)
    retyping.apply(edits)
    const isRelation = field.typeKind === 'model' || field.typeKind === 'view'
    const notes = isRelation ? [] : typeNotes(ctx.graph, block, field.name, type.trim(), arity)
    return edits.finish({
      label: `Change the type of ${qualified(block, field)}`,
      notes: [...notes, ...retyping.notes],
      select: { block: block.name, member: field.name },
    })
  },
}

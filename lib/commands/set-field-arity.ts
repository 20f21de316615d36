/**
 * Makes a field required, optional or a list. A relation and its foreign key change together.
 *
 * ```prisma
 * model Post {
 *   authorId Int
 *   author   User @relation(fields: [authorId], references: [id])
 * }
 * ```
 * becomes, when either field is made optional,
 * ```prisma
 * model Post {
 *   authorId Int?
 *   author   User? @relation(fields: [authorId], references: [id])
 * }
 * ```
 */

import type { SetFieldArityArguments } from './arguments'
import type { Command } from './command'
import { EditList } from './edit-list'
import { findField, qualified } from './lookup'
import { Retyping, writtenType } from './retype'
import { typeNotes } from './type-notes'

export const setFieldArity: Command<SetFieldArityArguments> = {
  name: 'setFieldArity',
  run(ctx, { blockId, fieldId, arity }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place?.node.type || place.field.arity === arity) return null
    const { block, field } = place
    const type = writtenType(field)
    const retyping = new Retyping(ctx)
    if (!retyping.retype(place, type, arity)) return null
    const edits = new EditList(ctx)
    retyping.apply(edits)
    const notes = arity === 'list' ? typeNotes(ctx.graph, block, field.name, type, arity) : []
    const listed = block.fields.find(
      (other) => other.arity === 'list' && other.relation?.fields?.includes(field.name),
    )
    const lost = listed ? [`${qualified(block, listed)} needs ${field.name} to be a list.`] : []
    const isRelation = field.typeKind === 'model' || field.typeKind === 'view'
    return edits.finish({
      label: `Make ${qualified(block, field)} ${arity === 'list' ? 'a list' : arity}`,
      notes: [...(isRelation ? [] : notes), ...lost, ...retyping.notes],
      select: { block: block.name, member: field.name },
    })
  },
}

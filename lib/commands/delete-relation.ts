/**
 * Deletes a relation: the relation fields of both sides. The foreign key fields hold data, so
 * they stay unless they are to go as well and nothing else needs them.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id     Int  @id
 *   userId Int
 *   user   User @relation(fields: [userId], references: [id])
 * }
 * ```
 * becomes
 * ```prisma
 * model User {
 *   id    Int    @id
 * }
 *
 * model Post {
 *   id     Int  @id
 *   userId Int
 * }
 * ```
 */

import type { Block, Field, Relation } from '@/lib/schema/graph'
import type { DeleteRelationArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { fieldNamed, findBlock, qualified, relationsKeyedBy, relationsReferringTo } from './lookup'
import { Removal } from './removal'

export const deleteRelation: Command<DeleteRelationArguments> = {
  name: 'deleteRelation',
  run(ctx, { relationId, keepKeys = true }) {
    const relation = ctx.graph.relations.find(({ id }) => id === relationId)
    const block = relation && findBlock(ctx, relation.fromBlockId)
    if (!relation || !block) return null
    const { from } = relation
    const keys = relation.fields.flatMap((name) => fieldNamed(block, name)?.field ?? [])
    const going = keepKeys ? [] : keys.filter((key) => isOnlyKey(ctx, block, key, relation))
    const staying = keys.filter((key) => !going.includes(key)).map((key) => qualified(block, key))
    const edits = new EditList(ctx)
    const removal = new Removal(ctx)
    removal.askForRelation(relation)
    removal.removeFields(block, going)
    const notes = removal.apply(edits)
    if (staying.length > 0) {
      const kept = staying.length === 1 ? 'The field is kept' : 'The fields are kept'
      notes.push(`${kept}: ${staying.join(', ')}.`)
    }
    return edits.finish({
      label: `Delete the relation ${block.name}.${from.fieldName}`,
      notes,
      select: { block: block.name },
    })
  },
}

/** Whether the field is there for this relation alone; an index of it alone goes with it. */
export function isOnlyKey(
  ctx: CommandContext,
  block: Block,
  field: Field,
  relation: Relation,
): boolean {
  const isElsewhere = block.keys.some(
    ({ kind, fields }) =>
      fields.some(({ path }) => path === field.name) &&
      (kind === 'id' || fields.some(({ path }) => !relation.fields.includes(path))),
  )
  return (
    !isElsewhere &&
    relationsKeyedBy(ctx, block, field.name).every((other) => other === relation) &&
    relationsReferringTo(ctx, block, field.name).length === 0
  )
}

/**
 * Renames a block, and every type that refers to it.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id       Int  @id
 *   authorId Int
 *   author   User @relation(fields: [authorId], references: [id])
 * }
 * ```
 * becomes, with the name Person,
 * ```prisma
 * model Person {
 *   id    Int    @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id       Int  @id
 *   authorId Int
 *   author   Person @relation(fields: [authorId], references: [id])
 * }
 * ```
 */

import type { FieldNode, TypeNode } from '@/lib/psl/syntax'
import { type Block, isDrawn } from '@/lib/schema/graph'
import { changeField } from './alignment'
import type { RenameBlockArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { fieldPlaces, findBlock } from './lookup'
import { checkBlockName } from './names'
import { fieldsOfType } from './references'

export const renameBlock: Command<RenameBlockArguments> = {
  name: 'renameBlock',
  run(ctx, { blockId, name }) {
    const block = findBlock(ctx, blockId)
    if (!block || block.name === name || checkBlockName(ctx, blockId, name)) return null
    const edits = new EditList(ctx)
    const { syntax } = block
    if (syntax.name) edits.replace(block, syntax.name, name)
    else edits.insert(block, syntax.keyword.to, ` ${name}`)
    if (isDrawn(block.kind)) {
      for (const place of fieldsOfType(ctx, block)) {
        changeField(edits, place.block, place.node, {
          type: renamedType(place.block, place.node, name),
        })
      }
    } else if (block.kind === 'datasource') {
      renameNativeTypes(ctx, edits, block, name)
    }
    return edits.finish({
      label:
        block.name === '' ? `Name the ${block.kind} ${name}` : `Rename ${block.name} to ${name}`,
      select: { block: name },
    })
  },
}

/** The type as written, with another name. */
export function renamedType(block: Block, node: FieldNode, name: string): string {
  const type = node.type as TypeNode
  const { text } = block.syntax
  return text.slice(type.from, type.name.from) + name + text.slice(type.name.to, type.to)
}

/** `@db.Text` begins with the name of the datasource. */
function renameNativeTypes(
  ctx: CommandContext,
  edits: EditList,
  datasource: Block,
  name: string,
): void {
  if (ctx.graph.datasource !== datasource) return
  const prefix = `${datasource.name}.`
  for (const block of ctx.graph.blocks) {
    if (!block.fields.some((field) => field.nativeType?.prefix === datasource.name)) continue
    for (const { node } of fieldPlaces(block)) {
      for (const attribute of node.attributes) {
        if (!attribute.name.text.startsWith(prefix)) continue
        const { from } = attribute.name
        edits.replace(block, { from, to: from + datasource.name.length }, name)
      }
    }
  }
}

/**
 * Relates two models: adds a relation field to each, and the foreign key.
 *
 * ```prisma
 * model User {
 *   id Int @id
 * }
 *
 * model Post {
 *   id Int @id
 * }
 * ```
 * becomes, one-to-many from Post to User,
 * ```prisma
 * model User {
 *   id Int @id
 *   posts Post[]
 * }
 *
 * model Post {
 *   id Int @id
 *   user User @relation(fields: [userId], references: [id])
 *   userId Int
 * }
 * ```
 */

import { alignedLine, type Columns, changeField, columnsAround } from './alignment'
import type { AddRelationArguments } from './arguments'
import { insertBlockAttribute } from './block-attributes'
import { blockText, insertBlocks } from './block-text'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { fileIndentation, insertLines } from './lines'
import { findBlock } from './lookup'
import type { Addition, RelationPlan } from './relation-additions'
import { type NewField, plainLine } from './relation-fields'
import { planRelation } from './relation-plan'

export const addRelation: Command<AddRelationArguments> = {
  name: 'addRelation',
  run(ctx, args) {
    const plan = planRelation(ctx, args)
    const from = findBlock(ctx, args.fromId)
    const to = findBlock(ctx, args.toId)
    if ('problem' in plan || !from || !to) return null
    const edits = new EditList(ctx)
    for (const addition of plan.additions) applyAddition(edits, addition)
    if (plan.makeUnique) {
      const { block, node } = plan.makeUnique
      changeField(edits, block, node, {
        add: [{ text: '@unique', before: node.attributes[0] ?? null }],
      })
    }
    if (plan.join) insertBlocks(edits, from.path, from, joinText(ctx, from.path, plan.join))
    const member = plan.additions[0]?.fields[0]?.name
    return edits.finish({
      label: `Relate ${from.name} to ${to.name}`,
      select: member === undefined ? { block: from.name } : { block: from.name, member },
      ...(plan.join ? { created: [{ name: plan.join.name, beside: from.id }] } : {}),
    })
  },
}

/** What `addRelation` would add, line by line, or why it cannot. */
export type RelationDescription =
  | { readonly adds: readonly { readonly block: string; readonly line: string }[] }
  | { readonly problem: string }

/** Says beforehand what `addRelation` does with the same arguments. */
export function describeRelation(
  ctx: CommandContext,
  args: AddRelationArguments,
): RelationDescription {
  const plan = planRelation(ctx, args)
  if ('problem' in plan) return plan
  const adds = plan.additions.flatMap(({ block, fields, attributes }) =>
    [...fields.map(plainLine), ...attributes].map((line) => ({ block: block.name, line })),
  )
  if (plan.makeUnique) {
    const { block, field } = plan.makeUnique
    adds.push({ block: block.name, line: `${field.name} @unique` })
  }
  const { join } = plan
  const joinLines = join ? [...join.fields.map(plainLine), ...join.attributes] : []
  return { adds: [...adds, ...joinLines.map((line) => ({ block: join?.name ?? '', line }))] }
}

function applyAddition(edits: EditList, { block, after, fields, attributes }: Addition): void {
  const { syntax } = block
  const member = after?.node ?? syntax.members.findLast((member) => member.kind === 'field') ?? null
  const columns = columnsAround(syntax, member)
  insertLines(
    edits,
    block,
    member,
    fields.map((field) => line(columns, field)),
  )
  for (const attribute of attributes) insertBlockAttribute(edits, block, attribute)
}

/** The text of a model that joins two. */
export function joinText(
  ctx: CommandContext,
  path: string,
  { name, fields, attributes }: NonNullable<RelationPlan['join']>,
): string {
  const type = Math.max(...fields.map((field) => field.name.length)) + 1
  const attribute = type + Math.max(...fields.map((field) => field.type.length)) + 1
  const lines = fields.map((field) => line({ type, attributes: attribute }, field))
  return blockText('model', name, fileIndentation(ctx, path), [...lines, '', ...attributes])
}

function line(columns: Columns, { name, type, attributes }: NewField): string {
  return alignedLine(columns, name, type, attributes)
}

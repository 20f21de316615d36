/**
 * Takes a model, view or field out of Prisma Client, or puts it back.
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
 * becomes, when Post is ignored,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   posts Post[] @ignore
 * }
 *
 * model Post {
 *   id       Int  @id
 *   authorId Int
 *   author   User @relation(fields: [authorId], references: [id])
 *
 *   @@ignore
 * }
 * ```
 * for Prisma wants relation fields that lead to an ignored model to be ignored too.
 */

import type { Block, Field } from '@/lib/schema/graph'
import type { SetIgnoredArguments } from './attribute-arguments'
import type { Command, CommandContext } from './command'
import { EditList } from './edit-list'
import { isIdentified } from './identification'
import { hasBody } from './lines'
import { type FieldPlace, fieldPlaces, isReferable, qualified } from './lookup'
import { addAttribute, findPart, partName, removeAttributes, selectPart } from './parts'

export const setIgnored: Command<SetIgnoredArguments> = {
  name: 'setIgnored',
  run(ctx, { isIgnored, ...of }) {
    const part = findPart(ctx, of)
    const { kind } = part?.block ?? {}
    if (!part || part.kind === 'value' || (kind !== 'model' && kind !== 'view')) return null
    const edits = new EditList(ctx)
    let notes: string[] | null
    if (part.kind === 'field') notes = setFieldIgnored(edits, part, isIgnored)
    else if (isIgnored) notes = ignoreBlock(edits, part.block)
    else notes = showBlock(edits, part.block)
    if (notes === null) return null
    const name = partName(part)
    const label = isIgnored ? `Ignore ${name} in Prisma Client` : `Show ${name} in Prisma Client`
    return edits.finish({ label, notes, select: selectPart(part) })
  },
}

function setFieldIgnored(edits: EditList, place: FieldPlace, isIgnored: boolean): string[] | null {
  const { block, field, node } = place
  const part = { kind: 'field', ...place } as const
  if (field.isIgnored === isIgnored || !node.type) return null
  if (!isIgnored) {
    removeAttributes(edits, part, 'ignore')
    const target = targetOf(edits.ctx, field)
    return target?.isIgnored && !block.isIgnored
      ? [`${qualified(block, field)} must stay ignored as long as ${target.name} is.`]
      : []
  }
  // Prisma Client has no such fields anyway, and its engine wants that not said again.
  if (block.isIgnored || field.typeKind === 'unsupported') return null
  addAttribute(edits, part, 'ignore', '@ignore')
  if (!isNeeded(field)) return []
  return [
    `${qualified(block, field)} is required and has no default, so Prisma Client can create no more rows of ${block.name}.`,
  ]
}

function isNeeded({ arity, default: value, isUpdatedAt, typeKind, relation }: Field): boolean {
  const isColumn = typeKind !== 'model' && typeKind !== 'view'
  if (!isColumn && !relation?.fields) return false
  return arity === 'required' && value === null && !isUpdatedAt
}

function ignoreBlock(edits: EditList, block: Block): string[] | null {
  if (block.isIgnored || !hasBody(block.syntax)) return null
  const notes: string[] = []
  addAttribute(edits, { kind: 'block', block }, 'ignore', '@@ignore')
  for (const place of fieldPlaces(block)) {
    if (!place.field.isIgnored) continue
    removeAttributes(edits, { kind: 'field', ...place }, 'ignore')
    notes.push(`Removed @ignore from ${qualified(block, place.field)}, for all of it is ignored.`)
  }
  for (const place of relationFieldsTo(edits.ctx, block)) {
    addAttribute(edits, { kind: 'field', ...place }, 'ignore', '@ignore')
    notes.push(`${qualified(place.block, place.field)} is now ignored too.`)
  }
  return notes
}

/** Relation fields of other models that Prisma Client still shows. */
function relationFieldsTo({ graph }: CommandContext, block: Block): FieldPlace[] {
  if (graph.blockByName.get(block.name) !== block) return []
  return graph.blocks.flatMap((other) => {
    if (other === block || other.isIgnored || other.kind === 'type') return []
    return fieldPlaces(other).filter(
      ({ field, node }) => field.typeName === block.name && !field.isIgnored && node.type,
    )
  })
}

function showBlock(edits: EditList, block: Block): string[] | null {
  if (!block.isIgnored) return null
  removeAttributes(edits, { kind: 'block', block }, 'ignore')
  const notes: string[] = []
  if (block.kind === 'model' && !isIdentified(block)) {
    notes.push(`${block.name} has no primary key and no required unique field, which it needs now.`)
  }
  const { ctx } = edits
  for (const { field } of fieldPlaces(block)) {
    const target = targetOf(ctx, field)
    if (!target?.isIgnored || target === block || field.isIgnored) continue
    notes.push(
      `${qualified(block, field)} must be ignored too, for it leads to ${target.name}, which is.`,
    )
  }
  if (isReferable(ctx, block)) {
    for (const other of ctx.graph.blocks) {
      for (const { name, typeName, isIgnored } of other === block ? [] : other.fields) {
        if (typeName === block.name && isIgnored) notes.push(`${other.name}.${name} stays ignored.`)
      }
    }
  }
  return notes
}

function targetOf({ graph }: CommandContext, { typeKind, typeName }: Field): Block | null {
  if (typeKind !== 'model' && typeKind !== 'view') return null
  return graph.blockByName.get(typeName) ?? null
}

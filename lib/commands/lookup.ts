/** Finds what a command's arguments speak of, together with its syntax. */

import { enumValueNodes, fieldNodes } from '@/lib/psl/access'
import type { EnumValueNode, FieldNode } from '@/lib/psl/syntax'
import {
  type Block,
  type BlockId,
  type EnumValue,
  type Field,
  type FieldId,
  hasFields,
  type Relation,
} from '@/lib/schema/graph'
import type { CommandContext } from './command'

export interface FieldPlace {
  readonly block: Block
  readonly field: Field
  readonly node: FieldNode
}

export interface EnumValuePlace {
  readonly block: Block
  readonly value: EnumValue
  readonly node: EnumValueNode
}

export function findBlock(ctx: CommandContext, blockId: BlockId): Block | null {
  return ctx.graph.blockById.get(blockId) ?? null
}

export function findField(
  ctx: CommandContext,
  blockId: BlockId,
  fieldId: FieldId,
): FieldPlace | null {
  const block = findBlock(ctx, blockId)
  if (!block || !hasFields(block.kind)) return null
  return fieldPlaces(block).find(({ field }) => field.id === fieldId) ?? null
}

/** A block's fields with their syntax, in order. */
export function fieldPlaces(block: Block): FieldPlace[] {
  const nodes = fieldNodes(block.syntax)
  return block.fields.map((field, index) => ({ block, field, node: nodes[index] as FieldNode }))
}

export function findEnumValue(
  ctx: CommandContext,
  blockId: BlockId,
  valueId: FieldId,
): EnumValuePlace | null {
  const block = findBlock(ctx, blockId)
  if (block?.kind !== 'enum') return null
  const index = block.values.findIndex((value) => value.id === valueId)
  const value = block.values[index]
  if (!value) return null
  return { block, value, node: enumValueNodes(block.syntax)[index] as EnumValueNode }
}

/** Whether the block is the one that its name refers to: of several with one name, the first. */
export function isReferable(ctx: CommandContext, block: Block): boolean {
  return ctx.graph.blockByName.get(block.name) === block
}

/** `User.email`. */
export function qualified(block: Block, member: { readonly name: string }): string {
  return `${block.name}.${member.name}`
}

/** The field that a mention of the name in the block means: of several, the first. */
export function fieldNamed(block: Block, name: string): FieldPlace | null {
  return fieldPlaces(block).find(({ field }) => field.name === name) ?? null
}

/** The relations that the field is a part of the foreign key of. */
export function relationsKeyedBy(ctx: CommandContext, block: Block, name: string): Relation[] {
  return ctx.graph.relations.filter(
    (relation) => relation.fromBlockId === block.id && relation.fields.includes(name),
  )
}

/** The relations whose foreign key refers to the field. */
export function relationsReferringTo(ctx: CommandContext, block: Block, name: string): Relation[] {
  return ctx.graph.relations.filter(
    (relation) => relation.toBlockId === block.id && relation.references.includes(name),
  )
}

/** The relation that the field is an end of. */
export function relationOf(ctx: CommandContext, field: Field): Relation | null {
  const { relations } = ctx.graph
  return (
    relations.find(({ from, to }) => from.fieldId === field.id || to?.fieldId === field.id) ?? null
  )
}

/** Whether the fields together, in any order, are a primary key or unique. */
export function isUniqueSet(block: Block, names: readonly string[]): boolean {
  return block.keys.some(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') &&
      fields.length === names.length &&
      fields.every(({ path }) => names.includes(path)),
  )
}

/**
 * Writes a field's declaration anew, as it was typed: name, type and attributes in one line. What
 * stays as it was is not touched, and mentions follow a new name.
 *
 * ```prisma
 * model User {
 *   id    Int    @id
 *   email String @unique // for signing in
 *
 *   @@index([email])
 * }
 * ```
 * becomes, with the line `mail String? @unique @db.VarChar(80)` for User.email,
 * ```prisma
 * model User {
 *   id    Int    @id
 *   mail  String? @unique @db.VarChar(80) // for signing in
 *
 *   @@index([mail])
 * }
 * ```
 *
 * The type of a field that takes part in a relation stays: other fields depend on it, and
 * `setFieldType` knows which.
 */

import { findAttribute } from '@/lib/psl/access'
import type { AttributeNode, FieldNode, TypeNode } from '@/lib/psl/syntax'
import { type Arity, type BlockId, type FieldId, hasFields, type Key } from '@/lib/schema/graph'
import { columnOf } from './add-field'
import { changeField } from './alignment'
import type { SetFieldLineArguments } from './arguments'
import type { Command, CommandContext } from './command'
import { attributeNotes, declarationNotes } from './declaration-notes'
import { EditList } from './edit-list'
import { ARITIES } from './field-line'
import {
  type FieldPlace,
  findBlock,
  findField,
  qualified,
  relationOf,
  relationsKeyedBy,
  relationsReferringTo,
} from './lookup'
import { lostKeyNotes } from './lost-keys'
import { checkColumnName, checkFieldName, parseField } from './names'
import { renameMentions } from './rename-field'

export const setFieldLine: Command<SetFieldLineArguments> = {
  name: 'setFieldLine',
  run(ctx, { blockId, fieldId, line }) {
    const place = findField(ctx, blockId, fieldId)
    if (!place || checkFieldLine(ctx, blockId, fieldId, line)) return null
    const written = readLine(line)
    if (!written || changesRelation(ctx, place, written)) return null
    const { block, field, node } = place
    const { name, type } = written
    const { remove, add } = changedAttributes(block.syntax.text, node, written)
    const edits = new EditList(ctx)
    const hasType = node.type && textOfType(block.syntax.text, node.type) === type
    changeField(edits, block, node, { name, ...(hasType ? {} : { type }), remove, add })
    if (name !== field.name) renameMentions(edits, place, name, remove)
    return edits.finish({
      label: `Change ${qualified(block, field)}`,
      notes: notesOn(ctx, place, written),
      select: { block: block.name, member: name },
    })
  },
}

/**
 * Why the line cannot declare the field, as a sentence for people; `null` when it can. `fieldId`
 * is `null` for a field to be added.
 */
export function checkFieldLine(
  ctx: CommandContext,
  blockId: BlockId,
  fieldId: FieldId | null,
  line: string,
): string | null {
  const block = findBlock(ctx, blockId)
  if (!block || !hasFields(block.kind)) return 'Only models, views and types have fields.'
  const [name = ''] = line.trim().split(/\s/, 1)
  const written = readLine(line)
  if (!written) {
    return checkFieldName(ctx, blockId, fieldId, name) ?? lineProblem(line.trim())
  }
  const problem = checkFieldName(ctx, blockId, fieldId, written.name)
  if (problem) return problem
  const { attributes } = written
  const seen = new Set<string>()
  for (const { name: attribute } of attributes) {
    if (seen.has(attribute.text)) return `@${attribute.text} stands there twice.`
    seen.add(attribute.text)
  }
  if (block.kind === 'type' && (seen.has('id') || seen.has('unique'))) {
    return 'A composite type is no table: it has no keys.'
  }
  return checkColumnName(block, fieldId, columnOf(written.name, attributes))
}

interface WrittenLine {
  readonly name: string
  /** With its arity, as written. */
  readonly type: string
  readonly typeName: string
  readonly arity: Arity
  readonly attributes: readonly AttributeNode[]
  /** The text of each of them. */
  readonly attributeTexts: readonly string[]
}

/** `null` when it is not one whole declaration. */
function readLine(line: string): WrittenLine | null {
  const text = line.trim()
  const field = /[\n\r]/.test(text) ? null : parseField(text)
  if (!field?.type || field.type.legacyList) return null
  // Offsets count in the block that the line was parsed in.
  const shift = field.name.from
  const slice = (from: number, to: number) => text.slice(from - shift, to - shift)
  const { attributes, type } = field
  return {
    name: field.name.text,
    type: slice(type.from, type.to),
    typeName: slice(type.from, type.suffixFrom).trim(),
    arity: ARITIES[type.suffix] ?? 'list',
    attributes,
    attributeTexts: attributes.map(({ from, to }) => slice(from, to)),
  }
}

function lineProblem(line: string): string {
  if (/\/\/|\/\*/.test(line)) return 'A comment cannot stand here.'
  return /\s/.test(line)
    ? 'This is not a field. Write a name, a type, then attributes: email String? @unique'
    : 'A type is needed after the name.'
}

function changesRelation(
  ctx: CommandContext,
  { block, field, node }: FieldPlace,
  { type, typeName }: WrittenLine,
): boolean {
  if (node.type && textOfType(block.syntax.text, node.type) === type) return false
  const target = ctx.graph.blockByName.get(typeName)
  return (
    target?.kind === 'model' ||
    target?.kind === 'view' ||
    field.typeKind === 'model' ||
    field.typeKind === 'view' ||
    relationOf(ctx, field) !== null ||
    relationsKeyedBy(ctx, block, field.name).length > 0 ||
    relationsReferringTo(ctx, block, field.name).length > 0
  )
}

/** What is wrong with the field now that was not before. */
function notesOn(ctx: CommandContext, { block, field, node }: FieldPlace, written: WrittenLine) {
  const { name, type, typeName: text, arity, attributes } = written
  const declared = { name, type: text, arity, attributes }
  const isSameType = node.type && textOfType(block.syntax.text, node.type) === type
  const had = (attribute: string) => findAttribute(node.attributes, attribute) !== null
  const isGone = ({ on, kind, fields }: Key) =>
    on === 'field' &&
    (kind === 'id' || kind === 'unique') &&
    fields[0]?.path === field.name &&
    had(kind) &&
    !findAttribute(attributes, kind)
  const keys = block.keys.filter((key) => !isGone(key))
  const isRelation = field.typeKind === 'model' || field.typeKind === 'view'
  const relationNotes =
    isRelation &&
    node.attributes.some(({ from, to }) => {
      const text = block.syntax.text.slice(from, to)
      return text.startsWith('@relation') && !written.attributeTexts.includes(text)
    })
      ? [`What ${qualified(block, field)} says of its relation is for Prisma to judge.`]
      : []
  return [
    ...(isSameType
      ? attributeNotes(ctx.graph, block, declared)
      : declarationNotes(ctx.graph, block, declared)),
    ...(keys.length < block.keys.length ? lostKeyNotes(ctx, block, keys) : []),
    ...relationNotes,
  ]
}

/** What differs between the first attributes that are the same and the last ones that are. */
function changedAttributes(text: string, node: FieldNode, { attributeTexts: now }: WrittenLine) {
  const before = node.attributes.map(({ from, to }) => text.slice(from, to))
  const shorter = Math.min(before.length, now.length)
  let start = 0
  while (start < shorter && before[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end++
  const added = now.slice(start, now.length - end)
  const rest = node.attributes[before.length - end] ?? null
  return {
    remove: new Set(node.attributes.slice(start, before.length - end)),
    add: added.length === 0 ? [] : [{ text: added.join(' '), before: rest }],
  }
}

function textOfType(text: string, { from, to }: TypeNode): string {
  return text.slice(from, to)
}

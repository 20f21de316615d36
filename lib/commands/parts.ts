/**
 * Parts of a schema that carry attributes of their own (a block, or a field or enum value of it),
 * and how such an attribute is written, changed and removed.
 */

import { argumentValue, blockAttributeNodes } from '@/lib/psl/access'
import type { AttributeNode, BlockAttributeNode } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { changeField } from './alignment'
import type { PartArguments } from './attribute-arguments'
import { insertBlockAttribute } from './block-attributes'
import type { CommandContext, CommandResult } from './command'
import type { EditList } from './edit-list'
import { removeMembers } from './lines'
import { type EnumValuePlace, type FieldPlace, findBlock, findEnumValue, findField } from './lookup'

export type Part =
  | { readonly kind: 'block'; readonly block: Block }
  | ({ readonly kind: 'field' } & FieldPlace)
  | ({ readonly kind: 'value' } & EnumValuePlace)

/** What the arguments speak of; `null` when it is not there. */
export function findPart(ctx: CommandContext, { blockId, memberId }: PartArguments): Part | null {
  const block = findBlock(ctx, blockId)
  if (!block) return null
  if (memberId === undefined || memberId === null) return { kind: 'block', block }
  const field = findField(ctx, blockId, memberId)
  if (field) return { kind: 'field', ...field }
  const value = findEnumValue(ctx, blockId, memberId)
  return value && { kind: 'value', ...value }
}

/** `User`, `User.email`, `Role.ADMIN`. */
export function partName(part: Part): string {
  if (part.kind === 'block') return part.block.name
  return `${part.block.name}.${(part.kind === 'field' ? part.field : part.value).name}`
}

export function selectPart(part: Part): NonNullable<CommandResult['select']> {
  const block = part.block.name
  if (part.kind === 'block') return { block }
  return { block, member: (part.kind === 'field' ? part.field : part.value).name }
}

/**
 * Sets the attribute whose one argument is a string, such as `@map("x")`, or removes it (`null`).
 * An attribute that is there is changed in its place.
 */
export function setStringAttribute(
  edits: EditList,
  part: Part,
  name: 'map' | 'schema',
  value: string | null,
): void {
  if (value === null) {
    removeAttributes(edits, part, name)
    return
  }
  const [attribute] = attributesCalled(part, name)
  const old = attribute && argumentValue(attribute.args, 'name', true)
  const text = `${part.kind === 'block' ? '@@' : '@'}${name}(${quoteString(value)})`
  if (old?.kind === 'string') edits.replace(part.block, old, quoteString(value))
  else if (attribute) edits.replace(part.block, attribute, text)
  else addAttribute(edits, part, name, text)
}

/** Adds an attribute where it is usually written: `@id @default(…) @map(…) @db.Int @ignore`. */
export function addAttribute(edits: EditList, part: Part, name: string, text: string): void {
  if (part.kind === 'block') {
    insertBlockAttribute(edits, part.block, text)
  } else if (part.kind === 'field') {
    changeField(edits, part.block, part.node, {
      add: [{ text, before: attributeAfter(part.node.attributes, name) }],
    })
  } else {
    edits.insert(part.block, (part.node.attributes.at(-1) ?? part.node.name).to, ` ${text}`)
  }
}

/** Removes every attribute of that name, with the line of a block's. */
export function removeAttributes(edits: EditList, part: Part, name: string): void {
  const removed = new Set(attributesCalled(part, name))
  if (removed.size === 0) return
  if (part.kind === 'block') {
    const members = blockAttributeNodes(part.block.syntax).filter(({ attribute }) =>
      removed.has(attribute),
    )
    removeMembers(edits, part.block, new Set<BlockAttributeNode>(members))
  } else if (part.kind === 'field') {
    changeField(edits, part.block, part.node, { remove: removed })
  } else {
    const { attributes, name: written } = part.node
    let end = written.to
    for (const attribute of attributes) {
      if (removed.has(attribute)) edits.remove(part.block, { from: end, to: attribute.to })
      end = attribute.to
    }
  }
}

export function attributesCalled(part: Part, name: string): AttributeNode[] {
  const attributes =
    part.kind === 'block'
      ? blockAttributeNodes(part.block.syntax).map(({ attribute }) => attribute)
      : part.node.attributes
  return attributes.filter((attribute) => attribute.name.text === name)
}

const USUAL_ORDER = ['id', 'unique', 'default', 'updatedAt', 'relation', 'map', 'db', 'ignore']

/** The attribute before which one called `name` is usually written; `null`: after them all. */
export function attributeAfter(
  attributes: readonly AttributeNode[],
  name: string,
): AttributeNode | null {
  const own = usualPlace(name)
  return attributes.find((attribute) => usualPlace(attribute.name.text) > own) ?? null
}

function usualPlace(name: string): number {
  return USUAL_ORDER.indexOf(name.includes('.') ? 'db' : name)
}

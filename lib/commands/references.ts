/**
 * Finds every mention of a block, a field or an enum value in the whole schema.
 */

import { argumentValue, findArgument, findAttribute, listItems } from '@/lib/psl/access'
import type {
  Argument,
  AttributeNode,
  Expression,
  FieldNode,
  MemberNode,
  Range,
} from '@/lib/psl/syntax'
import { type Block, hasFields } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import { type FieldPlace, fieldPlaces, isReferable } from './lookup'

const KEY_ATTRIBUTES: ReadonlySet<string> = new Set(['id', 'unique', 'index', 'fulltext'])

/** The fields, in any file, whose type is the block. */
export function fieldsOfType(ctx: CommandContext, target: Block): FieldPlace[] {
  if (!isReferable(ctx, target)) return []
  return ctx.graph.blocks.flatMap((block) => {
    const isMention = (field: Block['fields'][number]) =>
      field.typeName === target.name && field.typeKind === target.kind
    return block.fields.some(isMention)
      ? fieldPlaces(block).filter(({ field }) => isMention(field))
      : []
  })
}

/** One name of a field, wherever it stands but in the field's declaration. */
export interface FieldMention {
  /** The block in which it stands. */
  readonly block: Block
  /** The block whose field it is. */
  readonly owner: Block
  readonly name: string
  readonly range: Range
  readonly place: 'key' | 'where' | 'fields' | 'references'
  /** The line on which it stands, and the attribute in it. */
  readonly member: MemberNode
  readonly attribute: AttributeNode
  /** The item of the list that holds it; in a path into composite types, one item has several. */
  readonly item: Expression | null
}

/** All mentions of fields in a block's attributes. */
export function mentionsIn(ctx: CommandContext, block: Block): FieldMention[] {
  if (!hasFields(block.kind)) return []
  const mentions: FieldMention[] = []
  for (const member of block.syntax.members) {
    if (member.kind === 'attribute') {
      const { attribute } = member
      if (KEY_ATTRIBUTES.has(attribute.name.text)) {
        collectKey(ctx, block, member, attribute, mentions)
      }
    } else if (member.kind === 'field') {
      for (const attribute of member.attributes) {
        if (attribute.name.text === 'relation') {
          collectRelation(ctx, block, member, attribute, mentions)
        } else if (KEY_ATTRIBUTES.has(attribute.name.text)) {
          collectWhere(block, member, attribute, mentions)
        }
      }
    }
  }
  return mentions
}

function collectKey(
  ctx: CommandContext,
  block: Block,
  member: MemberNode,
  attribute: AttributeNode,
  mentions: FieldMention[],
): void {
  for (const item of listItems(argumentValue(attribute.args, 'fields', true))) {
    const path = item.kind === 'path' ? item : item.kind === 'call' ? item.name : null
    if (!path) continue
    let owner: Block | undefined = block
    let from = path.from
    for (const name of path.text.split('.')) {
      if (!owner) break
      const range = { from, to: from + name.length }
      mentions.push({ block, owner, name, range, place: 'key', member, attribute, item })
      from = range.to + 1
      const typeName: string | undefined = owner.fields.find((f) => f.name === name)?.typeName
      owner = typeName === undefined ? undefined : ctx.graph.blockByName.get(typeName)
    }
  }
  collectWhere(block, member, attribute, mentions)
}

function collectWhere(
  block: Block,
  member: MemberNode,
  attribute: AttributeNode,
  mentions: FieldMention[],
): void {
  const where = argumentValue(attribute.args, 'where')
  if (where?.kind !== 'object') return
  for (const { name } of where.entries) {
    if (!name) continue
    const mention = { block, owner: block, name: name.text, range: name, member, attribute }
    mentions.push({ ...mention, place: 'where', item: null })
  }
}

function collectRelation(
  ctx: CommandContext,
  block: Block,
  member: FieldNode,
  attribute: AttributeNode,
  mentions: FieldMention[],
): void {
  const target = member.type && ctx.graph.blockByName.get(member.type.name.text)
  for (const place of ['fields', 'references'] as const) {
    const owner = place === 'fields' ? block : target
    if (!owner) continue
    for (const item of listItems(argumentValue(attribute.args, place))) {
      if (item.kind !== 'path') continue
      const name = item.text
      mentions.push({ block, owner, name, range: item, place, member, attribute, item })
    }
  }
}

/** The `@default` of a field and the value in it. */
export interface DefaultPlace extends FieldPlace {
  readonly attribute: AttributeNode
  readonly argument: Argument
}

/** The defaults of all fields whose type is the enum. */
export function defaultsOfEnum(ctx: CommandContext, target: Block): DefaultPlace[] {
  return fieldsOfType(ctx, target).flatMap((place) => {
    const attribute = findAttribute(place.node.attributes, 'default')
    if (!attribute) return []
    const argument = findArgument(attribute.args, 'value', true)
    return argument?.value ? [{ ...place, attribute, argument }] : []
  })
}

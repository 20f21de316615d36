/**
 * Reads one block's syntax: what can be said of it without looking at any other block.
 *
 * Types stay names here, because what they refer to depends on the rest of the schema.
 */

import {
  argumentValue,
  blockAttributeNodes,
  blockDocumentation,
  enumValueNodes,
  findAttribute,
  listItems,
  memberDocumentation,
  mentionedName,
  propertyNodes,
} from '@/lib/psl/access'
import type {
  ArgumentList,
  AttributeNode,
  BlockNode,
  Expression,
  FieldNode,
  TypeNode,
} from '@/lib/psl/syntax'
import type {
  Arity,
  EnumValue,
  Field,
  Key,
  KeyField,
  NativeType,
  Property,
  RelationAttribute,
} from './graph'
import { toValue, unescapeString } from './value'

/**
 * A field before it has an identity and before it is known what its type name refers to: `id` is
 * empty, and `typeKind` is `unsupported` or `unknown`. Whoever read the block fills them in, once,
 * before anybody else sees the field; there are too many of them to make each one twice.
 */
export type FieldDraft = Omit<Field, 'id' | 'typeKind'> & Mutable<Pick<Field, 'id' | 'typeKind'>>

/** An enum value before it has an identity; its `id` is empty. */
export type EnumValueDraft = Omit<EnumValue, 'id'> & Mutable<Pick<EnumValue, 'id'>>

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

export interface LocalBlock {
  readonly documentation: string
  readonly fields: readonly FieldDraft[]
  readonly values: readonly EnumValueDraft[]
  readonly properties: readonly Property[]
  readonly keys: readonly Key[]
  readonly databaseName: string | null
  readonly databaseSchema: string | null
  readonly isIgnored: boolean
}

export function readBlock(node: BlockNode): LocalBlock {
  const fields: FieldDraft[] = []
  const keys: Key[] = []
  for (const [index, member] of node.members.entries()) {
    if (member.kind === 'field') {
      fields.push(readField(node, member, index))
      for (const attribute of member.attributes) {
        const key = readFieldKey(attribute, member.name.text)
        if (key) keys.push(key)
      }
    } else if (member.kind === 'attribute') {
      const key = readBlockKey(member.attribute)
      if (key) keys.push(key)
    }
  }
  const attributes = blockAttributeNodes(node).map((member) => member.attribute)
  return {
    documentation: blockDocumentation(node),
    fields,
    values: enumValueNodes(node).map((value) => ({
      id: '',
      name: value.name.text,
      text: node.text.slice(value.from, value.to),
      databaseName: mappedName(value.attributes),
      documentation: memberDocumentation(node, node.members.indexOf(value)),
    })),
    properties: propertyNodes(node).map(({ name, value }) => ({
      name: name.text,
      value: value && toValue(value),
    })),
    keys,
    databaseName: mappedName(attributes),
    databaseSchema: stringArgument(findAttribute(attributes, 'schema')?.args ?? null, 'map', true),
    isIgnored: findAttribute(attributes, 'ignore') !== null,
  }
}

function readField(block: BlockNode, node: FieldNode, index: number): FieldDraft {
  const { attributes, type } = node
  const defaults = findAttribute(attributes, 'default')
  const defaultValue = defaults && argumentValue(defaults.args, 'value', true)
  const relation = findAttribute(attributes, 'relation')
  return {
    id: '',
    name: node.name.text,
    text: block.text.slice(node.from, node.to),
    typeName: type
      ? type.unsupported
        ? unescapeString(type.unsupported.raw)
        : type.name.text
      : '',
    typeKind: type?.unsupported ? 'unsupported' : 'unknown',
    arity: arityOf(type),
    isId: findAttribute(attributes, 'id') !== null,
    isUnique: findAttribute(attributes, 'unique') !== null,
    isUpdatedAt: findAttribute(attributes, 'updatedAt') !== null,
    isIgnored: findAttribute(attributes, 'ignore') !== null,
    default: defaultValue ? toValue(defaultValue) : null,
    databaseName: mappedName(attributes),
    nativeType: readNativeType(attributes),
    relation: relation && readRelation(relation.args),
    documentation: memberDocumentation(block, index),
  }
}

function arityOf(type: TypeNode | null): Arity {
  if (!type) return 'required'
  if (type.legacyList || type.suffix.startsWith('[]')) return 'list'
  return type.suffix === '?' ? 'optional' : 'required'
}

function readNativeType(attributes: readonly AttributeNode[]): NativeType | null {
  for (const { name, args } of attributes) {
    const dot = name.text.indexOf('.')
    if (dot < 0) continue
    return {
      prefix: name.text.slice(0, dot),
      name: name.text.slice(dot + 1),
      args: args ? args.items.map((item) => (item.value ? plainText(item.value) : '')) : [],
    }
  }
  return null
}

function readRelation(args: ArgumentList | null): RelationAttribute {
  return {
    name: stringArgument(args, 'name', true),
    fields: nameList(argumentValue(args, 'fields')),
    references: nameList(argumentValue(args, 'references')),
    onDelete: nameArgument(args, 'onDelete'),
    onUpdate: nameArgument(args, 'onUpdate'),
    map: stringArgument(args, 'map'),
  }
}

function nameList(value: Expression | null): readonly string[] | null {
  return value && listItems(value).flatMap((item) => mentionedName(item) ?? [])
}

function mappedName(attributes: readonly AttributeNode[]): string | null {
  return stringArgument(findAttribute(attributes, 'map')?.args ?? null, 'name', true)
}

/** `@id` and `@unique` on a field. */
function readFieldKey({ name, args }: AttributeNode, path: string): Key | null {
  if (name.text !== 'id' && name.text !== 'unique') return null
  return {
    kind: name.text,
    on: 'field',
    fields: [{ path, ...keyFieldArguments(args) }],
    name: null,
    map: stringArgument(args, 'map', true),
    type: null,
    clustered: booleanArgument(args, 'clustered'),
    where: whereArgument(args),
  }
}

function readBlockKey({ name, args }: AttributeNode): Key | null {
  const kind = name.text
  if (kind !== 'id' && kind !== 'unique' && kind !== 'index' && kind !== 'fulltext') return null
  return {
    kind,
    on: 'block',
    fields: listItems(argumentValue(args, 'fields', true)).flatMap(readKeyField),
    name: stringArgument(args, 'name'),
    map: stringArgument(args, 'map'),
    type: nameArgument(args, 'type'),
    clustered: booleanArgument(args, 'clustered'),
    where: whereArgument(args),
  }
}

function readKeyField(node: Expression): KeyField[] {
  const path = mentionedName(node)
  if (path === null) return []
  return [{ path, ...keyFieldArguments(node.kind === 'call' ? node.args : null) }]
}

function keyFieldArguments(args: ArgumentList | null): Omit<KeyField, 'path'> {
  const sort = nameArgument(args, 'sort')
  const length = argumentValue(args, 'length')
  const ops = argumentValue(args, 'ops')
  const raw = ops?.kind === 'call' ? ops.args.items[0]?.value : null
  return {
    sort: sort === 'Asc' || sort === 'Desc' ? sort : null,
    length: length?.kind === 'number' ? Number(length.text) : null,
    ops: raw ? plainText(raw) : ops && plainText(ops),
  }
}

function whereArgument(args: ArgumentList | null) {
  const where = argumentValue(args, 'where')
  return where && toValue(where)
}

function stringArgument(args: ArgumentList | null, name: string, isFirst = false): string | null {
  const value = argumentValue(args, name, isFirst)
  return value?.kind === 'string' ? unescapeString(value.raw) : null
}

function nameArgument(args: ArgumentList | null, name: string): string | null {
  const value = argumentValue(args, name)
  return value?.kind === 'path' ? value.text : null
}

function booleanArgument(args: ArgumentList | null, name: string): boolean | null {
  const text = nameArgument(args, name)
  return text === 'true' ? true : text === 'false' ? false : null
}

/** A literal without quotes, a name as it is. */
function plainText(node: Expression): string {
  if (node.kind === 'string') return unescapeString(node.raw)
  if (node.kind === 'number' || node.kind === 'path') return node.text
  return node.kind === 'call' ? node.name.text : ''
}

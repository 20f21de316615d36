/** Finds a block's keys in its text, and writes them anew. */

import { argumentValue } from '@/lib/psl/access'
import type { AttributeNode, BlockAttributeNode, FieldNode } from '@/lib/psl/syntax'
import type { Block, BlockId, Key, KeyField } from '@/lib/schema/graph'
import { quoteString, toValue, type Value, valueText } from '@/lib/schema/value'
import type { KeySpec } from './attribute-arguments'
import type { CommandContext } from './command'
import { findBlock } from './lookup'
import { parseField } from './names'

export interface KeyPlace {
  readonly block: Block
  readonly key: Key
  /** Index in `Block.keys`. */
  readonly index: number
  readonly attribute: AttributeNode
  /** The field whose attribute it is, or the line of the block. */
  readonly member: FieldNode | BlockAttributeNode
}

export function findKey(ctx: CommandContext, blockId: BlockId, index: number): KeyPlace | null {
  const block = findBlock(ctx, blockId)
  return (block && keyPlaces(block)[index]) ?? null
}

/** All keys of the block in the order of `Block.keys`, which is that of the text. */
export function keyPlaces(block: Block): KeyPlace[] {
  const places: KeyPlace[] = []
  const add = (attribute: AttributeNode, member: KeyPlace['member']) => {
    const index = places.length
    places.push({ block, key: block.keys[index] as Key, index, attribute, member })
  }
  for (const member of block.syntax.members) {
    if (member.kind === 'attribute') {
      if (ON_BLOCK.has(member.attribute.name.text)) add(member.attribute, member)
    } else if (member.kind === 'field') {
      for (const attribute of member.attributes) {
        if (ON_FIELD.has(attribute.name.text)) add(attribute, member)
      }
    }
  }
  return places
}

const ON_FIELD: ReadonlySet<string> = new Set(['id', 'unique'])
const ON_BLOCK: ReadonlySet<string> = new Set(['id', 'unique', 'index', 'fulltext'])

/** What a key that is there says, as one that is to be. */
export function keySpec(key: Key): KeySpec {
  const { kind, fields, name, map, type, clustered, where } = key
  return { kind, fields, name, map, type, clustered, where: where && valueText(where) }
}

/** `a(sort: Desc)`. */
export function keyFieldText(field: KeyField): string {
  const args = keyFieldArguments(field).map(({ name, text }) => `${name}: ${text}`)
  return args.length > 0 ? `${field.path}(${args.join(', ')})` : field.path
}

export interface WrittenArgument {
  readonly name: string
  readonly text: string
}

/** The arguments that speak of one field. */
export function keyFieldArguments({ sort, length, ops }: KeyField): WrittenArgument[] {
  return [
    ...written('length', length?.toString() ?? null),
    ...written('sort', sort),
    ...written('ops', ops && (isNamedOperatorClass(ops) ? ops : `raw(${quoteString(ops)})`)),
  ]
}

/** The arguments that speak of the whole key. */
export function keyArguments({ name, map, type, clustered, where }: KeySpec): WrittenArgument[] {
  return [
    ...written('name', name && quoteString(name)),
    ...written('map', map && quoteString(map)),
    ...written('type', type),
    ...written('clustered', clustered?.toString() ?? null),
    ...written('where', where?.trim() ?? null),
  ]
}

function written(name: string, text: string | null): WrittenArgument[] {
  return text === null || text === '' ? [] : [{ name, text }]
}

/** Those that Prisma has names for end in `Ops`; any other is written `raw("…")`. */
export function isNamedOperatorClass(ops: string): boolean {
  return /^[A-Z][A-Za-z0-9]*Ops$/.test(ops)
}

/** `@@index([a(sort: Desc), b], map: "x")`. */
export function blockKeyLine(spec: KeySpec): string {
  const list = `[${spec.fields.map(keyFieldText).join(', ')}]`
  const args = keyArguments(spec).map(({ name, text }) => `${name}: ${text}`)
  return `@@${spec.kind}(${[list, ...args].join(', ')})`
}

/** Whether the key can be an attribute of its one field. */
export function fitsOnField({ kind, fields, name, type }: KeySpec): boolean {
  const [field, ...others] = fields
  return (
    (kind === 'id' || kind === 'unique') &&
    field !== undefined &&
    others.length === 0 &&
    field.ops === null &&
    !field.path.includes('.') &&
    name === null &&
    type === null
  )
}

/** All arguments of a key on a field: `@unique(map: "x", sort: Desc)`. */
export function ownKeyArguments(spec: KeySpec): WrittenArgument[] {
  return [...keyFieldArguments(spec.fields[0] as KeyField), ...keyArguments(spec)]
}

export function fieldKeyAttribute(spec: KeySpec): string {
  const args = ownKeyArguments(spec).map(({ name, text }) => `${name}: ${text}`)
  return args.length > 0 ? `@${spec.kind}(${args.join(', ')})` : `@${spec.kind}`
}

/** The condition that the text is, `raw("…")` or `{ … }`; `null` when it is anything else. */
export function readWhere(text: string): Value | null {
  if (/[\n\r]/.test(text)) return null
  const attributes = parseField(`x Int @unique(where: ${text})`)?.attributes ?? []
  const [attribute, ...others] = attributes
  if (!attribute || others.length > 0 || attribute.args?.items.length !== 1) return null
  const where = argumentValue(attribute.args, 'where')
  if (!where || where.to - where.from !== text.trim().length) return null
  if (where.kind === 'object' && where.entries.length > 0) return toValue(where)
  if (where.kind !== 'call' || where.name.text !== 'raw') return null
  const [argument, ...rest] = where.args.items
  const isText = argument?.value?.kind === 'string' && argument.value.raw !== ''
  return isText && rest.length === 0 ? toValue(where) : null
}

/** Whether two conditions say the same, however they are spaced. */
export function isSameWhere(written: Value | null, text: string | null): boolean {
  if (written === null || text === null) return written === text
  const value = readWhere(text)
  return value !== null && valueText(value) === valueText(written)
}

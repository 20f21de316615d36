/** The arguments of keys: `@id(map: "x", sort: Desc)`, `@@id([a(sort: Desc), b], map: "x")`. */

import { argumentValue, listItems, mentionedName } from '@/lib/psl/access'
import type { AttributeNode, Expression } from '@/lib/psl/syntax'
import type { Block } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import type { CommandContext } from './command'
import { type FieldPlace, qualified } from './lookup'
import { makesNoKeysOf } from './providers'

/** One field of a key with its own arguments, as written: `sort: Desc`. */
export interface KeyEntry {
  readonly name: string
  readonly args: readonly string[]
}

/** The fields of a block's key. */
export function keyEntries(block: Block, attribute: AttributeNode): KeyEntry[] {
  return keyItems(attribute).map((item) => ({
    name: mentionedName(item) ?? '',
    args: item.kind === 'call' ? item.args.items.map(({ from, to }) => text(block, from, to)) : [],
  }))
}

/** The list of a block's key. */
export function keyItems(attribute: AttributeNode): readonly Expression[] {
  return listItems(argumentValue(attribute.args, 'fields', true))
}

const OF_FIELD: ReadonlySet<string> = new Set(['sort', 'length', 'ops'])

/** The arguments of a key on a field: those that speak of the field, and those of the key. */
export function fieldKeyArguments(
  block: Block,
  { args }: AttributeNode,
): { readonly ofField: string[]; readonly ofKey: string[] } {
  const ofField: string[] = []
  const ofKey: string[] = []
  for (const { name, from, to } of args?.items ?? []) {
    const written = text(block, from, to)
    if (name && OF_FIELD.has(name.text)) ofField.push(written)
    else ofKey.push(name ? written : `map: ${written}`)
  }
  return { ofField, ofKey }
}

/** The arguments of a block's key that a key on a field can have too. */
export function blockKeyArguments(block: Block, { args }: AttributeNode): string[] {
  return (args?.items ?? []).flatMap(({ name, from, to }) =>
    name && name.text !== 'fields' && name.text !== 'name' ? [text(block, from, to)] : [],
  )
}

/** `@@id([a(sort: Desc), b], map: "x")`, without the at signs. */
export function blockKeyText(
  kind: 'id' | 'unique',
  entries: readonly KeyEntry[],
  args: readonly string[],
): string {
  const items = entries.map(({ name, args }) =>
    args.length > 0 ? `${name}(${args.join(', ')})` : name,
  )
  return `@@${kind}(${[`[${items.join(', ')}]`, ...args].join(', ')})`
}

/** `@id(map: "x")`. */
export function fieldKeyText(kind: 'id' | 'unique', args: readonly string[]): string {
  return args.length > 0 ? `@${kind}(${args.join(', ')})` : `@${kind}`
}

/** What the database has against a field's being in a key. */
export function keyNotes({ graph }: CommandContext, { block, field }: FieldPlace): string[] {
  const isIndexed = block.keys.some(
    ({ kind, fields }) => kind === 'index' && fields.length === 1 && fields[0]?.path === field.name,
  )
  if (isIndexed && graph.provider === 'mongodb') {
    return [`MongoDB wants no other index on ${qualified(block, field)}, and there is one.`]
  }
  if (!makesNoKeysOf(graph, field.nativeType)) return []
  const type = field.nativeType?.name
  return [`${qualified(block, field)} is ${type}, of which ${providerTitle(graph)} makes no keys.`]
}

function text(block: Block, from: number, to: number): string {
  return block.syntax.text.slice(from, to)
}

/** What Prisma's engine has against a field as it is declared, as sentences for people. */

import { argumentValue, findAttribute } from '@/lib/psl/access'
import type { AttributeNode } from '@/lib/psl/syntax'
import type { Arity, Block, SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { toValue, valueText } from '@/lib/schema/value'
import { fitsType } from './defaults'
import { nativeTypeNotes } from './native-types'
import { makesNoKeysOf } from './providers'
import { typeNotes } from './type-notes'

export interface Declaration {
  readonly name: string
  /** Without arity. */
  readonly type: string
  readonly arity: Arity
  readonly attributes: readonly AttributeNode[]
}

export function declarationNotes(graph: SchemaGraph, block: Block, field: Declaration): string[] {
  return [
    ...typeNotes(graph, block, field.name, field.type, field.arity),
    ...attributeNotes(graph, block, field),
  ]
}

/** What is wrong with the attributes, whatever the type. */
export function attributeNotes(graph: SchemaGraph, block: Block, field: Declaration): string[] {
  return [
    ...defaultNotes(graph, block, field),
    ...updatedAtNotes(block, field),
    ...keyNotes(graph, block, field),
    ...nativeNotes(graph, block, field),
    ...unknownNotes(block, field),
  ]
}

function defaultNotes(
  graph: SchemaGraph,
  block: Block,
  { name, type, arity, attributes }: Declaration,
): string[] {
  const value = argumentValue(findAttribute(attributes, 'default')?.args ?? null, 'value', true)
  if (!value || fitsType(graph, toValue(value), type, arity)) return []
  return [`${valueText(toValue(value))} is no default that ${block.name}.${name} can have.`]
}

function updatedAtNotes(block: Block, { name, type, arity, attributes }: Declaration): string[] {
  if (!findAttribute(attributes, 'updatedAt')) return []
  const field = `${block.name}.${name}`
  if (block.kind === 'type') return [`Prisma keeps no times of changes in types, as in ${field}.`]
  return type === 'DateTime' && arity !== 'list'
    ? []
    : [`Prisma keeps the time of changes in a DateTime only, not in ${field}.`]
}

function keyNotes(
  graph: SchemaGraph,
  block: Block,
  { name, type, arity, attributes }: Declaration,
): string[] {
  const isId = findAttribute(attributes, 'id') !== null
  const unique = findAttribute(attributes, 'unique')
  if (!isId && !unique) return []
  const field = `${block.name}.${name}`
  const notes: string[] = []
  if (isId && arity !== 'required') notes.push(`${field} must be required to be the primary key.`)
  const hasOther = block.keys.some(
    ({ kind, fields }) => kind === 'id' && !(fields.length === 1 && fields[0]?.path === name),
  )
  if (isId && hasOther) notes.push(`${block.name} has another primary key.`)
  const isKeyable = type !== 'Json' || (graph.provider !== 'mysql' && graph.provider !== 'mongodb')
  if (unique && isId && graph.provider === 'mongodb') {
    notes.push('MongoDB wants a primary key not to be called unique as well.')
  }
  if (!isKeyable && graph.provider === 'mysql') notes.push('MySQL makes no keys of Json.')
  const native = nativeOf(attributes)
  const hasLength = unique !== null && argumentValue(unique.args, 'length') !== null
  if (native && !hasLength && makesNoKeysOf(graph, native)) {
    notes.push(`${field} is in a key, and ${providerTitle(graph)} makes none of ${native.name}.`)
  }
  return notes
}

function nativeNotes(
  graph: SchemaGraph,
  block: Block,
  { name, type, attributes }: Declaration,
): string[] {
  const native = nativeOf(attributes)
  if (!native) return []
  // A part of a schema, which the rest of it may complete.
  if (!graph.datasource) return []
  if (native.prefix !== graph.datasource.name) {
    return [`Native types are written with the name of the datasource, not ${native.prefix}.`]
  }
  return nativeTypeNotes({ graph, field: `${block.name}.${name}` }, type, native)
}

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'unique',
  'default',
  'map',
  'updatedAt',
  'relation',
  'ignore',
])

function unknownNotes(block: Block, { attributes }: Declaration): string[] {
  const isUnknown = (name: string) =>
    !name.includes('.') && (!KNOWN.has(name) || (block.kind === 'type' && name === 'ignore'))
  return attributes
    .filter(({ name }) => isUnknown(name.text))
    .map(({ name }) => `Prisma knows no attribute @${name.text} of such a field.`)
}

function nativeOf(attributes: readonly AttributeNode[]) {
  const attribute = attributes.find(({ name }) => name.text.includes('.'))
  if (!attribute) return null
  const [prefix = '', name = ''] = attribute.name.text.split('.')
  const args = (attribute.args?.items ?? []).flatMap(({ value }) =>
    value ? [valueText(toValue(value))] : [],
  )
  return { prefix, name, args }
}

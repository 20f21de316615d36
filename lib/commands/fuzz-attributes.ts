/** Random arguments for the commands on attributes of blocks, fields and values. */

import type { Block, Key } from '@/lib/schema/graph'
import type { KeySpec, PartArguments } from './attribute-arguments'
import { type ArgumentsOf, type Chooser, fieldOf } from './fuzz-chooser'
import { keySpec } from './key-places'

const TEXTS = [
  '',
  'One line.',
  'Two lines,\nthe second.',
  '  a\n\nb  ',
  '/// x',
  '/* x',
  '\n',
  'Ä😀',
]
const NAMES = ['users', 'Display "Name"', 'back\\slash', '', ' ', 'id', '_id', '$x', 'a.b', 'ü']
const SCHEMAS = ['public', 'auth', 'dbo', 'odd "name"', '']
const NATIVE_TYPES = [
  { name: 'VarChar', args: ['80'] },
  { name: 'VarChar', args: [] },
  { name: 'Decimal', args: ['10', '2'] },
  { name: 'Timestamptz', args: ['3'] },
  { name: 'ObjectId', args: [] },
  { name: 'Integer', args: [] },
  { name: 'a b', args: [] },
  { name: 'Text', args: [')'] },
]
const CONDITIONS = ['raw("id > 1")', '{ id: 1 }', '{ email: { not: null } }', 'raw(', '{}', 'x']

export const ATTRIBUTE_ARGUMENTS: ArgumentsOf<
  | 'setDocumentation'
  | 'setDatabaseName'
  | 'setDatabaseSchema'
  | 'setIgnored'
  | 'setUpdatedAt'
  | 'setNativeType'
  | 'addKey'
  | 'changeKey'
  | 'deleteKey'
> = {
  setDocumentation(choose) {
    const part = partOf(choose)
    return part && { ...part, text: choose.one(TEXTS) ?? '' }
  },
  setDatabaseName(choose) {
    const part = partOf(choose)
    return part && { ...part, name: choose.chance(3) ? null : (choose.one(NAMES) ?? null) }
  },
  setDatabaseSchema(choose) {
    const blocks = choose.some(choose.ctx.graph.blocks, 4)
    const schema = choose.chance(4) ? null : (choose.one(SCHEMAS) ?? null)
    return { blockIds: blocks.map(({ id }) => id), schema }
  },
  setIgnored(choose) {
    const part = partOf(choose)
    return part && { ...part, isIgnored: choose.chance(2) }
  },
  setUpdatedAt(choose) {
    const times = choose.ctx.graph.blocks.flatMap((block) =>
      block.fields
        .filter(({ typeName }) => typeName === 'DateTime')
        .map((field) => ({ blockId: block.id, fieldId: field.id })),
    )
    const place = choose.chance(4) ? fieldOf(choose) : choose.one(times)
    return place ? { ...place, isUpdatedAt: choose.chance(2) } : null
  },
  setNativeType(choose) {
    const place = fieldOf(choose)
    return place && { ...place, type: choose.chance(4) ? null : (choose.one(NATIVE_TYPES) ?? null) }
  },
  addKey(choose) {
    const block = choose.fieldBlock()
    return block ? { blockId: block.id, key: randomKey(choose, block) } : null
  },
  changeKey(choose) {
    const place = keyOf(choose)
    if (!place) return null
    const { block, key } = place
    const written = keySpec(block.keys[key] as Key)
    const to = choose.chance(3) ? randomKey(choose, block) : changedKey(choose, block, written)
    return { blockId: block.id, key, to }
  },
  deleteKey(choose) {
    const place = keyOf(choose)
    return place && { blockId: place.block.id, key: place.key }
  },
}

function partOf(choose: Chooser): PartArguments | null {
  const block = choose.one(choose.ctx.graph.blocks)
  if (!block) return null
  const member = choose.chance(3) ? null : choose.one([...block.fields, ...block.values])
  return { blockId: block.id, memberId: member?.id ?? null }
}

function keyOf(choose: Chooser): { block: Block; key: number } | null {
  const block = choose.one(choose.ctx.graph.blocks.filter(({ keys }) => keys.length > 0))
  return block
    ? { block, key: Math.max(0, block.keys.indexOf(choose.one(block.keys) as Key)) }
    : null
}

function randomKey(choose: Chooser, block: Block): KeySpec {
  const kinds = ['id', 'unique', 'index', 'index', 'fulltext'] as const
  return {
    kind: choose.one(kinds) ?? 'index',
    fields: choose.some(block.fields, 3).map(({ name }) => randomField(choose, name)),
    name: choose.chance(6) ? choose.name() : null,
    map: choose.chance(4) ? (choose.one(NAMES) ?? null) : null,
    type: choose.chance(6) ? (choose.one(['Hash', 'Gin', 'a b']) ?? null) : null,
    clustered: choose.chance(8) ? choose.chance(2) : null,
    where: choose.chance(6) ? (choose.one(CONDITIONS) ?? null) : null,
  }
}

function randomField(choose: Chooser, path: string): KeySpec['fields'][number] {
  return {
    path: choose.chance(20) ? `${path}.x` : path,
    sort: choose.chance(4) ? (choose.one(['Asc', 'Desc'] as const) ?? null) : null,
    length: choose.chance(8) ? (choose.one([10, -1]) ?? null) : null,
    ops: choose.chance(8) ? (choose.one(['JsonbPathOps', 'odd "class"']) ?? null) : null,
  }
}

/** What a person does to a key that is there: one thing at a time. */
function changedKey(choose: Chooser, block: Block, key: KeySpec): KeySpec {
  const other = choose.one(block.fields)
  const ways: KeySpec[] = [
    { ...key, map: choose.chance(2) ? null : 'renamed' },
    { ...key, kind: key.kind === 'unique' ? 'index' : 'unique' },
    { ...key, fields: [...key.fields].reverse() },
    { ...key, fields: key.fields.slice(1) },
    { ...key, fields: key.fields.map(({ path }) => randomField(choose, path)) },
    { ...key, where: choose.chance(2) ? null : 'raw("id > 2")' },
    ...(other ? [{ ...key, fields: [...key.fields, randomField(choose, other.name)] }] : []),
  ]
  return choose.one(ways) ?? key
}

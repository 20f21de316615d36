import { expect, test } from 'vitest'
import { keySpec } from '@/lib/commands/key-places'
import { contextOf } from '@/lib/commands/testing'
import { fieldKeyArguments, ownKeyIndex, withFieldArgument } from './field-key'

function keyOf(line: string, kind: 'id' | 'unique') {
  const block = contextOf(`model A {\n  x Int @id\n  ${line}\n}\n`).graph.blockByName.get('A')
  const field = block?.fields.at(-1)
  if (!block || !field) throw new Error(`No field in ${line}`)
  const key = block.keys[ownKeyIndex(block, field, kind) ?? -1]
  return { block, key }
}

test.each([
  ['y Int @unique', 'postgresql', ['map', 'sort']],
  ['y Int @unique', 'mysql', ['map', 'sort', 'length']],
  ['y Int @unique', 'sqlserver', ['map', 'sort', 'clustered']],
  ['y Int @unique(length: 3)', 'sqlite', ['map', 'sort', 'length']],
  ['y Int @id', 'mongodb', []],
  ['y Int @id', 'mysql', ['length']],
  ['y Int @id(map: "pk")', 'sqlite', ['map']],
  ['y Int @unique(where: { y: 1 })', 'postgresql', ['map', 'sort', 'where']],
])('%s has on %s: %j', (line, provider, names) => {
  const { block, key } = keyOf(line, line.includes('@id') ? 'id' : 'unique')
  expect(key && fieldKeyArguments(provider, 7, block, key)).toEqual(names)
})

test('a key of the block is not the field’s own', () => {
  expect(keyOf('y Int\n  @@unique([y])', 'unique').key).toBeUndefined()
})

test('changes one argument and keeps the others', () => {
  const { key } = keyOf('y Int @unique(map: "u", sort: Desc, clustered: false)', 'unique')
  const fields = [{ path: 'y', sort: 'Desc', length: null, ops: null }]
  const spec = { kind: 'unique', name: null, map: 'u', type: null, clustered: false, where: null }
  expect(key && keySpec(key)).toEqual({ ...spec, fields })
  expect(key && withFieldArgument(key, { sort: null })).toEqual({
    ...spec,
    fields: [{ path: 'y', sort: null, length: null, ops: null }],
  })
})

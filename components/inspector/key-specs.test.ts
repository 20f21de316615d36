import { describe, expect, it } from 'vitest'
import type { KeySpec } from '@/lib/commands/attribute-arguments'
import { keySpec } from '@/lib/commands/key-places'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { keyOptions } from '@/lib/schema/key-options'
import {
  emptySpec,
  fieldAt,
  fieldsText,
  findKey,
  keyCandidates,
  keyField,
  moveKeyField,
  withKind,
} from './key-specs'

function derive(text: string) {
  const graph = deriveGraph(new Map([['a.prisma', parse(text)]]))
  const block = graph.blocks.find(({ kind }) => kind === 'model')
  if (!block) throw new Error('no model')
  return { graph, block }
}

describe('keySpec and findKey', () => {
  const { block } = derive(
    'model A {\n  a Int @unique\n  b Int\n  @@index([a, b(sort: Desc)], map: "x")\n}\n',
  )

  it('reads a key and finds it again', () => {
    const spec = keySpec(block.keys[1] as (typeof block.keys)[number])
    expect(spec).toMatchObject({ kind: 'index', map: 'x', where: null })
    expect(fieldsText(spec.fields)).toBe('a, b desc')
    expect(findKey(block, 0, spec)).toBe(1)
    expect(findKey(block, 1, { ...spec, map: null })).toBe(-1)
  })
})

describe('withKind', () => {
  it('drops what a key of the other kind cannot have', () => {
    const index: KeySpec = {
      kind: 'index',
      fields: [{ path: 'a', sort: 'Desc', length: null, ops: 'ArrayOps' }],
      name: null,
      map: 'x',
      type: 'Gin',
      clustered: null,
      where: null,
    }
    expect(withKind(index, 'id', keyOptions('postgresql', 7, 'model', 'id'))).toEqual({
      ...emptySpec('id'),
      fields: [keyField('a')],
      map: 'x',
    })
  })
})

it('moveKeyField puts a field before another', () => {
  const check = (from: number, before: number) =>
    fieldsText(moveKeyField(['a', 'b', 'c'].map(keyField), from, before))
  expect(check(0, 2)).toBe('b, a, c')
  expect(check(0, 3)).toBe('b, c, a')
  expect(check(2, 0)).toBe('c, a, b')
})

describe('keyCandidates', () => {
  const { graph, block } = derive(`datasource db {
  provider = "mongodb"
}
model A {
  id      String  @id
  title   String?
  tags    String[]
  address Address
  b       B
}
model B {
  id String @id
}
type Address {
  city  String
  inner Address?
}
`)

  it('goes into composite types, but not round in circles', () => {
    const paths = (spec: KeySpec) => keyCandidates(graph, block, spec).map(({ path }) => path)
    expect(paths(emptySpec('index'))).toEqual(['id', 'title', 'tags', 'address.city'])
    expect(paths({ ...emptySpec('index'), fields: [keyField('id')] })).not.toContain('id')
    expect(paths(emptySpec('id'))).toEqual(['id'])
    expect(fieldAt(graph, block, 'address.city')?.typeName).toBe('String')
  })
})

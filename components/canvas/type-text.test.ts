import { expect, test } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { parseTypedType, typeOptions } from './type-text'

test.each([
  ['String', 'String', null],
  [' String? ', 'String', 'optional'],
  ['Post []', 'Post', 'list'],
  ['Unsupported("circle")?', 'Unsupported("circle")', 'optional'],
  ['?', '', 'optional'],
])('parses %j', (text, name, arity) => {
  expect(parseTypedType(text)).toEqual({ name, arity })
})

test.each([
  ['String? @unique', 'String', 'optional', '@unique'],
  ['Role = USER', 'Role', null, '= USER'],
  ['Unsupported("a@b") @map("c")', 'Unsupported("a@b")', null, '@map("c")'],
])('parses the attributes after %j', (text, name, arity, attributes) => {
  expect(parseTypedType(text)).toEqual({ name, arity, attributes })
})

test('only tables are offered relations', () => {
  const { graph } = createDocument([
    {
      path: 'schema.prisma',
      text: 'model User {\n  id Int @id\n}\nenum Role {\n  A\n}\ntype Address {\n  street String\n}\n',
    },
  ])
  const groups = (name: string) => {
    const block = graph.blockByName.get(name)
    const labels = block ? typeOptions(graph, block).filter(({ group }) => group !== 'Scalar') : []
    return labels.map(({ label, group }) => `${group}: ${label}`)
  }
  expect(groups('User')).toEqual(['Enum: Role', 'Composite type: Address', 'Relation: User'])
  expect(groups('Address')).toEqual(['Enum: Role', 'Composite type: Address'])
})

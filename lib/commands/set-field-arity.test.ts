import { describe, it } from 'vitest'
import type { Arity } from '@/lib/schema/graph'
import { check, checkRefusal, type Ids } from './testing'

const set =
  (path: string, arity: Arity) =>
  ({ block, field }: Ids) => ({
    blockId: block(path.split('.')[0] as string),
    fieldId: field(path),
    arity,
  })

const schema = (key: string, relation: string, actions = '', back = 'bs B[]') =>
  `model A {\n  id Int @id\n  ${back}\n}\nmodel B {\n  id Int @id\n  aId ${key}\n  a ${relation} @relation(fields: [aId], references: [id]${actions})\n}\n`

describe('setFieldArity', () => {
  it('changes the suffix alone', () => {
    check(
      'setFieldArity',
      'model A {\n  id   Int    @id\n  name String @map("n")\n  x    Foo ? // c\n}\n',
      set('A.name', 'optional'),
      'model A {\n  id   Int    @id\n  name String? @map("n")\n  x    Foo ? // c\n}\n',
    )
    check(
      'setFieldArity',
      'model A {\n  x Foo ? // c\n}\n',
      set('A.x', 'required'),
      'model A {\n  x Foo // c\n}\n',
    )
  })

  it('drops a default that is not of the arity', () => {
    check(
      'setFieldArity',
      'model A {\n  x Int @default(1)\n}\n',
      set('A.x', 'list'),
      'model A {\n  x Int[]\n}\n',
      [
        'A schema without a datasource cannot store a list such as A.x.',
        'Removed @default(1) from A.x.',
      ],
    )
  })

  it('makes a relation optional with its key, from either side', () => {
    check('setFieldArity', schema('Int', 'A'), set('B.aId', 'optional'), schema('Int?', 'A?'), [
      'B.a is optional now too.',
    ])
    check('setFieldArity', schema('Int', 'A'), set('B.a', 'optional'), schema('Int?', 'A?'), [
      'B.aId is optional now too.',
    ])
  })

  it('makes it required again, without setting it to null', () => {
    const before = schema('Int?', 'A?', ', onDelete: SetNull')
    check('setFieldArity', before, set('B.a', 'required'), schema('Int', 'A'), [
      'B.aId is required now too.',
      'Removed onDelete: SetNull from B.a.',
    ])
  })

  it('leaves keys of other relations and of the model itself alone', () => {
    const before =
      'model A {\n  x Int\n  y Int\n  bs B[]\n  @@id([x, y])\n}\nmodel B {\n  x Int\n  y Int\n  a A @relation(fields: [x, y], references: [x, y])\n  @@id([x])\n}\n'
    check(
      'setFieldArity',
      before,
      set('B.a', 'optional'),
      before.replace('  y Int\n  a A ', '  y Int?\n  a A? '),
      ['B.y is optional now too.'],
    )
  })

  it('turns the other side of a relation', () => {
    check(
      'setFieldArity',
      schema('Int', 'A'),
      set('A.bs', 'optional'),
      schema('Int @unique', 'A', '', 'bs B?'),
      ['B.aId must be unique now, for the relation is one-to-one.'],
    )
    check(
      'setFieldArity',
      schema('Int @unique', 'A', '', 'bs B?'),
      set('A.bs', 'list'),
      schema('Int @unique', 'A'),
    )
  })

  it('makes a key of several fields unique by a constraint', () => {
    check(
      'setFieldArity',
      'model A {\n  x Int\n  y Int\n  bs B[]\n  @@id([x, y])\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a A @relation(fields: [x, y], references: [x, y])\n}\n',
      set('A.bs', 'optional'),
      'model A {\n  x Int\n  y Int\n  bs B?\n  @@id([x, y])\n}\nmodel B {\n  id Int @id\n  x Int\n  y Int\n  a A @relation(fields: [x, y], references: [x, y])\n\n  @@unique([x, y])\n}\n',
      ['B.x and B.y must be unique now, for the relation is one-to-one.'],
    )
  })

  it('says when no key is left', () => {
    check(
      'setFieldArity',
      'model A {\n  x Int @unique\n}\n',
      set('A.x', 'optional'),
      'model A {\n  x Int? @unique\n}\n',
      ['A has no primary key now, and no required unique field.'],
    )
  })

  it.each([
    ['a primary key', 'model A {\n  id Int @id\n}\n', 'A.id', 'optional'],
    ['a part of one', 'model A {\n  a Int\n  b Int\n  @@id([a, b])\n}\n', 'A.b', 'list'],
    ['the owner of a relation', schema('Int', 'A'), 'B.a', 'list'],
    ['a foreign key', schema('Int', 'A'), 'B.aId', 'list'],
    ['what is so already', schema('Int', 'A'), 'B.a', 'required'],
    ['the other side', schema('Int @unique', 'A', '', 'bs B?'), 'A.bs', 'required'],
    [
      'many-to-many',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n',
      'A.bs',
      'optional',
    ],
  ] as const)('refuses %s', (_, before, path, arity) => {
    checkRefusal('setFieldArity', before, set(path, arity))
  })
})

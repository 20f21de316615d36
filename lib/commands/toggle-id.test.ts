import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const toggle =
  (path: string) =>
  ({ block, field }: Ids) => ({ blockId: block('A'), fieldId: field(`A.${path}`) })

describe('toggleId', () => {
  it('adds and removes the attribute', () => {
    const off = 'model A {\n  x Int @default(1) // c\n}\n'
    const on = 'model A {\n  x Int @id @default(1) // c\n}\n'
    check('toggleId', off, toggle('x'), on)
    check('toggleId', on, toggle('x'), off, ['A has no primary key now.'])
  })

  it('makes a key of two fields, and one of one again', () => {
    const one = 'model A {\n  x Int @id(map: "pk", sort: Desc)\n  y Int\n}\n'
    const two = 'model A {\n  x Int\n  y Int\n\n  @@id([x(sort: Desc), y], map: "pk")\n}\n'
    check('toggleId', one, toggle('y'), two, ['The primary key of A is now x and y together.'])
    check('toggleId', two, toggle('y'), one)
  })

  it('adds to and takes out of a key of several', () => {
    const two = 'model A {\n  x Int\n  y Int\n  z Int\n\n  @@id(fields: [x, y], name: "k")\n}\n'
    const three = two.replace('[x, y]', '[x, y, z]')
    check('toggleId', two, toggle('z'), three, ['The primary key of A is now x and y and z.'])
    check('toggleId', three, toggle('z'), two)
  })

  it('keeps unique what foreign keys refer to', () => {
    const rest =
      '\nmodel B {\n  id Int @id\n  aX Int\n  a A @relation(fields: [aX], references: [x])\n}\n'
    check(
      'toggleId',
      `model A {\n  x Int @id\n  y Int\n  bs B[]\n}${rest}`,
      toggle('y'),
      `model A {\n  x Int @unique\n  y Int\n  bs B[]\n\n  @@id([x, y])\n}${rest}`,
      [
        'A.x stays unique, for a relation refers to it.',
        'The primary key of A is now x and y together.',
      ],
    )
    const refers =
      '\nmodel B {\n  x Int @id\n  y Int\n  a A @relation(fields: [x, y], references: [x, y])\n}\n'
    check(
      'toggleId',
      `model A {\n  x Int\n  y Int\n  bs B[]\n  @@id([x, y])\n}${refers}`,
      toggle('y'),
      `model A {\n  x Int @id\n  y Int\n  bs B[]\n  @@unique([x, y])\n}${refers}`,
      ['A.x and A.y stay unique, for a relation refers to it.'],
    )
  })

  it('removes numbering that needs a key of one field', () => {
    const datasource = 'datasource db {\n  provider = "sqlite"\n}\n'
    check(
      'toggleId',
      `${datasource}model A {\n  x Int @id @default(autoincrement())\n  y Int\n}\n`,
      toggle('y'),
      `${datasource}model A {\n  x Int\n  y Int\n\n  @@id([x, y])\n}\n`,
      [
        'Removed @default(autoincrement()) from A.x.',
        'The primary key of A is now x and y together.',
      ],
    )
  })

  it.each([
    ['an optional field', 'model A {\n  x Int?\n}\n'],
    ['a list', 'model A {\n  x Int[]\n}\n'],
    ['a relation', 'model A {\n  x A?\n}\n'],
    ['a view', 'view A {\n  x Int\n}\n'],
    [
      'two keys in MongoDB',
      'datasource db {\n  provider = "mongodb"\n}\nmodel A {\n  id Int @id\n  x Int\n}\n',
    ],
    ['a block on one line', 'model A { x Int }\n'],
  ])('refuses %s', (_, before) => {
    checkRefusal('toggleId', before, toggle('x'))
  })
})

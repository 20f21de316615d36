import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

const ALIGNED = `
  model User {
    id    Int    @id
    email String @unique

    @@map("users")
  }
  `

describe('addField', () => {
  it('follows the columns, above the attributes of the block', () => {
    check(
      'addField',
      ALIGNED,
      ({ block }) => ({
        blockId: block('User'),
        name: 'n',
        type: 'Int',
        attributes: '@default(1)',
      }),
      `
      model User {
        id    Int    @id
        email String @unique
        n     Int    @default(1)

        @@map("users")
      }
      `,
    )
  })

  it('stands out alone where it does not fit', () => {
    check(
      'addField',
      ALIGNED,
      ({ block, field }) => ({
        blockId: block('User'),
        name: 'createdAt',
        type: 'DateTime',
        arity: 'optional',
        attributes: ' @default(now())',
        after: field('User.id'),
      }),
      `
      model User {
        id    Int    @id
        createdAt DateTime? @default(now())
        email String @unique

        @@map("users")
      }
      `,
    )
  })

  it('goes to the top', () => {
    check(
      'addField',
      'model A { // note\n\t/// The key.\n\tid Int @id\n}',
      ({ block }) => ({ blockId: block('A'), name: 'x', type: 'Int', after: null }),
      'model A { // note\n\tx  Int\n\t/// The key.\n\tid Int @id\n}',
    )
  })

  it('fills an empty block', () => {
    const args = ({ block }: { block: (name: string) => string }) => ({
      blockId: block('A'),
      name: 'id',
      type: 'Int',
    })
    check('addField', 'model A {\n}\n', args, 'model A {\n  id Int\n}\n')
    check('addField', 'model A { }\n', args, 'model A {\n  id Int\n}\n')
    check('addField', 'model A {\n  // soon\n}\n', args, 'model A {\n  // soon\n  id Int\n}\n')
  })

  it('breaks the line of a closing brace', () => {
    check(
      'addField',
      'model A {\n  id Int @id }\n',
      ({ block }) => ({ blockId: block('A'), name: 'x', type: 'Int', arity: 'optional' }),
      'model A {\n  id Int @id \n  x  Int?\n}\n',
    )
  })

  it('says what is wrong with the type', () => {
    const before = 'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  id Int @id\n}\n'
    check(
      'addField',
      before,
      ({ block }) => ({ blockId: block('A'), name: 'xs', type: 'Int', arity: 'list' }),
      before.replace('@id\n', '@id\n  xs Int[]\n'),
      ['SQLite cannot store a list such as A.xs.'],
    )
    check(
      'addField',
      before,
      ({ block }) => ({ blockId: block('A'), name: 'x', type: 'Foo' }),
      before.replace('@id\n', '@id\n  x  Foo\n'),
      ['Nothing called Foo is declared yet.'],
    )
  })

  it.each([
    { name: 'id', type: 'Int' },
    { name: 'x', type: 'Int @id' },
    { name: 'x', type: 'Int', attributes: 'id' },
    { name: 'x', type: 'Int', attributes: '@id }' },
    { name: '_x', type: 'Int' },
  ])('refuses $name $type $attributes', (field) => {
    checkRefusal('addField', ALIGNED, ({ block }) => ({ blockId: block('User'), ...field }))
  })

  it.each(['model A { id Int @id }', 'model A {\n  id Int', 'enum A {\n  X\n}'])(
    'refuses %j',
    (before) => {
      checkRefusal('addField', before, ({ block }) => ({
        blockId: block('A'),
        name: 'x',
        type: 'Int',
      }))
    },
  )
})

import { describe, expect, it } from 'vitest'
import { checkBlockName } from './names'
import { check, checkRefusal, contextOf } from './testing'

describe('renameBlock', () => {
  it('renames every type that refers to it, in all files', () => {
    check(
      'renameBlock',
      {
        'user.prisma':
          '/// User\nmodel User { // User\n  id Int @id\n  posts Post[]\n  boss User? @relation("b", fields: [x], references: [id])\n  x Int?\n  team User[] @relation("b")\n}\n',
        'post.prisma':
          'model Post {\n  author User?@relation(fields: [a], references: [id])\n  a Int?\n  raw Unsupported("User")\n}\n',
      },
      ({ block }) => ({ blockId: block('User'), name: 'Person' }),
      {
        'user.prisma':
          '/// User\nmodel Person { // User\n  id Int @id\n  posts Post[]\n  boss Person? @relation("b", fields: [x], references: [id])\n  x Int?\n  team Person[] @relation("b")\n}\n',
        'post.prisma':
          'model Post {\n  author Person?@relation(fields: [a], references: [id])\n  a Int?\n  raw Unsupported("User")\n}\n',
      },
    )
  })

  it('keeps attributes in their column where they fit', () => {
    check(
      'renameBlock',
      `
      enum Role {
        ADMIN
      }

      model User {
        id    Int     @id
        name  String? @unique
        role  Role    @default(ADMIN)
        other Role[]
      }
      `,
      ({ block }) => ({ blockId: block('Role'), name: 'Level' }),
      `
      enum Level {
        ADMIN
      }

      model User {
        id    Int     @id
        name  String? @unique
        role  Level   @default(ADMIN)
        other Level[]
      }
      `,
    )
  })

  it('takes native types along when a datasource is renamed', () => {
    check(
      'renameBlock',
      'datasource db {\n  provider = "mysql"\n}\nmodel A {\n  id Int @id @db.Int\n}\n',
      ({ block }) => ({ blockId: block('db'), name: 'main' }),
      'datasource main {\n  provider = "mysql"\n}\nmodel A {\n  id Int @id @main.Int\n}\n',
    )
  })

  it('of two blocks with one name, takes what refers to it along with the first', () => {
    const before = 'enum A {\n  X\n}\nenum A {\n  Y\n}\nmodel M {\n  a A\n}\n'
    const ctx = contextOf(before)
    const second = ctx.graph.blocks[1]?.id as string
    check(
      'renameBlock',
      before,
      () => ({ blockId: second, name: 'B' }),
      'enum A {\n  X\n}\nenum B {\n  Y\n}\nmodel M {\n  a A\n}\n',
    )
  })

  it('gives a name to a block without one', () => {
    check(
      'renameBlock',
      'model {\n  id Int @id\n}\n',
      ({ block }) => ({ blockId: block(''), name: 'A' }),
      'model A {\n  id Int @id\n}\n',
    )
  })

  it.each(['A', 'B', 'x y', '', 'Int', 'enum', 'b_table'])('refuses the name %j', (name) => {
    checkRefusal(
      'renameBlock',
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  @@map("b_table")\n}\n',
      ({ block }) => ({ blockId: block('A'), name }),
    )
  })
})

describe('checkBlockName', () => {
  const ctx = contextOf('model A {\n  id Int @id\n}\n')

  it.each([
    ['', 'A name is needed.'],
    ['_a', 'A name must start with a letter.'],
    ['a-b', 'A name consists of letters, digits and underscores.'],
    ['async', 'async is a word that Prisma keeps for itself.'],
    ['A', 'There is already a model called A.'],
    ['Größe', null],
    ['日本', null],
  ])('says of %j: %s', (name, problem) => {
    expect(checkBlockName(ctx, null, name)).toBe(problem)
  })
})

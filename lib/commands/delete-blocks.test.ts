import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

describe('deleteBlocks', () => {
  it('removes comments and one blank line, and relation fields elsewhere', () => {
    check(
      'deleteBlocks',
      `
      model Post {
        id       Int  @id
        authorId Int
        // Who wrote it.
        author   User @relation(fields: [authorId], references: [id])

        @@index([authorId])
      }

      // Everyone.
      /// A person.
      model User { // here
        id    Int    @id
        posts Post[]
      } // end

      enum Role {
        ADMIN
      }
      `,
      ({ block }) => ({ blockIds: [block('User')] }),
      `
      model Post {
        id       Int  @id
        authorId Int

        @@index([authorId])
      }

      enum Role {
        ADMIN
      }
      `,
      ['Also removed the relation field Post.author.'],
    )
  })

  it.each([
    ['first', 'A', 'enum B {\n  X\n}\n\nenum C {\n  X\n}\n'],
    ['middle', 'B', 'enum A {\n  X\n}\n\nenum C {\n  X\n}\n'],
    ['last', 'C', 'enum A {\n  X\n}\n\nenum B {\n  X\n}\n'],
  ])('leaves no blank lines behind at the %s', (_, name, after) => {
    check(
      'deleteBlocks',
      'enum A {\n  X\n}\n\nenum B {\n  X\n}\n\nenum C {\n  X\n}\n',
      ({ block }) => ({ blockIds: [block(name)] }),
      after,
    )
  })

  it('keeps free comments', () => {
    check(
      'deleteBlocks',
      '// Title\n\nenum A {\n  X\n}\n\n// Section\n\nenum B {\n  X\n}\n',
      ({ block }) => ({ blockIds: [block('A'), block('B')] }),
      '// Title\n\n// Section\n',
    )
  })

  it('removes several with the relations between them', () => {
    check(
      'deleteBlocks',
      'model A {\n  id Int @id\n  b B[]\n}\n\nmodel B {\n  a A @relation(fields: [x], references: [id])\n  x Int @id\n}\n\nenum C {\n  X\n}\n',
      ({ block }) => ({ blockIds: [block('B'), block('A')] }),
      'enum C {\n  X\n}\n',
    )
  })

  it('names the fields that still have the type of an enum', () => {
    check(
      'deleteBlocks',
      'enum Role {\n  ADMIN\n}\n\nmodel A {\n  id Int @id\n  role Role @default(ADMIN)\n}\n',
      ({ block }) => ({ blockIds: [block('Role')] }),
      'model A {\n  id Int @id\n  role Role @default(ADMIN)\n}\n',
      ['1 field still has the type Role: A.role.'],
    )
  })

  it('leaves what refers to another block of that name', () => {
    check(
      'deleteBlocks',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel A {\n  id Int @id\n}\nmodel B {\n  a A\n}\n',
      ({ block }) => ({ blockIds: [block('A')] }),
      'model A {\n  id Int @id\n}\nmodel B {\n  a A\n}\n',
    )
  })

  it('refuses what is not there', () => {
    checkRefusal('deleteBlocks', 'enum A {\n  X\n}\n', ({ block }) => ({
      blockIds: [block('A'), '?'],
    }))
    checkRefusal('deleteBlocks', '', () => ({ blockIds: [] }))
  })
})

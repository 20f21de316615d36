/** The rules on keys and indexes. */

import { describe, expect, it } from 'vitest'
import { findErrors } from '@/bin/corpus/engine'
import { dedent } from '@/lib/commands/testing'
import { foreignKeyWithoutIndex } from './rules/foreign-key-without-index'
import { missingUnique } from './rules/missing-unique'
import { redundantIndex } from './rules/redundant-index'
import { checkFix, checkFound, findingsOf } from './testing'

/** A post that belongs to a user, on a database, with more in the model. */
function blog(provider: string, more = '', settings = ''): string {
  return `datasource db {
  provider = "${provider}"${settings}
}

model User {
  id    Int    @id
  posts Post[]
}

model Post {
  id       Int  @id
  author   User @relation(fields: [authorId], references: [id])
  authorId Int
  at       Int${more}
}
`
}

describe('a foreign key without an index', () => {
  it('is found, and gets one', () => {
    const text = blog('postgresql')
    expect(findErrors(7, [{ path: 'schema.prisma', text }])).toEqual([])
    checkFix(foreignKeyWithoutIndex, text, blog('postgresql', '\n\n  @@index([authorId])'))
  })

  it.each([
    '@@index([authorId])',
    '@@index([authorId, at])',
    '@@unique([authorId, at])',
    '@@index([authorId], type: Hash)',
  ])('is served by %s', (key) => {
    checkFound(foreignKeyWithoutIndex, blog('postgresql', `\n\n  ${key}`), [])
  })

  it.each(['@@index([at, authorId])', '@@index([authorId], type: Brin)', '@@fulltext([authorId])'])(
    'is not served by %s',
    (key) => {
      checkFound(foreignKeyWithoutIndex, blog('postgresql', `\n\n  ${key}`), ['Post.author'])
    },
  )

  it('is served by the primary key that begins with it', () => {
    checkFound(
      foreignKeyWithoutIndex,
      `
      model A {
        id Int @id
        bs B[]
      }

      model B {
        a   A   @relation(fields: [aId], references: [id])
        aId Int
        at  Int

        @@id([aId, at])
      }
      `,
      [],
    )
  })

  it('is no matter where the database makes an index of its own', () => {
    checkFound(foreignKeyWithoutIndex, blog('mysql'), [])
    const settings = '\n  relationMode = "prisma"'
    checkFound(foreignKeyWithoutIndex, blog('mysql', '', settings), ['Post.author'])
  })

  it('may be of several fields, in any order of an index', () => {
    const schema = (key: string) => `
      model A {
        x Int
        y Int
        bs B[]
        @@id([x, y])
      }

      model B {
        id Int @id
        a  A   @relation(fields: [ax, ay], references: [x, y])
        ax Int
        ay Int

        @@index([${key}])
      }
      `
    checkFound(foreignKeyWithoutIndex, schema('ay, ax'), [])
    checkFound(foreignKeyWithoutIndex, schema('ax'), ['B.a'])
  })
})

describe('a redundant index', () => {
  it('is a beginning of another one, and goes', () => {
    checkFix(
      redundantIndex,
      `
      model A {
        id Int @id
        x  Int
        y  Int

        @@index([x])
        @@index([x, y])
      }
      `,
      `
      model A {
        id Int @id
        x  Int
        y  Int

        @@index([x, y])
      }
      `,
    )
  })

  it.each([
    ['@@unique([x, y])', '@@index([x])', ['@@index([x])']],
    ['@@unique([x, y])', '@@index([x, y])', ['@@index([x, y])']],
    ['@@index([x])', '@@index([x])', ['@@index([x])']],
    ['@@index([x])', '@@unique([x])', ['@@index([x])']],
    ['@@index([y, x])', '@@index([x])', []],
    ['@@index([x, y])', '@@unique([x])', []],
    ['@@index([x(sort: Desc)])', '@@index([x, y])', []],
    ['@@index([x], type: Hash)', '@@index([x, y])', []],
    ['@@index([x], where: raw("y > 1"))', '@@index([x, y])', []],
    ['@@fulltext([x])', '@@index([x, y])', []],
    ['@@index([id])', '@@index([y])', ['@@index([id])']],
  ])('of %s and %s', (first, second, found) => {
    const model = `
      model A {
        id Int @id
        x  Int
        y  Int

        ${first}
        ${second}
      }
      `
    checkFound(redundantIndex, model, found)
  })

  it('is said once of two that are the same', () => {
    const model = 'model A {\n  id Int @id\n\n  @@index([id])\n  @@index([id])\n}\n'
    expect(findingsOf(redundantIndex, model)).toHaveLength(2)
  })
})

describe('a natural key that may occur twice', () => {
  it('is found, and gets @unique', () => {
    checkFix(
      missingUnique,
      `
      model User {
        id    Int    @id
        email String
      }
      `,
      `
      model User {
        id    Int    @id
        email String @unique
      }
      `,
    )
  })

  it('is not found where it is in some unique key, a list or no text', () => {
    checkFound(
      missingUnique,
      `
      model User {
        id       Int      @id
        tenant   Int
        slug     String
        emails   String[]
        email    Json
        handle   String   @ignore
        username String?

        @@unique([tenant, slug])
      }
      `,
      ['User.username'],
    )
  })

  it('is not found where the database makes no key of the type', () => {
    const schema = dedent(`
      datasource db {
        provider = "mysql"
      }

      model Post {
        id   Int    @id
        slug String @db.Text
      }
      `)
    checkFound(missingUnique, schema, [])
  })
})

import { describe, expect, it } from 'vitest'
import type { NewRelationKind } from './arguments'
import { checkRelationKind } from './set-relation-kind'
import { check, checkRefusal, contextOf, dedent, type Ids, idsOf } from './testing'

const BEFORE = `
  model User {
    id    Int    @id
    posts Post[] // all
  }

  model Post {
    id       Int  @id
    /// Who wrote it.
    author   User @relation( fields: [ authorId ], references:[id], onDelete:Cascade ) // w
    authorId Int  @db.Integer
  }
  `

const LISTS = `
  model User {
    id    Int    @id
    posts Post[] // all
  }

  model Post {
    id     Int    @id
    /// Who wrote it.
    users  User[] @relation( )
  }
  `

const to =
  (kind: NewRelationKind, field = 'Post.author', owner?: 'from' | 'to') =>
  (ids: Ids) => ({ relationId: ids.relation(field), kind, ...(owner ? { owner } : {}) })

function problem(before: string, args: (ids: Ids) => ReturnType<ReturnType<typeof to>>) {
  const ctx = contextOf(dedent(before))
  return checkRelationKind(ctx, args(idsOf(ctx)))
}

describe('setRelationKind', () => {
  it('makes one-to-one of one-to-many, and back', () => {
    const one = BEFORE.replace('posts Post[]', 'post  Post?').replace(
      'authorId Int  @db',
      'authorId Int  @unique @db',
    )
    check('setRelationKind', BEFORE, to('one-to-one'), one, ['Each User has at most one Post now.'])
    check('setRelationKind', one, to('one-to-many'), BEFORE)
  })

  it('keeps a key of several fields together', () => {
    const many =
      'model A {\n  x Int\n  y Int\n  cats B[]\n  @@id([x, y])\n}\nmodel B {\n  id Int @id\n  ax Int\n  ay Int\n  a A @relation(fields: [ax, ay], references: [x, y])\n}\n'
    const one = many.replace('cats B[]', 'cat B?').replace(/\}\n$/, '\n  @@unique([ax, ay])\n}\n')
    check('setRelationKind', many, to('one-to-one', 'B.a'), one, ['Each A has at most one B now.'])
    check('setRelationKind', one, to('one-to-many', 'B.a'), many)
  })

  it('makes lists of both sides, and says what data goes', () => {
    check(
      'setRelationKind',
      BEFORE,
      to('many-to-many'),
      `
      model User {
        id    Int    @id
        posts Post[] // all
      }

      model Post {
        id       Int  @id
        /// Who wrote it.
        authors  User[] // w
      }
      `,
      ['Post.authorId goes, and the data in it.'],
    )
  })

  it('keeps a key field that something else needs', () => {
    const indexed = BEFORE.replace('@db.Integer\n', '@db.Integer\n\n    @@index([authorId, id])\n')
    check(
      'setRelationKind',
      indexed,
      to('many-to-many'),
      `
      model User {
        id    Int    @id
        posts Post[] // all
      }

      model Post {
        id       Int  @id
        /// Who wrote it.
        authors  User[] // w
        authorId Int  @db.Integer

        @@index([authorId, id])
      }
      `,
      ['The field is kept: Post.authorId.'],
    )
  })

  it('joins by a model, under the names that are there', () => {
    check(
      'setRelationKind',
      LISTS,
      to('many-to-many-explicit', 'Post.users'),
      `
      model User {
        id    Int    @id
        posts PostUser[] // all
      }

      model Post {
        id     Int    @id
        /// Who wrote it.
        users  PostUser[] @relation( )
      }

      model PostUser {
        post   Post @relation(fields: [postId], references: [id])
        postId Int
        user   User @relation(fields: [userId], references: [id])
        userId Int

        @@id([postId, userId])
      }
      `,
      ['Which rows are related is not carried over to PostUser.'],
    )
  })

  it('gives the key to the end that was asked for', () => {
    check(
      'setRelationKind',
      LISTS,
      to('one-to-many', 'Post.users'),
      `
      model User {
        id    Int    @id
        posts Post[] // all
      }

      model Post {
        id     Int    @id
        /// Who wrote it.
        user   User?  @relation(fields: [userId], references: [id] )
        userId Int?
      }
      `,
      ['Which rows are related is not carried over.'],
    )
    check(
      'setRelationKind',
      LISTS.replace(' @relation( )', ''),
      to('one-to-one', 'Post.users', 'to'),
      `
      model User {
        id    Int    @id
        post  Post?  @relation(fields: [postId], references: [id]) // all
        postId Int?  @unique
      }

      model Post {
        id     Int    @id
        /// Who wrote it.
        user   User?
      }
      `,
      ['Which rows are related is not carried over.'],
    )
  })

  it('names the two halves of a join of a model with itself', () => {
    check(
      'setRelationKind',
      'model A {\n  id Int @id\n  to A[] @relation(name: "Way")\n  from A[] @relation("Way")\n}\n',
      to('many-to-many-explicit', 'A.to'),
      'model A {\n  id Int @id\n  to ALink[] @relation(name: "ALinkOtherA")\n  from ALink[] @relation("ALinkA")\n}\n\nmodel ALink {\n  a        A   @relation("ALinkA", fields: [aId], references: [id])\n  aId      Int\n  otherA   A   @relation("ALinkOtherA", fields: [otherAId], references: [id])\n  otherAId Int\n\n  @@id([aId, otherAId])\n}\n',
      ['Which rows are related is not carried over to ALink.'],
    )
  })

  it('indexes a key that is no longer unique where the database has no foreign keys', () => {
    const head = 'datasource db {\n  provider = "mysql"\n  relationMode = "prisma"\n}\n'
    const one = `${head}model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n}\n`
    check(
      'setRelationKind',
      one,
      to('one-to-many', 'B.a'),
      `${head}model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n\n  @@index([aId])\n}\n`,
    )
  })

  it.each([
    [BEFORE, to('one-to-many'), 'The relation is one-to-many already.'],
    [
      'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  a A @relation(fields: [id], references: [id])\n}\n',
      to('one-to-many', 'B.a'),
      'id is the primary key of B, so each occurs once.',
    ],
    [
      'model A {\n  id Int @id\n  b B?\n}\nmodel B {\n  id Int @id\n  aId Int @unique\n  a A @relation(fields: [aId], references: [id])\n  cs C[]\n}\nmodel C {\n  id Int @id\n  bId Int\n  b B @relation(fields: [bId], references: [aId])\n}\n',
      to('one-to-many', 'B.a'),
      'C.b refers to aId, which must be unique for that.',
    ],
    [
      'model A {\n  x Int @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aX Int\n  a A @relation(fields: [aX], references: [x])\n}\n',
      to('many-to-many', 'B.a'),
      'A has no primary key of one field; join the two by a model.',
    ],
    [
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      to('one-to-one', 'B.a'),
      'A has no field for the relation B.a yet.',
    ],
  ])('refuses what cannot be, and says why', (before, args, reason) => {
    checkRefusal('setRelationKind', before, args)
    expect(problem(before, args)).toBe(reason)
  })
})

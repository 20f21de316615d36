import { describe, expect, it } from 'vitest'
import { checkReconnection } from './reconnect-relation'
import type { ReconnectRelationArguments } from './relation-arguments'
import { check, checkRefusal, contextOf, dedent, type Ids, idsOf } from './testing'

const BEFORE = `
  model User {
    id    Int    @id
    posts Post[] // all
  }

  model Seat {
    row  Int
    hall String @db.Uuid

    @@id([row, hall])
  }

  model Tag {
    key   String @id @db.Uuid
    label String @unique
    count Int?
    posts String
  }

  model Post {
    id       Int  @id
    /// Who wrote it.
    author   User @relation( fields: [ authorId ], references:[id], onDelete:Cascade ) // w
    authorId Int // key
    rating   Int?

    @@index([authorId])
  }
  `

const reconnect =
  (end: 'from' | 'to', block: string, field?: string, relation = 'Post.author') =>
  (ids: Ids): ReconnectRelationArguments => ({
    relationId: ids.relation(relation),
    end,
    blockId: ids.block(block),
    ...(field === undefined ? {} : { fieldId: ids.field(`${block}.${field}`) }),
  })

describe('reconnectRelation', () => {
  it('refers to another model by its key, native type and all', () => {
    check(
      'reconnectRelation',
      BEFORE,
      reconnect('to', 'Tag'),
      `
      model User {
        id    Int    @id
      }

      model Seat {
        row  Int
        hall String @db.Uuid

        @@id([row, hall])
      }

      model Tag {
        key   String @id @db.Uuid
        label String @unique
        count Int?
        posts String
        posts2 Post[] // all
      }

      model Post {
        id       Int  @id
        /// Who wrote it.
        author   Tag  @relation( fields: [ authorId ], references:[key], onDelete:Cascade ) // w
        authorId String @db.Uuid // key
        rating   Int?

        @@index([authorId])
      }
      `,
      ['Post.authorId is String now.'],
    )
  })

  it('adds the fields that a key of several needs', () => {
    check(
      'reconnectRelation',
      BEFORE,
      reconnect('to', 'Seat'),
      `
      model User {
        id    Int    @id
      }

      model Seat {
        row  Int
        hall String @db.Uuid
        posts Post[] // all

        @@id([row, hall])
      }

      model Tag {
        key   String @id @db.Uuid
        label String @unique
        count Int?
        posts String
      }

      model Post {
        id       Int  @id
        /// Who wrote it.
        author   Seat @relation( fields: [authorId, authorHall], references:[row, hall], onDelete:Cascade ) // w
        authorId Int // key
        authorHall String @db.Uuid
        rating   Int?

        @@index([authorId])
      }
      `,
    )
  })

  it('removes the fields that a key of one does not need', () => {
    check(
      'reconnectRelation',
      'model A {\n  x Int\n  y Int\n  b B?\n  @@id([x, y])\n}\nmodel B {\n  id Int @id\n  a A? @relation(fields: [ax, ay], references: [x, y])\n  ax Int?\n  ay Int?\n  @@unique([ax, ay])\n}\nmodel C {\n  c_id Int @id\n}\n',
      reconnect('to', 'C', undefined, 'B.a'),
      'model A {\n  x Int\n  y Int\n  @@id([x, y])\n}\nmodel B {\n  id Int @id\n  a C? @relation(fields: [ax], references: [c_id])\n  ax Int? @unique\n}\nmodel C {\n  c_id Int @id\n  b    B?\n}\n',
      ['B.ay goes, and the data in it.'],
    )
  })

  it('refers to the very field that it was dropped on', () => {
    check(
      'reconnectRelation',
      'model A {\n  id Int @id\n  code String @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields:[aId],references:[ id ])\n}\n',
      reconnect('to', 'A', 'code', 'B.a'),
      'model A {\n  id Int @id\n  code String @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId String\n  a A @relation(fields:[aId],references:[ code ])\n}\n',
      ['B.aId is String now.'],
    )
  })

  it('names the relation where it meets another or its own model', () => {
    check(
      'reconnectRelation',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\n',
      reconnect('to', 'B', undefined, 'B.a'),
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  aId Int\n  a B @relation("BA", fields: [aId], references: [id])\n  bs B[] @relation("BA")\n}\n',
    )
  })

  it('moves the relation field and its key to another model', () => {
    check(
      'reconnectRelation',
      BEFORE,
      reconnect('from', 'Tag'),
      `
      model User {
        id    Int    @id
        posts Tag[] // all
      }

      model Seat {
        row  Int
        hall String @db.Uuid

        @@id([row, hall])
      }

      model Tag {
        key   String @id @db.Uuid
        label String @unique
        count Int?
        posts String
        /// Who wrote it.
        author User  @relation( fields: [ authorId ], references:[id], onDelete:Cascade ) // w
        authorId Int // key
      }

      model Post {
        id       Int  @id
        rating   Int?
      }
      `,
      ['The data in Post.authorId is not carried over.', 'Removed @@index([authorId]) from Post.'],
    )
  })

  it('takes an existing field as the key, and follows whether it is optional', () => {
    check(
      'reconnectRelation',
      BEFORE,
      reconnect('from', 'Post', 'rating'),
      (BEFORE as string)
        .replace('author   User @', 'author   User? @')
        .replace('fields: [ authorId ]', 'fields: [ rating ]'),
      ['Post.authorId is kept, but no foreign key of this relation.'],
    )
    check(
      'reconnectRelation',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int\n  a A @relation(fields: [aId], references: [id])\n}\nmodel C {\n  id Int @id\n  aNumber Int?\n  last Int\n}\n',
      reconnect('from', 'C', 'aNumber', 'B.a'),
      'model A {\n  id Int @id\n  bs C[]\n}\nmodel B {\n  id Int @id\n  aId Int\n}\nmodel C {\n  id Int @id\n  aNumber Int?\n  a A?   @relation(fields: [aNumber], references: [id])\n  last Int\n}\n',
      ['B.aId is kept, but no foreign key of this relation.'],
    )
  })

  it('moves one side of a many-to-many relation', () => {
    check(
      'reconnectRelation',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  /// Mine.\n  as A[]\n}\nmodel C {\n  id Int @id\n}\n',
      reconnect('to', 'C', undefined, 'A.bs'),
      'model A {\n  id Int @id\n  bs C[]\n}\nmodel B {\n  id Int @id\n}\nmodel C {\n  id Int @id\n  /// Mine.\n  as A[]\n}\n',
      ['Which rows are related is not carried over.'],
    )
  })

  it('gives up the name of a column that is taken', () => {
    check(
      'reconnectRelation',
      'model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  aId Int @map("a_id")\n  a A @relation(fields: [aId], references: [id])\n}\nmodel C {\n  id Int @id\n  other Int @map("a_id")\n}\n',
      reconnect('from', 'C', undefined, 'B.a'),
      'model A {\n  id Int @id\n  bs C[]\n}\nmodel B {\n  id Int @id\n}\nmodel C {\n  id Int @id\n  other Int @map("a_id")\n  a A @relation(fields: [aId], references: [id])\n  aId Int\n}\n',
      ['C.aId is not called a_id, which is taken.', 'The data in B.aId is not carried over.'],
    )
  })

  it.each([
    [reconnect('to', 'User'), 'The relation ends at User already.'],
    [reconnect('from', 'Post'), 'The relation begins at Post already.'],
    [reconnect('to', 'User', 'id'), 'The relation refers to id already.'],
    [reconnect('from', 'Post', 'authorId'), 'Post.authorId is the foreign key already.'],
    [
      reconnect('to', 'Tag', 'posts'),
      'Tag.posts is not unique, as what a foreign key refers to must be.',
    ],
    [
      reconnect('to', 'Tag', 'count'),
      'Tag.count cannot be referred to: it may be empty or no value.',
    ],
    [reconnect('from', 'Tag', 'label'), 'Tag.label is String, but User.id is Int.'],
  ])('refuses what cannot be, and says why', (args, reason) => {
    checkRefusal('reconnectRelation', BEFORE, args)
    const ctx = contextOf(dedent(BEFORE))
    expect(checkReconnection(ctx, args(idsOf(ctx)))).toBe(reason)
  })
})

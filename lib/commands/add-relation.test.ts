import { describe, expect, it } from 'vitest'
import { describeRelation } from './add-relation'
import type { AddRelationArguments } from './arguments'
import { check, checkRefusal, contextOf, dedent, type Ids, idsOf } from './testing'

const BEFORE = `
  model User {
    id    String @id @db.Uuid
    email String @unique
  }

  model Post {
    id      Int     @id
    titleId String? @db.Uuid

    @@index([titleId])
  }
  `

type Options = Partial<Omit<AddRelationArguments, 'fromFieldId' | 'toFieldId'>> & {
  readonly field?: string
  readonly key?: string
}

const relate =
  (from: string, to: string, { field, key, ...options }: Options = {}) =>
  (ids: Ids): AddRelationArguments => ({
    kind: 'one-to-many',
    fromId: ids.block(from),
    toId: ids.block(to),
    ...(field === undefined ? {} : { fromFieldId: ids.field(`${from}.${field}`) }),
    ...(key === undefined ? {} : { toFieldId: ids.field(`${to}.${key}`) }),
    ...options,
  })

function problem(before: string, args: (ids: Ids) => AddRelationArguments): string | null {
  const ctx = contextOf(dedent(before) as string)
  const description = describeRelation(ctx, args(idsOf(ctx)))
  return 'problem' in description ? description.problem : null
}

describe('addRelation', () => {
  it('adds one to many, with a key like the one it refers to', () => {
    check(
      'addRelation',
      BEFORE,
      relate('Post', 'User', { names: { from: 'author' }, optional: true }),
      `
      model User {
        id    String @id @db.Uuid
        email String @unique
        posts Post[]
      }

      model Post {
        id      Int     @id
        titleId String? @db.Uuid
        author  User?   @relation(fields: [authorId], references: [id])
        authorId String? @db.Uuid

        @@index([titleId])
      }
      `,
    )
  })

  it('adds one to one on a field that is there', () => {
    check(
      'addRelation',
      BEFORE,
      relate('Post', 'User', { kind: 'one-to-one', field: 'titleId' }),
      `
      model User {
        id    String @id @db.Uuid
        email String @unique
        post  Post?
      }

      model Post {
        id      Int     @id
        titleId String? @unique @db.Uuid
        title   User?   @relation(fields: [titleId], references: [id])

        @@index([titleId])
      }
      `,
    )
  })

  it('adds a key of several fields, unique in one to one', () => {
    check(
      'addRelation',
      'model seat_row {\n  row_no Int\n  hall_id Int\n  @@id([row_no, hall_id])\n}\nmodel Ticket {\n  ticket_id Int @id\n}\n',
      relate('Ticket', 'seat_row', { kind: 'one-to-one' }),
      'model seat_row {\n  row_no Int\n  hall_id Int\n  ticket Ticket?\n  @@id([row_no, hall_id])\n}\nmodel Ticket {\n  ticket_id Int @id\n  seat_row  seat_row @relation(fields: [seat_row_row_no, seat_row_hall_id], references: [row_no, hall_id])\n  seat_row_row_no Int\n  seat_row_hall_id Int\n\n  @@unique([seat_row_row_no, seat_row_hall_id])\n}\n',
    )
  })

  it('names relations of a model with itself', () => {
    check(
      'addRelation',
      'model Category {\n  id Int @id\n}\n',
      relate('Category', 'Category', { optional: true }),
      'model Category {\n  id Int @id\n  parent Category? @relation("CategoryParent", fields: [parentId], references: [id])\n  parentId Int?\n  children Category[] @relation("CategoryParent")\n}\n',
    )
  })

  it('names the second relation between two models', () => {
    check(
      'addRelation',
      'model User {\n  id Int @id\n  posts Post[]\n}\nmodel Post {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id])\n}\n',
      relate('Post', 'User'),
      'model User {\n  id Int @id\n  posts Post[]\n  posts2 Post[] @relation("PostUser2")\n}\nmodel Post {\n  id Int @id\n  userId Int\n  user User @relation(fields: [userId], references: [id])\n  user2 User @relation("PostUser2", fields: [user2Id], references: [id])\n  user2Id Int\n}\n',
    )
  })

  it('refers to the very field that it was dropped on', () => {
    check(
      'addRelation',
      'model User {\n  id Int @id\n  mail String @unique @db.VarChar(80)\n}\nmodel Post {\n  id Int @id\n  user_mail String?\n  by String\n}\n',
      relate('Post', 'User', { field: 'user_mail', key: 'mail' }),
      'model User {\n  id Int @id\n  mail String @unique @db.VarChar(80)\n  posts Post[]\n}\nmodel Post {\n  id Int @id\n  user_mail String?\n  user User? @relation(fields: [user_mail], references: [mail])\n  by String\n}\n',
    )
    check(
      'addRelation',
      'model User {\n  id Int @id\n  mail String @unique @db.VarChar(80)\n}\nmodel Post {\n  id Int @id\n}\n',
      relate('Post', 'User', { key: 'mail' }),
      'model User {\n  id Int @id\n  mail String @unique @db.VarChar(80)\n  posts Post[]\n}\nmodel Post {\n  id Int @id\n  user User @relation(fields: [userMail], references: [mail])\n  userMail String @db.VarChar(80)\n}\n',
    )
  })

  it('takes the fields that are there for a key of several, and adds the others', () => {
    const seat = 'model Seat {\n  row Int\n  hall String\n  @@id([row, hall])\n}\n'
    const seated = seat.replace('  @@id', '  tickets Ticket[]\n  @@id')
    check(
      'addRelation',
      `${seat}model Ticket {\n  id Int @id\n  theirHall String\n  theirRow Int\n}\n`,
      relate('Ticket', 'Seat', { field: 'theirHall' }),
      `${seated}model Ticket {\n  id Int @id\n  theirHall String\n  their Seat @relation(fields: [theirRow, theirHall], references: [row, hall])\n  theirRow Int\n}\n`,
    )
    check(
      'addRelation',
      `${seat}model Ticket {\n  id Int @id\n  seatRow Int @unique\n}\n`,
      relate('Ticket', 'Seat', { kind: 'one-to-one', field: 'seatRow' }),
      `${seated.replace('tickets Ticket[]', 'ticket Ticket?')}model Ticket {\n  id Int @id\n  seatRow Int @unique\n  seat Seat @relation(fields: [seatRow, seatHall], references: [row, hall])\n  seatHall String\n\n  @@unique([seatRow, seatHall])\n}\n`,
    )
  })

  it('adds many to many', () => {
    check(
      'addRelation',
      'model Tag {\n  id Int @id\n}\nmodel Story {\n  id Int @id\n}\n',
      relate('Story', 'Tag', { kind: 'many-to-many' }),
      'model Tag {\n  id Int @id\n  stories Story[]\n}\nmodel Story {\n  id Int @id\n  tags Tag[]\n}\n',
    )
  })

  it('adds a model that joins the two', () => {
    check(
      'addRelation',
      'model Tag {\n  id Int @id\n}\nmodel Post {\n  id String @id\n}\n',
      relate('Post', 'Tag', { kind: 'many-to-many-explicit' }),
      'model Tag {\n  id Int @id\n  postTags PostTag[]\n}\nmodel Post {\n  id String @id\n  postTags PostTag[]\n}\n\nmodel PostTag {\n  post   Post   @relation(fields: [postId], references: [id])\n  postId String\n  tag    Tag    @relation(fields: [tagId], references: [id])\n  tagId  Int\n\n  @@id([postId, tagId])\n}\n',
    )
  })

  it.each([
    ['sqlserver', '', ', onDelete: NoAction, onUpdate: NoAction'],
    ['postgresql', '\n  relationMode = "prisma"', ', onDelete: Restrict, onUpdate: Restrict'],
    ['postgresql', '', ''],
  ])('breaks circles where %s%s refuses them', (provider, mode, actions) => {
    const datasource = `datasource db {\n  provider = "${provider}"${mode}\n}\n`
    const index = mode ? '\n\n  @@index([parentId])' : ''
    check(
      'addRelation',
      `${datasource}model C {\n  id Int @id\n}\n`,
      relate('C', 'C'),
      `${datasource}model C {\n  id Int @id\n  parent C @relation("CParent", fields: [parentId], references: [id]${actions})\n  parentId Int\n  children C[] @relation("CParent")${index}\n}\n`,
    )
  })

  it('says beforehand what it adds', () => {
    const ctx = contextOf(dedent(BEFORE))
    const args = relate('Post', 'User', { kind: 'one-to-one', field: 'titleId' })
    expect(describeRelation(ctx, args(idsOf(ctx)))).toEqual({
      adds: [
        { block: 'Post', line: 'title User? @relation(fields: [titleId], references: [id])' },
        { block: 'User', line: 'post Post?' },
        { block: 'Post', line: 'titleId @unique' },
      ],
    })
  })

  it.each([
    [relate('Post', 'User', { field: 'id' }), 'Post.id is Int, but User.id is String.'],
    [relate('Post', 'User', { names: { from: 'id' } }), 'Post already has a field called id.'],
    [
      relate('Post', 'User', { names: { from: 'a', keys: ['a'] } }),
      'Two fields cannot have the same name.',
    ],
    [
      relate('Post', 'User', { names: { keys: ['a', 'b'] } }),
      'User has a primary key of 1 fields.',
    ],
    [
      relate('Post', 'User', {
        field: 'titleId',
        key: 'email',
        kind: 'one-to-one',
        names: { to: 'id' },
      }),
      'User already has a field called id.',
    ],
    [
      relate('User', 'Post', { key: 'titleId' }),
      'Post.titleId cannot be referred to: it may be empty or no value.',
    ],
  ])('refuses what does not fit', (args, reason) => {
    checkRefusal('addRelation', BEFORE, args)
    expect(problem(BEFORE, args)).toBe(reason)
  })

  it.each([
    [
      'enum A {\n  X\n}\nmodel B {\n  id Int @id\n}\n',
      'Only models can be related, and A is none.',
    ],
    [
      'model A {\n  x Int\n}\nmodel B {\n  x Int\n}\n',
      'B has no primary key or unique field to refer to.',
    ],
    [
      'model A {\n  id Int @id\n  @@ignore\n}\nmodel B {\n  id Int @id\n}\n',
      'A is ignored by Prisma Client (@@ignore).',
    ],
    ['model A {\n  id Int @id\n}\nmodel B {\n  id Int @id', 'The text of B is not complete.'],
  ])('refuses blocks that cannot be related', (before, reason) => {
    checkRefusal('addRelation', before, relate('A', 'B'))
    expect(problem(before, relate('A', 'B'))).toBe(reason)
  })

  it('refuses many to many without a key of one field, and in MongoDB', () => {
    const models = 'model A {\n  x Int @unique\n}\nmodel B {\n  id Int @id\n}\n'
    const args = relate('A', 'B', { kind: 'many-to-many' })
    expect(problem(models, args)).toBe(
      'A has no primary key of one field; join the two by a model.',
    )
    const mongo = `datasource db {\n  provider = "mongodb"\n}\n${models}`
    expect(problem(mongo, args)).toContain('MongoDB')
  })
})

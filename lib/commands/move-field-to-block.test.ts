import { describe, expect, it } from 'vitest'
import { checkFieldMove } from './move-field-to-block'
import type { MoveFieldToBlockArguments } from './relation-arguments'
import { check, checkRefusal, contextOf, dedent, type Ids, idsOf } from './testing'

const BEFORE = `
  enum Role {
    ADMIN
  }

  model User {
    id    Int    @id @default(autoincrement())
    // Where to write to,
    /// and how.
    mail  String   @unique   @db.VarChar(80) // m
    role  Role   @default(ADMIN)
    name  String
    posts Post[]

    @@index([mail, id])
    @@index([role])
  }

  model Post {
\tid       Int      @id
\tname     String
\t/// Whose.
\tuser     User     @relation(fields: [userId], references: [id])
\tuserId   Int
  }

  model Tag {
    key Int @id
    /// Above.
    x Int

    @@map("tags")
  }
  `

const move =
  (field: string, to: string, before: string | null = null) =>
  (ids: Ids): MoveFieldToBlockArguments => ({
    blockId: ids.block(field.split('.')[0] as string),
    fieldId: ids.field(field),
    toBlockId: ids.block(to),
    before: before === null ? null : ids.field(`${to}.${before}`),
  })

function checkLines(
  args: (ids: Ids) => MoveFieldToBlockArguments,
  lines: readonly (readonly [before: string, after: string])[],
  notes: readonly string[],
): void {
  let after = BEFORE
  for (const [from, to] of lines) {
    expect(after).toContain(from)
    after = after.replace(from, to)
  }
  check('moveFieldToBlock', BEFORE, args, after, notes)
}

const MAIL =
  '    // Where to write to,\n    /// and how.\n    mail  String   @unique   @db.VarChar(80) // m\n'

describe('moveFieldToBlock', () => {
  it('takes comments and attributes along, into the columns and indentation there', () => {
    checkLines(
      move('User.mail', 'Post'),
      [
        [MAIL, ''],
        ['    @@index([mail, id])', '    @@index([id])'],
        [
          '\tuserId   Int\n',
          '\tuserId   Int\n\t// Where to write to,\n\t/// and how.\n\tmail     String   @unique   @db.VarChar(80) // m\n',
        ],
      ],
      [
        'Took mail out of @@index([mail, id]) of User.',
        'The data in User.mail is not carried over.',
      ],
    )
  })

  it('goes above a field and its comments', () => {
    checkLines(
      move('User.role', 'Tag', 'x'),
      [
        ['    role  Role   @default(ADMIN)\n', ''],
        ['    @@index([role])\n', ''],
        ['    /// Above.', '    role Role @default(ADMIN)\n    /// Above.'],
      ],
      ['Removed @@index([role]) from User.', 'The data in User.role is not carried over.'],
    )
  })

  it('takes a relation along with its key', () => {
    checkLines(
      move('Post.user', 'Tag', 'x'),
      [
        ['posts Post[]', 'posts Tag[]'],
        [
          '\t/// Whose.\n\tuser     User     @relation(fields: [userId], references: [id])\n\tuserId   Int\n',
          '',
        ],
        [
          '    /// Above.',
          '    /// Whose.\n    user User @relation(fields: [userId], references: [id])\n    userId Int\n    /// Above.',
        ],
      ],
      ['The data in Post.userId is not carried over.'],
    )
  })

  it('lets the key follow when the other side of a relation moves', () => {
    checkLines(
      move('User.posts', 'Tag'),
      [
        ['    posts Post[]\n', ''],
        ['    x Int\n', '    x Int\n    posts Post[]\n'],
        [
          'user     User     @relation(fields: [userId], references: [id])',
          'user     Tag      @relation(fields: [userId], references: [key])',
        ],
      ],
      [],
    )
  })

  it('leaves a second primary key behind', () => {
    check(
      'moveFieldToBlock',
      'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  id Int @id @default(autoincrement())\n  x Int @unique\n}\nmodel B {\n  key Int @id\n}\n',
      move('A.id', 'B'),
      'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  x Int @unique\n}\nmodel B {\n  key Int @id\n  id  Int\n}\n',
      [
        'A has no primary key now.',
        'Removed @id from B.id.',
        'Removed @default(autoincrement()) from B.id.',
        'The data in A.id is not carried over.',
      ],
    )
  })

  it('moves into a composite type without keys', () => {
    check(
      'moveFieldToBlock',
      'datasource db {\n  provider = "mongodb"\n}\ntype Address {\n  street String\n}\nmodel A {\n  id String @id @map("_id")\n  town String @unique @map("t")\n}\n',
      move('A.town', 'Address'),
      'datasource db {\n  provider = "mongodb"\n}\ntype Address {\n  street String\n  town   String @map("t")\n}\nmodel A {\n  id String @id @map("_id")\n}\n',
      ['Removed @unique from Address.town.', 'The data in A.town is not carried over.'],
    )
  })

  it('moves between files', () => {
    check(
      'moveFieldToBlock',
      {
        'a.prisma': 'model A {\n  id Int @id\n  x Int\n}\n',
        'b.prisma': 'model B {\n  id Int @id\n}',
      },
      move('A.x', 'B'),
      {
        'a.prisma': 'model A {\n  id Int @id\n}\n',
        'b.prisma': 'model B {\n  id Int @id\n  x  Int\n}',
      },
      ['The data in A.x is not carried over.'],
    )
  })

  it.each([
    [move('User.name', 'Post'), 'Post already has a field called name.'],
    [move('User.name', 'User'), 'name is in User already.'],
    [move('User.name', 'Role'), 'Only models, views and types have fields.'],
    [move('Post.userId', 'Tag'), 'Post.userId is a foreign key of user; move that field instead.'],
    [move('User.id', 'Tag'), 'Post.user refers to User.id.'],
  ])('refuses what cannot be, and says why', (args, reason) => {
    checkRefusal('moveFieldToBlock', BEFORE, args)
    const ctx = contextOf(dedent(BEFORE))
    expect(checkFieldMove(ctx, args(idsOf(ctx)))).toBe(reason)
  })
})

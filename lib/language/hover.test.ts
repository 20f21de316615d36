import { describe, expect, it } from 'vitest'
import type { Texts } from '@/lib/commands/testing'
import { hoverAt } from './hover'
import { atCaret } from './testing'

/** Checks all that a hover says, without the links to Prisma's documentation. */
function check(texts: Texts, ...expected: string[]): void {
  const { snapshot, path, offset } = atCaret(texts)
  const found = hoverAt(snapshot, path, offset)?.contents ?? []
  const plain = found.map((text) =>
    text.replace(/\n\n\[Prisma’s documentation\]\(https:\/\/www\.prisma\.io\/docs\/[^)]*\)$/, ''),
  )
  expect(plain).toEqual(expected)
}

const prisma = (...lines: string[]) => `\`\`\`prisma\n${lines.join('\n')}\n\`\`\``
const source = (provider: string) => `datasource db {\n  provider = "${provider}"\n}\n`

const MODELS = (user: string, post: string) => `${source('postgresql')}
/// A person
model User {
  id    Int    @id
  ${user}
  @@map("users")
}
model Post {
  id     Int  @id
  userId Int? /// who wrote it
  ${post}
  @@index([userId, id])
}
`
const POSTS = 'posts Post[] @relation("Author")'
const USER = 'user User? @relation("Author", fields: [userId], references: [id])'

describe('hoverAt', () => {
  it('shows a block where it is mentioned', () => {
    check(
      MODELS(POSTS, USER.replace('User?', 'Us|er?')),
      prisma('model User {', '  id    Int', '  posts Post[]', '}'),
      'A person',
      'Table `users` in the database',
    )
    check(
      'enum E {\n  A // a\n  B\n}\nmodel M {\n  e |E\n}\n',
      prisma('enum E {', '  A', '  B', '}'),
    )
  })

  it('shows a relation from either end', () => {
    const relation = [
      '- `Post.user?` — `User.posts[]`',
      '- foreign key `Post(userId)` → `User(id)`',
      '- onDelete `SetNull` by default, onUpdate `Cascade` by default',
    ]
    check(
      MODELS(POSTS, USER.replace('user', 'us|er')),
      prisma('Post.user  User?'),
      ['**Relation “Author”**, many-to-one', ...relation].join('\n'),
    )
    check(
      MODELS(POSTS.replace('posts', '|posts'), USER),
      prisma('User.posts  Post[]'),
      ['**Relation “Author”**, one-to-many', ...relation].join('\n'),
    )
    check(
      MODELS(POSTS.replace('Author', 'Au|thor'), USER),
      ['**Relation “Author”**, many-to-one', ...relation].join('\n'),
    )
  })

  it('shows the table of an implicit many-to-many relation, and a missing end', () => {
    check(
      'model A {\n  id Int @id\n  |bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n',
      prisma('A.bs  B[]'),
      '**Relation**, many-to-many\n- `A.bs[]` — `B.as[]`\n- in the table `_AToB`',
    )
    check(
      'model A {\n  |b B @relation(fields: [x], references: [id], onDelete: Cascade)\n  x Int\n}\nmodel B {\n  id Int @id\n}\n',
      prisma('A.b  B'),
      '**Relation**, many-to-one\n- `A.b` — no field of `B` yet\n- foreign key `A(x)` → `B(id)`\n- onDelete `Cascade`, onUpdate `Cascade` by default',
    )
  })

  it('shows the column of a field, its keys and its documentation, also where it is mentioned', () => {
    check(
      MODELS(POSTS, USER.replace('[userId]', '[user|Id]')),
      prisma('Post.userId  Int?'),
      'who wrote it',
      'Column `userId INTEGER`',
      '- index (userId, id)\n- foreign key of user, to `User.id`',
    )
    check(
      `${source('mysql')}model A {\n  i|d Int @id @map("ID") @db.UnsignedInt\n}\n`,
      prisma('A.id  Int'),
      'Column `ID INTEGER UNSIGNED NOT NULL`',
      '- primary key',
    )
    check(
      `${source('mongodb')}model A {\n  i|d String @id @map("_id") @db.ObjectId\n}\n`,
      prisma('A.id  String'),
      'Stored as `_id ObjectId`',
      '- primary key',
    )
  })

  it('shows native types', () => {
    check(
      `${source('postgresql')}model A {\n  a String @db.Var|Char(80)\n}\n`,
      '**VarChar**, a type of the database: `VARCHAR(80)`',
    )
  })

  it('shows values of enums and schemas', () => {
    const blocks = `enum E {\n  /// the first\n  A @map("a")\n}\n`
    check(
      `${blocks}model M {\n  e E @default(|A)\n}\n`,
      prisma('E.A'),
      'the first',
      '`a` in the database',
    )
    check(
      'datasource d {\n  schemas = ["s|", "t"]\n}\nmodel A {\n  @@schema("s")\n}\n',
      '**s**, a schema of the database',
      'It has `A`.',
    )
  })

  it('explains words of the language', () => {
    check(
      'mod|el A {\n}\n',
      prisma('model'),
      'A kind of record: a table, or a collection of MongoDB.',
    )
    check(
      'model A {\n  a Int @i|d\n}\n',
      prisma('@id'),
      'The field is the primary key: it identifies each record.',
    )
    check(
      `${source('mysql')}model A {\n  a String @uni|que\n}\n`,
      prisma('@unique(map: "text", length: number, sort: Asc | Desc)'),
      'No two records may have the same value in this field.',
    )
    check('model A {\n  a Str|ing\n}\n', prisma('String'), 'Text.')
    check(
      'model A {\n  a DateTime @default(no|w())\n}\n',
      prisma('now()'),
      'The time at which the record is created.',
    )
    check(
      'model A {\n  b B @relation(on|Delete: Cascade)\n}\nmodel B {\n}\n',
      prisma('onDelete: Cascade | Restrict | NoAction | SetNull | SetDefault'),
      'What becomes of this record when the one it refers to is deleted.',
    )
    check(
      'model A {\n  b B @relation(onDelete: Cas|cade)\n}\nmodel B {\n}\n',
      prisma('Cascade'),
      'This record goes, or changes its foreign key, together with the one it refers to.',
    )
    check(
      'datasource d {\n  pro|vider = "sqlite"\n}\n',
      prisma('provider'),
      'Which database it is.',
    )
    check(
      'model A {\n  a Int\n  @@index([a(so|rt: Desc)])\n}\n',
      prisma('sort: Asc | Desc'),
      'The order in which the index keeps its entries.',
    )
  })

  it('says nothing in comments, of unknown names and in other strings', () => {
    check('model A {\n  // i|d\n}\n')
    check('model A {\n  a Miss|ing\n}\n')
    check('model A {\n  a Int @map("na|me")\n}\n')
  })
})

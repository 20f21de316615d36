/** Syntax of earlier Prismas: what is said of it, and what it becomes. */

import { describe, expect, it } from 'vitest'
import { findErrors } from '@/bin/corpus/engine'
import { oldSyntax } from './old-syntax'
import { check, checkRefusal, contextOf, dedent, run, type Texts } from './testing'

function modern(before: string, after: string, notes: readonly string[] = []): void {
  check('modernizeSyntax', before, () => ({ blockId: null }), after, notes)
  const left = oldSyntax(contextOf(dedent(after))).filter(({ edits }) => edits !== null)
  expect(left).toEqual([])
}

function messages(text: Texts): string[] {
  return oldSyntax(contextOf(dedent(text))).map(({ message }) => message)
}

describe('old syntax', () => {
  it('of Prisma 1 becomes models', () => {
    modern(
      `
      type User {
        id: ID! @id
        email: String! @unique # theirs
        name: String
        age: Int = 3
        isAdmin: Boolean! @default(value: false)
        posts: [Post!]! @relation(name: "Author", onDelete: CASCADE)
        createdAt: DateTime! @createdAt
        tags: [String!]! @scalarList(strategy: RELATION)
      }

      type Post @db(name: "posts") {
        id: Int! @id(strategy: SEQUENCE)
        author: User! @relation(name: "Author")
        text: String! @db(name: "body")
      }
      `,
      `
      model User {
        id String @id @default(cuid())
        email String @unique # theirs
        name String?
        age Int? @default(3)
        isAdmin Boolean @default(false)
        posts Post[] @relation("Author")
        createdAt DateTime @default(now())
        tags String[]
      }

      model Post {
        @@map("posts")
        id Int @id @default(autoincrement())
        author User @relation("Author")
        text String @map("body")
      }
      `,
    )
  })

  it('of the beta of Prisma 2 is no more in many-to-many relations', () => {
    modern(
      `
      model Post {
        id   Int   @id
        tags Tag[] @relation(references: [id])
      }

      model Tag {
        id    Int    @id
        posts Post[] @relation("x", references: [id])
      }
      `,
      `
      model Post {
        id   Int   @id
        tags Tag[]
      }

      model Tag {
        id    Int    @id
        posts Post[] @relation("x")
      }
      `,
    )
  })

  it('in settings has names and one provider now', () => {
    modern(
      `
      datasource {
        provider             = ["sqlite", "postgres"]
        referentialIntegrity = "prisma"
      }

      generator {
        provider             = "prisma-client-js"
        experimentalFeatures = ["views"]
      }
      `,
      `
      datasource db {
        provider             = "sqlite"
        relationMode = "prisma"
      }

      generator client {
        provider             = "prisma-client-js"
        previewFeatures = ["views"]
      }
      `,
    )
  })

  it('of names for types is written out, in all files', () => {
    check(
      'modernizeSyntax',
      {
        'a.prisma':
          'type Email = String @db.VarChar(9)\n\nmodel A {\n  id Int @id\n  e  Email? @unique\n}\n',
        'b.prisma': 'model B {\n  id Int @id\n  e  Email\n}\n',
      },
      () => ({ blockId: null }),
      {
        'a.prisma': 'model A {\n  id Int @id\n  e  String? @unique @db.VarChar(9)\n}\n',
        'b.prisma': 'model B {\n  id Int @id\n  e  String @db.VarChar(9)\n}\n',
      },
    )
  })

  it('of native types is spelt as the database spells it', () => {
    modern(
      `
      datasource db {
        provider = "postgresql"
      }

      model A {
        id Int    @id
        a  String @pg.Text
        b  String @db.varchar(3)
      }
      `,
      `
      datasource db {
        provider = "postgresql"
      }

      model A {
        id Int    @id
        a  String @db.Text
        b  String @db.VarChar(3)
      }
      `,
    )
  })

  it('is a slip of who writes TypeScript', () => {
    modern(
      'model A {\n  id: Int @id\n  name: String?\n  ns [Int]\n  x Int! // x\n}\n',
      'model A {\n  id Int @id\n  name String?\n  ns Int[]\n  x Int // x\n}\n',
    )
  })

  it('embeds where the database can', () => {
    const schema = (provider: string, header: string) =>
      `datasource db {\n  provider = "${provider}"\n}\n\n${header} {\n  street String\n}\n`
    modern(schema('mongodb', 'model Address @embedded'), schema('mongodb', 'type Address'))
    checkRefusal('modernizeSyntax', schema('mysql', 'model Address @embedded'), () => ({
      blockId: null,
    }))
    expect(messages(schema('mysql', 'model Address @embedded'))).toEqual([
      'Only MongoDB can embed; make Address a model with an id and a relation, or a Json field.',
    ])
  })

  it('says in one sentence what to write', () => {
    expect(messages('type User {\n  id: ID! @id\n}\n')).toEqual([
      'In Prisma 1 a type was what a model is now: write model, fields without colons, String instead of String!, String? instead of String, and Post[] instead of [Post!]!.',
      'Prisma 1 wrote a field so; write id String @id @default(cuid()).',
    ])
    expect(messages('datasource {\n  provider = "mysql"\n}\n')).toEqual([
      'Every datasource has a name: write datasource db { … }.',
    ])
  })

  it('can be written anew in one block alone', () => {
    const text = 'model A {\n  id Int! @id\n}\n\nmodel B {\n  id Int! @id\n}\n'
    const outcome = run(text, 'modernizeSyntax', (ids) => ({ blockId: ids.block('B') }))
    expect(outcome.text).toBe(text.replace('B {\n  id Int!', 'B {\n  id Int'))
  })

  it('is not seen in what Prisma accepts', () => {
    const text = `datasource db {
  provider = "mongodb"
}

type Address {
  street String
  tags   String[]
}

model Post {
  id      String   @id @map("_id") @db.ObjectId
  address Address
  tagIds  String[] @db.ObjectId
  tags    Tag[]    @relation(fields: [tagIds], references: [id])
}

model Tag {
  id      String   @id @map("_id") @db.ObjectId
  postIds String[] @db.ObjectId
  posts   Post[]   @relation(fields: [postIds], references: [id])
}
`
    expect(findErrors(7, [{ path: 'schema.prisma', text }])).toEqual([])
    expect(oldSyntax(contextOf(text))).toEqual([])
  })
})

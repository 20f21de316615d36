import * as engine from '@prisma/prisma-schema-wasm'
import { describe, expect, it } from 'vitest'
import type { Database } from './column-types'
import { readDbml } from './read-dbml'

interface Expected {
  readonly database?: Database
  /** The blocks after datasource and generator. */
  readonly blocks: string
  /** `line: reason` each. */
  readonly skipped?: readonly string[]
}

/** Checks what DBML comes to, and that Prisma's engine accepts it. */
function check(dbml: string, { database, blocks, skipped = [] }: Expected): void {
  const reading = readDbml(dbml, database)
  if ('problem' in reading) throw new Error(reading.problem)
  const [, , ...rest] = reading.schema.trimEnd().split('\n\n')
  expect(rest.join('\n\n')).toBe(dedent(blocks))
  expect(reading.skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual(skipped)
  const found: { text: string; is_warning: boolean }[] = JSON.parse(
    engine.lint(JSON.stringify([['file:///schema.prisma', reading.schema]])),
  )
  expect(found.filter(({ is_warning }) => !is_warning)).toEqual([])
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n')
  const indentation = /^ */.exec(lines[0] as string)?.[0].length ?? 0
  return lines.map((line) => line.slice(indentation)).join('\n')
}

describe('tables', () => {
  it('reads columns, defaults, keys and notes', () => {
    check(
      `Table users [note: 'People.'] {
  id int [pk, increment]
  email varchar(255) [unique, not null, note: 'Where to write.']
  name text [default: 'x\\'y']
  score "double precision" [not null, default: 1.5]
  active boolean [not null, default: true]
  created timestamptz [not null, default: \`now()\`]
  token uuid [default: \`gen_random_uuid()\`]
  tags text[] [not null]
  big bigserial
  indexes {
    (email, name) [unique, name: 'by_name']
    created [name: 'users_created_idx']
    tags [type: gin]
  }
}`,
      {
        blocks: `
          /// People.
          model users {
            id      Int      @id @default(autoincrement())
            /// Where to write.
            email   String   @unique @db.VarChar(255)
            name    String?  @default("x'y")
            score   Float    @default(1.5)
            active  Boolean  @default(true)
            created DateTime @default(now()) @db.Timestamptz(6)
            token   String?  @default(dbgenerated("gen_random_uuid()")) @db.Uuid
            tags    String[]
            big     BigInt   @default(autoincrement())

            @@unique([email, name], map: "by_name")
            @@index([created])
            @@index([tags], type: Gin)
          }`,
      },
    )
  })

  it('maps names that Prisma cannot have', () => {
    check(
      `Table "2nd table" {
  "_id" int [pk]
  "first name" text
  "first-name" text
}
Table class {
  id int [pk]
}`,
      {
        blocks: `
          model nd_table {
            id          Int     @id @map("_id")
            first_name  String? @map("first name")
            first_name2 String? @map("first-name")

            @@map("2nd table")
          }

          model class_ {
            id Int @id

            @@map("class")
          }`,
      },
    )
  })

  it('says what a schema cannot say', () => {
    check(
      `Table a {
  id int [pk]
  shape circle
  age int [check: \`age > 0\`]
  indexes {
    \`lower(x)\`
  }
}
Table b {
  x int
}
TableGroup g {
  a
}`,
      {
        blocks: `
          model a {
            id    Int                    @id
            shape Unsupported("circle")?
            age   Int?
          }

          model b {
            x Int?

            @@ignore
          }`,
        skipped: [
          '3: Prisma knows no such type: a.shape is Unsupported.',
          '4: Prisma has no check constraints.',
          '6: Prisma has no indexes on expressions.',
          '9: b is marked @@ignore: Prisma Client needs a primary key or a unique column that is never null.',
          '12: Groups of tables are not part of a Prisma schema.',
        ],
      },
    )
  })

  it('takes columns from partial tables', () => {
    check(
      `TablePartial base {
  id int [pk]
  at timestamp
}
Table a {
  ~base
  name text [not null]
}`,
      {
        blocks: `
          model a {
            id   Int       @id
            at   DateTime? @db.Timestamp(6)
            name String
          }`,
      },
    )
  })

  it('has the types of the database that the project names', () => {
    check(
      `Project shop {
  database_type: 'MySQL'
}
Table a {
  id int [pk, increment]
  name varchar(191)
  flag tinyint(1) [default: 0]
  n "int unsigned"
  at datetime
  code "character varying(20)"
}`,
      {
        blocks: `
          model a {
            id   Int       @id @default(autoincrement())
            name String?
            flag Boolean?  @default(false)
            n    Int?      @db.UnsignedInt
            at   DateTime? @db.DateTime(0)
            code String?   @db.VarChar(20)
          }`,
      },
    )
  })
})

describe('enums', () => {
  it('reads values, notes and defaults, and schemas', () => {
    check(
      `Enum core.role {
  admin [note: 'Everything.']
  "power user"
}
Table core.users {
  id int [pk]
  role core.role [not null, default: 'power user']
}
Table posts {
  id int [pk]
}`,
      {
        blocks: `
          model users {
            id   Int  @id
            role role @default(power_user)

            @@schema("core")
          }

          model posts {
            id Int @id

            @@schema("public")
          }

          enum role {
            /// Everything.
            admin
            power_user @map("power user")

            @@schema("core")
          }`,
      },
    )
  })

  it('are texts on SQL Server', () => {
    check(`Enum r {\n  a\n}\nTable t {\n  id int [pk]\n  r r [default: 'a']\n}`, {
      database: 'sqlserver',
      blocks: `
        model t {
          id Int     @id
          r  String? @default("a")
        }`,
      skipped: ['1: SQL Server has no enums: its columns are String.'],
    })
  })
})

describe('references', () => {
  it('become relations with names that do not collide', () => {
    check(
      `Table users {
  id int [pk]
  posts int
}
Table posts {
  id int [pk]
  author_id int [not null, ref: > users.id]
  editor_id int
  author text
}
Ref fk_editor: posts.editor_id > users.id [delete: cascade, update: no action]`,
      {
        blocks: `
          model users {
            id           Int     @id
            posts        Int?
            posts_author posts[] @relation("posts_author_id")
            posts_editor posts[] @relation("posts_editor_id")
          }

          model posts {
            id        Int     @id
            author_id Int
            editor_id Int?
            author    String?
            author2   users   @relation("posts_author_id", fields: [author_id], references: [id])
            editor    users?  @relation("posts_editor_id", fields: [editor_id], references: [id], onDelete: Cascade, onUpdate: NoAction, map: "fk_editor")
          }`,
      },
    )
  })

  it('may be compound, one to one, many to many and to themselves', () => {
    check(
      `Table a {
  x int
  y int
  indexes {
    (x, y) [pk]
  }
}
Table b {
  id int [pk]
  ax int [not null]
  ay int [not null]
  parent int
}
Table c {
  b_id int [pk]
}
Table d {
  id int [pk]
}
Ref: b.(ax, ay) > a.(x, y) [delete: cascade]
Ref: c.b_id - b.id
Ref: b.parent > b.id
Ref: c.b_id <> d.id`,
      {
        blocks: `
          model a {
            x Int
            y Int
            b b[]

            @@id([x, y])
          }

          model b {
            id     Int  @id
            ax     Int
            ay     Int
            parent Int?
            a      a    @relation(fields: [ax, ay], references: [x, y], onDelete: Cascade)
            c      c?
            b      b?   @relation("b_parent", fields: [parent], references: [id])
            b_b    b[]  @relation("b_parent")
          }

          model c {
            b_id Int @id
            b    b   @relation(fields: [b_id], references: [id])
            d    d[]
          }

          model d {
            id Int @id
            c  c[]
          }`,
      },
    )
  })

  it('make what they lead to unique, and need equal types', () => {
    check(
      `Table a {
  id int [pk]
  code text
}
Table b {
  id int [pk]
  code text [ref: > a.code]
  a_id bigint [ref: > a.id]
}`,
      {
        blocks: `
          model a {
            id   Int     @id
            code String? @unique
            b    b[]
          }

          model b {
            id   Int     @id
            code String?
            a_id BigInt?
            a    a?      @relation(fields: [code], references: [code])
          }`,
        skipped: [
          '7: a.code is made unique, because a reference leads there.',
          '8: b.a_id is BigInt and a.id is Int; Prisma relates equal types.',
        ],
      },
    )
  })
})

describe('mistakes', () => {
  it.each([
    ['Table a {\n  id int [pk\n}', /^Line 3, column 1: .+\.$/],
    [
      'Table a {\n  id int\n  id int\n}',
      /^Line 2, column 3: Duplicate column 'id'\. Line 3, column 3/,
    ],
    ['Table a {\n  id int [ref: > b.id]\n}', /^Line 2, column 18: .*'b'/],
    ['', /^There is no table and no enum in this DBML\.$/],
    ['-- CREATE TABLE x (id int);', /Line 1/],
  ])('are named with their place: %j', (dbml, problem) => {
    const reading = readDbml(dbml)
    expect('problem' in reading ? reading.problem : reading.schema).toMatch(problem)
  })

  it('are survived where the parser gives up', () => {
    const nested = `Table a {\n  id int [default: ${'('.repeat(20_000)}`
    expect(readDbml(nested)).toEqual({
      problem: 'The DBML could not be read: it is nested too deeply, or broken.',
    })
  })

  it('refuses what would take minutes', () => {
    expect(readDbml(' '.repeat(1_000_001))).toHaveProperty('problem')
  })
})

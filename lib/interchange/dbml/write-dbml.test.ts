import { expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { parseDbml } from './parse-dbml'
import { writeDbml } from './write-dbml'

/** Checks what a schema comes to, and that DBML's own parser accepts it. */
function check(schema: string, dbml: string): void {
  const text = writeDbml(deriveGraph(new Map([['schema.prisma', parse(schema)]])))
  expect(text).toBe(dbml)
  expect(parseDbml(text)).not.toHaveProperty('problem')
}

it('writes tables, enums, indexes, notes and references by their names in the database', () => {
  check(
    `datasource db {
  provider = "postgresql"
}
/// Who may do what.
enum Role {
  /// All.
  ADMIN
  POWER @map("power user")

  @@map("role")
}
/// Someone.
/// Two lines.
model User {
  id      Int      @id @default(autoincrement())
  email   String   @unique @db.VarChar(80)
  role    Role     @default(POWER)
  /// It's theirs.
  name    String?  @map("full name")
  score   Decimal  @default(1.5)
  at      DateTime @default(now())
  token   String   @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  cuid    String   @default(cuid())
  tags    String[]
  shape   Unsupported("circle")?
  posts   Post[]
  profile Profile?
  labels  Label[]

  @@unique([email, name], map: "mail")
  @@index([tags], type: Gin)
  @@map("users")
}
model Post {
  a        Int
  b        Int
  authorId Int?
  author   User? @relation(fields: [authorId], references: [id], onDelete: Cascade, map: "fk")

  @@id([a, b])
  @@schema("blog")
}
model Profile {
  id   Int  @id
  user User @relation(fields: [id], references: [id])
}
model Label {
  id    Int    @id
  users User[]
}
`,
    `Project {
  database_type: 'PostgreSQL'
}

// Who may do what.
Enum role {
  ADMIN [note: 'All.']
  "power user"
}

Table users {
  id integer [pk, increment, not null]
  email varchar(80) [unique, not null]
  role role [not null, default: 'power user']
  "full name" text [note: 'It\\'s theirs.']
  score decimal(65,30) [not null, default: 1.5]
  at timestamp(3) [not null, default: \`now()\`]
  token uuid [not null, default: \`gen_random_uuid()\`]
  cuid text [not null]
  tags text[]
  shape circle

  indexes {
    (email, "full name") [unique, name: 'mail']
    tags [type: gin]
  }

  Note: '''Someone.
Two lines.'''
}

Table blog.Post {
  a integer [not null]
  b integer [not null]
  authorId integer

  indexes {
    (a, b) [pk]
  }
}

Table Profile {
  id integer [pk, not null]
}

Table Label {
  id integer [pk, not null]
}

Ref fk: blog.Post.authorId > users.id [delete: cascade, update: cascade]
Ref: users.id - Profile.id [delete: restrict, update: cascade]
Ref: Label.id <> users.id
`,
  )
})

it('leaves out what cannot be written, and says so of relations', () => {
  check(
    `model A {
  id   Int @id
  to   A[] @relation("x")
  from A[] @relation("x")
  gone Gone @relation(fields: [id], references: [id])
}
type T {
  x Int
}
`,
    `Table A {
  id integer [pk, not null]
}

// A.id is related to itself, many to many.
`,
  )
})

it('writes an empty text for an empty schema', () => {
  check('', '\n')
})

import { expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { mongodbScript } from './mongodb-script'

/** Checks the statements for a schema; the introduction is checked once, below. */
function check(schema: string, statements: readonly string[]): void {
  const script = mongodbScript(deriveGraph(new Map([['schema.prisma', parse(schema)]])))
  expect(script.split('\n').filter((line) => line !== '' && !line.startsWith('//'))).toEqual(
    statements,
  )
}

it('says what it is, and ends with a line break', () => {
  const graph = deriveGraph(new Map([['a.prisma', parse('model User {\n  id Int @id\n}\n')]]))
  expect(mongodbScript(graph)).toMatch(
    /^\/\/ Prisma has no migrations for MongoDB\. .*\n(\/\/ .*\n)+\ndb\.createCollection\("User"\)\n$/,
  )
})

it('creates all collections before the indexes, by their names in the database', () => {
  check(
    `type Embed {
  foo Int @map("bar")
}
model Post {
  id    Int    @id @map("_id")
  title String @unique
}
model User {
  id        Int    @id @map("_id")
  firstName String @map("fst_name")
  lastName  String @map("lst_name")
  age       Int
  embed     Embed

  @@index([firstName, lastName, age, embed.foo])
  @@map("users")
}`,
    [
      'db.createCollection("Post")',
      'db.createCollection("users")',
      'db.getCollection("Post").createIndex({ "title": 1 }, { name: "Post_title_key", unique: true })',
      'db.getCollection("users").createIndex({ "fst_name": 1, "lst_name": 1, "age": 1, "embed.bar": 1 }, { name: "users_fst_name_lst_name_age_embed_bar_idx" })',
    ],
  )
})

it("takes the engine's order: fields, @@index, @@unique, @@fulltext", () => {
  check(
    `model User {
  id    Int    @id @map("_id")
  email String @unique(map: "mail", sort: Desc)
  age   Int
  name  String @unique

  @@fulltext([age(sort: Desc), email, name, id(sort: Asc)])
  @@unique([age, name], name: "inClient")
  @@index([age(sort: Desc)], map: "by_age")
  @@index([name], name: "old")
}`,
    [
      'db.createCollection("User")',
      'db.getCollection("User").createIndex({ "email": -1 }, { name: "mail", unique: true })',
      'db.getCollection("User").createIndex({ "name": 1 }, { name: "User_name_key", unique: true })',
      'db.getCollection("User").createIndex({ "age": -1 }, { name: "by_age" })',
      'db.getCollection("User").createIndex({ "name": 1 }, { name: "old" })',
      'db.getCollection("User").createIndex({ "age": 1, "name": 1 }, { name: "User_age_name_key", unique: true })',
      'db.getCollection("User").createIndex({ "age": -1, "email": "text", "name": "text", "_id": 1 }, { name: "User_age_email_name__id_idx" })',
    ],
  )
})

it('shortens a name to 127 bytes, between characters', () => {
  const name = `é${'é'.repeat(70)}`
  check(
    `model A {
  id Int @id @map("_id")
  b  Int @unique @map("${name}")
}`,
    [
      'db.createCollection("A")',
      `db.getCollection("A").createIndex({ "${name}": 1 }, { name: "A_${'é'.repeat(60)}_key", unique: true })`,
    ],
  )
})

it('has nothing but the introduction for a schema without models', () => {
  check('enum Role {\n  ADMIN\n}\n', [])
})

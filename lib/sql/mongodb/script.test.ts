import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { mongodbScript } from './script'

const graphOf = (text: string) => deriveGraph(new Map([['a.prisma', parse(text)]]))

/** Checks the statements for a schema; the introduction is checked once, below. */
function check(schema: string, statements: readonly string[]): void {
  expect(statementsOf(mongodbScript(null, graphOf(schema)).text)).toEqual(statements)
}

function statementsOf(script: string): readonly string[] {
  return script.split('\n').filter((line) => line !== '' && !line.startsWith('//'))
}

it('says what it is, and ends with a line break', () => {
  const { text } = mongodbScript(null, graphOf('model User {\n  id Int @id\n}\n'))
  expect(text).toMatch(
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

describe('from a schema before', () => {
  /** The statements and the warnings (`!`: may fail) between two schemas. */
  function difference(before: string, after: string) {
    const { text, steps, warnings } = mongodbScript(graphOf(before), graphOf(after))
    expect(steps.map(({ from, to }) => text.slice(from, to))).toEqual(statementsOf(text))
    return {
      text,
      steps: steps.map(({ kind, summary }) => `${kind}: ${summary}`),
      statements: statementsOf(text),
      warnings: warnings.map(({ text, isBlocking }) => (isBlocking ? `! ${text}` : text)),
    }
  }
  const model = (name: string, ...lines: string[]) =>
    `model ${name} {\n  id String @id @map("_id")\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

  it('is empty when no collection and no index differs', () => {
    const found = difference(model('A', 'b Int? @unique'), model('A', 'c Int?', 'b Int? @unique'))
    expect(found).toEqual({ text: '', steps: [], statements: [], warnings: [] })
  })

  it('says that it is a difference, and what Prisma leaves to a person', () => {
    const { text, statements, warnings, steps } = difference(
      model('Gone') + model('Kept'),
      model('Kept') + model('New', 'b Int @unique'),
    )
    expect(text).toMatch(/^\/\/ .*This is the difference from the baseline, for mongosh/)
    expect(text).toContain('it leaves what the schema no longer has.\ndb.getCollection("Gone")')
    expect(statements).toEqual([
      'db.createCollection("New")',
      'db.getCollection("New").createIndex({ "b": 1 }, { name: "New_b_key", unique: true })',
      'db.getCollection("Gone").drop()',
    ])
    expect(steps).toEqual([
      'CreateCollection: Create the collection New',
      'CreateIndex: Add the unique index New_b_key to New',
      'DropCollection: Drop the collection Gone',
    ])
    expect(warnings).toEqual([
      'You are about to drop the `Gone` collection. If it is not empty, all the documents in it will be lost.',
    ])
  })

  it('renames a collection whose model stays, and creates its indexes by their new names', () => {
    const { statements, steps, warnings } = difference(
      model('User', 'mail String @unique'),
      model('User', 'mail String @unique', '@@map("users")'),
    )
    expect(statements).toEqual([
      'db.getCollection("User").renameCollection("users")',
      'db.getCollection("users").dropIndex("User_mail_key")',
      'db.getCollection("users").createIndex({ "mail": 1 }, { name: "users_mail_key", unique: true })',
    ])
    expect(steps).toEqual([
      'RenameCollection: Rename the collection User to users',
      'DropIndex: Drop the index User_mail_key of users, to create it anew',
      'CreateIndex: Create the unique index users_mail_key of users, which was User_mail_key',
    ])
    expect(warnings).toEqual([])
  })

  it('knows a collection by its name, whatever the model is called', () => {
    expect(difference(model('User'), model('Person', '@@map("User")')).statements).toEqual([])
  })

  it('creates changed indexes anew, and warns of uniqueness', () => {
    const { statements, steps, warnings } = difference(
      model('A', 'b Int', 'c Int', '@@index([b], map: "i")', '@@index([c])'),
      model('A', 'b Int', 'c Int', '@@unique([b(sort: Desc), c], map: "i")'),
    )
    expect(statements).toEqual([
      'db.getCollection("A").dropIndex("i")',
      'db.getCollection("A").dropIndex("A_c_idx")',
      'db.getCollection("A").createIndex({ "b": -1, "c": 1 }, { name: "i", unique: true })',
    ])
    expect(steps).toEqual([
      'DropIndex: Drop the index i of A, to create it anew',
      'DropIndex: Drop the index A_c_idx of A',
      'CreateIndex: Create the unique index i of A anew',
    ])
    expect(warnings).toEqual([
      '! A unique index over the fields `[b,c]` of the collection `A` will be created. If there are documents with the same values, this will fail.',
    ])
  })

  it('takes no notice of the order of fields that are searched as text', () => {
    const text = (fields: string) =>
      model('A', 'b String', 'c String', 'd Int', `@@fulltext([${fields}], map: "i")`)
    expect(difference(text('d(sort: Asc), b, c'), text('d(sort: Asc), c, b')).statements).toEqual(
      [],
    )
    expect(difference(text('b, c'), text('c')).statements).toHaveLength(2)
  })

  it('renames fields in the documents, but for those that may be in the way', () => {
    const found = difference(
      model('A', 'b Int', 'c Int', 'd Int'),
      model('A', 'b Int @map("bb")', 'c Int @map("d")', 'd Int @map("c")'),
    )
    expect(found.statements).toEqual([
      'db.getCollection("A").updateMany({}, { $rename: { "b": "bb" } })',
    ])
    expect(found.warnings).toEqual(
      ['c', 'd'].map(
        (name) =>
          `! The field \`${name}\` of the collection \`A\` is now called \`${name === 'c' ? 'd' : 'c'}\`. Documents that are there keep the old name, and Prisma Client does not find it.`,
      ),
    )
  })

  it('warns of documents that Prisma Client may not be able to read', () => {
    const type = (line: string) => `type T {\n  ${line}\n}\n`
    const { statements, warnings } = difference(
      model('A', 'b Int?', 'c Int', 't T') + type('x Int'),
      model('A', 'b Int', 'c String', 'd Int', 'e Int?', 'f Int[]', 't T') +
        type('x Int @map("y")'),
    )
    expect(statements).toEqual([])
    expect(warnings).toEqual([
      '! Added the required field `d` to the collection `A`. Documents that are there lack it, and Prisma Client may fail to read them.',
      '! Made the field `b` of the collection `A` required. Prisma Client may fail to read documents without it.',
      '! The field `c` of the collection `A` changes from `Int` to `String`. Documents keep the values that they have, and Prisma Client may fail to read them.',
      '! The field `x` of the type `T` is now called `y`. Documents that are there keep the old name, and Prisma Client does not find it.',
    ])
  })
})

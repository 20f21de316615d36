import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { checkAgreement, findDisagreement } from './agreement'
import type { Datamodel } from './datamodel'
import { readDatamodel } from './engine'

/** Everything that the engine tells, in one schema. */
const SCHEMA = `
datasource db {
  provider = "postgresql"
  schemas  = ["main", "other"]
}
generator client {
  provider        = "prisma-client"
  previewFeatures = ["views", "partialIndexes"]
}
/// A person
/* who writes */
model User {
  id        Int      @id(map: "pk") @default(autoincrement())
  /// Documented
  mail      String   @unique(map: "mail_key", sort: Desc) @db.VarChar(255) /// twice
  role      Role     @default(ADMIN)
  roles     Role[]   @default([ADMIN, USER])
  price     Decimal? @default("1.50") @db.Decimal(10, 2)
  ratio     Float    @default(13.37)
  count     BigInt   @default(9007199254740993)
  on        Boolean  @default(true) @map("is_on")
  changed   DateTime @default(now()) @updatedAt
  token     String   @default(uuid())
  generated String   @default(dbgenerated("(1 - 1)"))
  shape     Unsupported("circle")?
  hidden    String?  @ignore
  json      Json
  posts     Post[]
  liked     Post[]   @relation("likes")
  boss      User?    @relation("boss", fields: [bossId, bossMail], references: [id, mail], onDelete: SetNull, onUpdate: NoAction)
  bossId    Int?
  bossMail  String?
  staff     User[]   @relation("boss")
  secrets   Secret[] @ignore

  @@unique([id, mail], name: "both", map: "both_key")
  @@unique([role], where: raw("on"))
  @@index([json(ops: JsonbPathOps)], type: Gin)
  @@index([mail(ops: raw("text_pattern_ops"), sort: Desc), role(sort: Asc)], name: "old_name")
  @@map("users")
  @@schema("main")
}
model Post {
  a        Int
  b        Int   @unique
  author   User? @relation(fields: [authorId], references: [id])
  authorId Int?
  likes    User[] @relation("likes")
  @@id([b])
  @@unique([a])
  @@schema("other")
}
model Secret {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int
  @@ignore
  @@schema("other")
}
view Seen {
  id Int @unique
  @@schema("main")
}
/// Roles
enum Role {
  /// All rights
  ADMIN @map("admin")
  USER
  @@map("roles")
  @@schema("main")
}
`

const MONGO = `
datasource db {
  provider = "mongodb"
  url      = "x"
}
model User {
  id      String  @id @default(auto()) @map("_id") @db.ObjectId
  address Address
  postIds String[] @db.ObjectId
  posts   Post[]  @relation(fields: [postIds], references: [id])
  @@unique([address.street, id])
  @@index([address.city(sort: Desc)])
}
model Post {
  id      String   @id @map("_id") @db.ObjectId
  userIds String[] @db.ObjectId
  users   User[]   @relation(fields: [userIds], references: [id])
}
type Address {
  street String @default("x") @map("st")
  city   String?
}
`

function fileOf(text: string) {
  return [{ path: 'schema.prisma', text }]
}

describe('checkAgreement', () => {
  it.each([
    ['Prisma 7', SCHEMA, 7],
    ['Prisma 6', MONGO, 6],
  ] as const)('agrees with %s', (_, text, version) => {
    expect(checkAgreement(fileOf(text))).toEqual({ version, fault: null })
  })

  it('has nothing to compare with when no engine accepts the schema', () => {
    expect(checkAgreement(fileOf('model A {\n}\n'))).toEqual({ version: null, fault: null })
  })

  it('goes on after an engine panics', () => {
    const deep = `model A {\n  id Int @id @default(${'['.repeat(200_000)})\n}\n`
    expect(checkAgreement(fileOf(deep)).version).toBeNull()
    expect(checkAgreement(fileOf(SCHEMA)).version).toBe(7)
  })
})

/** The datamodel of `SCHEMA` with one thing changed. */
type Change = (datamodel: Mutable<Datamodel>) => void
type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> }

describe('findDisagreement', () => {
  const datamodel = readDatamodel(7, fileOf(SCHEMA))
  const document = createDocument(fileOf(SCHEMA))
  const model = (data: Mutable<Datamodel>, name: string) =>
    data.models.find((item) => item.name === name) as Mutable<Datamodel['models'][number]>
  const field = (data: Mutable<Datamodel>, name: string) =>
    model(data, 'User').fields.find((item) => item.name === name) as Mutable<
      Datamodel['models'][number]['fields'][number]
    >
  const index = (data: Mutable<Datamodel>, find: Partial<Datamodel['indexes'][number]>) =>
    data.indexes.find((item) =>
      Object.entries(find).every(([key, value]) => Reflect.get(item, key) === value),
    ) as Mutable<Datamodel['indexes'][number]>

  const changes: readonly [string, Change][] = [
    ['a missing model', (data) => void data.models.pop()],
    ['a missing enum', (data) => void data.enums.pop()],
    ['an added type', (data) => void data.types.push(model(data, 'Seen'))],
    ['a table name', (data) => (model(data, 'User').dbName = 'people')],
    ['a database schema', (data) => (model(data, 'Post').schema = 'main')],
    ['documentation of a model', (data) => (model(data, 'User').documentation = 'Else')],
    ['the order of fields', (data) => void model(data, 'User').fields.reverse()],
    ['a missing field', (data) => void model(data, 'User').fields.pop()],
    ['a kind', (data) => (field(data, 'role').kind = 'scalar')],
    ['a type', (data) => (field(data, 'mail').type = 'Int')],
    ['an arity', (data) => (field(data, 'mail').isRequired = false)],
    ['a list', (data) => (field(data, 'mail').isList = true)],
    ['isId', (data) => (field(data, 'id').isId = false)],
    ['isUnique', (data) => (field(data, 'mail').isUnique = false)],
    ['isUpdatedAt', (data) => (field(data, 'changed').isUpdatedAt = false)],
    ['a foreign key', (data) => (field(data, 'bossId').isReadOnly = false)],
    ['a missing default', (data) => (field(data, 'on').hasDefaultValue = false)],
    ['a default', (data) => (field(data, 'on').default = false)],
    ['a decimal default', (data) => (field(data, 'price').default = 1.51)],
    ['a BigInt default', (data) => (field(data, 'count').default = '9007199254740992')],
    ['a function', (data) => (field(data, 'token').default = { name: 'uuid', args: [7] })],
    ['a list default', (data) => (field(data, 'roles').default = ['USER', 'ADMIN'])],
    ['a native type', (data) => (field(data, 'mail').nativeType = ['VarChar', ['254']])],
    ['a column name', (data) => (field(data, 'on').dbName = 'on')],
    ['documentation of a field', (data) => (field(data, 'mail').documentation = 'Documented')],
    ['a relation name', (data) => (field(data, 'posts').relationName = 'UserToPost')],
    ['foreign key fields', (data) => (field(data, 'boss').relationFromFields = ['bossId'])],
    ['referenced fields', (data) => (field(data, 'boss').relationToFields = ['mail', 'id'])],
    ['onDelete', (data) => (field(data, 'boss').relationOnDelete = 'Cascade')],
    ['onUpdate', (data) => (field(data, 'boss').relationOnUpdate = 'Cascade')],
    ['a primary key', (data) => (model(data, 'Post').primaryKey = null)],
    ['a unique constraint', (data) => void model(data, 'Post').uniqueIndexes.pop()],
    ['an enum name', (data) => ((data.enums[0] as { dbName: string }).dbName = 'role')],
    ['an enum value', (data) => void data.enums[0]?.values.reverse()],
    ['an index type', (data) => (index(data, { algorithm: 'Gin' }).type = 'fulltext')],
    ['an algorithm', (data) => (index(data, { algorithm: 'Gin' }).algorithm = 'Gist')],
    ['an index name', (data) => (index(data, { dbName: 'old_name' }).dbName = 'else')],
    ['a client name', (data) => (index(data, { name: 'both' }).name = 'id_mail')],
    ['where a key stands', (data) => (index(data, { dbName: 'pk' }).isDefinedOnField = false)],
    ['a clustered key', (data) => (index(data, { dbName: 'pk' }).clustered = true)],
    ['an index field', (data) => void index(data, { dbName: 'old_name' }).fields.reverse()],
  ]

  it('agrees before anything is changed', () => {
    expect(datamodel && findDisagreement(document, datamodel)).toBeNull()
  })

  it.each(changes)('sees %s', (_, change) => {
    const changed = structuredClone(datamodel) as Mutable<Datamodel>
    change(changed)
    expect(findDisagreement(document, changed)).toMatch(/we say .*, Prisma says /)
  })

  it.each([
    ['sort', { name: 'mail', sortOrder: 'asc', operatorClass: 'text_pattern_ops' }],
    ['length', { name: 'mail', sortOrder: 'desc', operatorClass: 'text_pattern_ops', length: 3 }],
    ['operator class', { name: 'mail', sortOrder: 'desc', operatorClass: 'text_ops' }],
  ] as const)('sees the %s of an index field', (_, first) => {
    const changed = structuredClone(datamodel) as Mutable<Datamodel>
    index(changed, { dbName: 'old_name' }).fields[0] = first
    expect(findDisagreement(document, changed)).toContain('indexes')
  })

  it('sees fields that are paired with others', () => {
    const { graph } = document
    const relations = graph.relations.filter(({ name }) => name !== 'likes')
    const unpaired = { ...document, graph: { ...graph, relations } }
    expect(datamodel && findDisagreement(unpaired, datamodel)).toContain('relations')
  })

  it('sees what we find wrong though Prisma accepts it', () => {
    const broken = createDocument(fileOf(`${SCHEMA}\nstray\n`))
    expect(datamodel && findDisagreement(broken, datamodel)).toContain('we cannot read')
    const problem = createDocument(fileOf(SCHEMA.replace('authorId Int?', 'authorId Int? !')))
    expect(datamodel && findDisagreement(problem, datamodel)).toContain('where we find')
    const unknown = createDocument(fileOf(SCHEMA.replace('authorId Int?', 'authorId Integer?')))
    expect(datamodel && findDisagreement(unknown, datamodel)).toContain('Prisma knows Integer')
  })
})

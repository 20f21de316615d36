/** Schemas for PostgreSQL that between them have everything that comes to something in SQL. */

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'

/** A model with one field of each kind: required, optional and, where there are such, a list. */
function columns(name: string, types: readonly string[]): string {
  const fields = types.flatMap((type, index) => {
    const [scalar = '', ...native] = type.split(' ')
    return ['', '?', '[]'].map((arity, place) =>
      [`f${index}${'abc'[place]}`, scalar + arity, ...native].join(' '),
    )
  })
  return `model ${name} {\n  id Int @id\n  ${fields.join('\n  ')}\n}\n`
}

/** By what they are about. */
export const POSTGRESQL_SCHEMAS: Readonly<Record<string, string>> = {
  scalars: `${DATASOURCE}${columns('Scalars', [
    ...['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes'],
  ])}`,
  'native types': `${DATASOURCE}${columns('Texts', [
    ...['String @db.Text', 'String @db.Char(4)', 'String @db.VarChar(20)', 'String @db.VarChar'],
    ...['String @db.Bit(3)', 'String @db.VarBit(9)', 'String @db.VarBit', 'String @db.Uuid'],
    ...['String @db.Xml', 'String @db.Inet', 'String @db.Citext', 'Bytes @db.ByteA'],
    ...['Json @db.Json', 'Json @db.JsonB', 'Boolean @db.Boolean'],
  ])}${columns('Numbers', [
    ...['Int @db.Integer', 'Int @db.SmallInt', 'Int @db.Oid', 'BigInt @db.BigInt'],
    ...['Float @db.DoublePrecision', 'Float @db.Real', 'Decimal @db.Decimal(10, 2)'],
    ...['Decimal @db.Decimal(5, 0)', 'Decimal @db.Money'],
  ])}${columns('Moments', [
    ...['DateTime @db.Timestamp(0)', 'DateTime @db.Timestamp(6)', 'DateTime @db.Timestamptz(3)'],
    ...['DateTime @db.Date', 'DateTime @db.Time(6)', 'DateTime @db.Timetz(6)'],
  ])}`,
  defaults: `${DATASOURCE}
enum Mood {
  GOOD
  BAD @map("not good")
}
model Defaults {
  id       Int      @id @default(autoincrement())
  big      BigInt   @default(autoincrement())
  small    Int      @default(autoincrement()) @db.SmallInt
  text     String   @default("it's \\"so\\" \\\\ \\n new")
  empty    String   @default("")
  other    String   @default("größe 東京 🙂") @db.VarChar(40)
  yes      Boolean  @default(true)
  int      Int      @default(-7)
  long     BigInt   @default(9007199254740993)
  float    Float    @default(1.5)
  exact    Decimal  @default(12.50) @db.Decimal(8, 2)
  at       DateTime @default("2024-02-01T10:00:00.5Z")
  zoned    DateTime @default("2024-02-01T10:00:00Z") @db.Timestamptz(6)
  day      DateTime @default(now()) @db.Date
  now      DateTime @default(now())
  changed  DateTime @updatedAt
  json     Json     @default("{\\"a\\": [1, \\"it's\\"]}")
  mood     Mood     @default(BAD)
  moods    Mood[]   @default([GOOD])
  words    String[] @default(["a", "it's", "b,c"])
  none     String[] @default([])
  ints     Int[]    @default([1, -2])
  uuid     String   @default(uuid())
  cuid     String   @default(cuid())
  made     String   @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  sum      Int      @default(dbgenerated("(1 + 2)"))
  upper    String   @default(dbgenerated("upper('a'::text)"))
}`,
  'names in the database': `${DATASOURCE}
enum Kind {
  first  @map("1st")
  second
  @@map("kind of thing")
}
model Thing {
  id      Int    @map("thing id")
  name    String @map("Name")
  kind    Kind   @map("the-kind")
  ownerId Int?   @map("owner_id")
  owner   Owner? @relation(fields: [ownerId, name], references: [id, name], map: "belongs to")
  @@id([id, name], map: "thing key")
  @@unique([kind, name], map: "Kind and name")
  @@index([ownerId], map: "an index")
  @@map("things of mine")
}
model Owner {
  id     Int
  name   String
  things Thing[]
  @@id([name, id])
  @@map("Owner's")
}`,
  relations: `${DATASOURCE}
model User {
  id        Int      @id @default(autoincrement())
  profile   Profile?
  posts     Post[]   @relation("author")
  edited    Post[]   @relation("editor")
  bossId    Int?
  boss      User?    @relation("boss", fields: [bossId], references: [id], onDelete: SetNull, onUpdate: NoAction)
  staff     User[]   @relation("boss")
  friends   User[]   @relation("friends")
  friendOf  User[]   @relation("friends")
}
model Profile {
  userId Int  @id
  user   User @relation(fields: [userId], references: [id], onDelete: Cascade, onUpdate: Restrict)
}
model Post {
  author   User   @relation("author", fields: [authorId], references: [id], onDelete: Restrict)
  authorId Int
  number   Int
  editor   User?  @relation("editor", fields: [editorId], references: [id], onDelete: NoAction)
  editorId Int?   @default(1)
  next     Post?  @relation("next", fields: [nextAuthor, nextNumber], references: [authorId, number], onDelete: SetNull)
  nextAuthor Int?
  nextNumber Int?
  previous Post?  @relation("next")
  @@id([authorId, number])
  @@unique([nextAuthor, nextNumber])
  @@index([editorId])
}
model Tag {
  slug   String @unique @db.VarChar(30)
  id     BigInt @id
  parent String? @db.VarChar(30)
  up     Tag?   @relation("tree", fields: [parent], references: [slug], onDelete: SetDefault, onUpdate: SetDefault)
  below  Tag[]  @relation("tree")
}
model Article {
  id     String  @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  topics Topic[]
  alike  Topic[] @relation("alike")
}
model Topic {
  name     String    @id
  articles Article[]
  like     Article[] @relation("alike")
}`,
  indexes: `${DATASOURCE}
model Indexed {
  id    Int      @id
  text  String
  name  String
  at    DateTime
  json  Json
  words String[]
  place String   @db.Inet
  @@unique([name, at(sort: Desc)])
  @@index([text(sort: Desc), at])
  @@index([id], type: Hash)
  @@index([json], type: Gin)
  @@index([json(ops: JsonbPathOps)], type: Gin, map: "by_path")
  @@index([words], type: Gin)
  @@index([place(ops: InetOps)], type: Gist)
  @@index([text(ops: TextOps)], type: SpGist)
  @@index([at, id], type: Brin)
}
model ALongNameThatGoesOnAndOnUntilItIsTooLong {
  aColumnWhoseNameIsAlsoLong       Int
  anotherColumnWhoseNameIsAlsoLong Int
  id                               Int @id
  @@unique([aColumnWhoseNameIsAlsoLong, anotherColumnWhoseNameIsAlsoLong])
  @@index([anotherColumnWhoseNameIsAlsoLong, aColumnWhoseNameIsAlsoLong])
}`,
  'several schemas': `datasource db {
  provider = "postgresql"
  schemas  = ["public", "shop", "Über uns"]
}
enum State {
  OPEN
  @@schema("shop")
}
enum Other {
  OPEN
  CLOSED
  @@map("State")
  @@schema("Über uns")
}
model Item {
  id    Int    @id
  state State  @default(OPEN)
  other Other?
  @@schema("shop")
}
model Order {
  id     Int   @id
  itemId Int
  about  About @relation(fields: [itemId], references: [id])
  @@map("Item")
  @@schema("Über uns")
}
model About {
  id     Int     @id
  orders Order[]
  @@schema("public")
}
model Tag {
  id    Int    @id
  zones Zone[]
  @@schema("Über uns")
}
model Zone {
  id   Int   @id
  tags Tag[]
  @@schema("Über uns")
}`,
  'what Prisma does not support': `${DATASOURCE}
generator client {
  provider        = "prisma-client"
  output          = "../client"
  previewFeatures = ["views"]
}
model Odd {
  id     Int                         @id
  shape  Unsupported("circle")?
  ts     Unsupported("tsvector")
  span   Unsupported("interval")     @default(dbgenerated("'01:00:00'::interval"))
  range  Unsupported("int4range")[]
  hidden String?                     @ignore
  @@index([ts], type: Gin)
  @@index([shape], type: Gist)
}
model NoKey {
  text String?
  @@ignore
}
view Shown {
  id   Int     @unique
  text String?
}`,
}

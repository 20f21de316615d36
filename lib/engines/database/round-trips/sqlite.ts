/** Schemas for SQLite that between them have everything that comes to something in SQL. */

const DATASOURCE = 'datasource db {\n  provider = "sqlite"\n}\n'

/** By what they are about. */
export const SQLITE_SCHEMAS: Readonly<Record<string, string>> = {
  scalars: `${DATASOURCE}
model Scalars {
  id    Int      @id @default(autoincrement())
  text  String
  yes   Boolean
  int   Int
  long  BigInt
  float Float
  exact Decimal
  at    DateTime
  json  Json
  bytes Bytes
  text1  String?
  yes1   Boolean?
  long1  BigInt?
  float1 Float?
  exact1 Decimal?
  at1    DateTime?
  json1  Json?
  bytes1 Bytes?
}`,
  defaults: `${DATASOURCE}
model Defaults {
  id      String   @id @default(uuid())
  text    String   @default("it's \\"so\\"")
  empty   String   @default("")
  yes     Boolean  @default(false)
  int     Int      @default(-7)
  long    BigInt   @default(9007199254740993)
  float   Float    @default(1.5)
  exact   Decimal  @default(12.50)
  now     DateTime @default(now())
  changed DateTime @updatedAt
}`,
  'names in the database': `${DATASOURCE}
model Thing {
  id      Int    @map("thing id")
  name    String @map("Name")
  ownerId Int?   @map("owner_id")
  owner   Owner? @relation(fields: [ownerId, name], references: [id, name])
  @@id([id, name])
  @@unique([id, ownerId], map: "Name and owner")
  @@index([ownerId(sort: Desc)], map: "an index")
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
  id       Int      @id @default(autoincrement())
  profile  Profile?
  posts    Post[]   @relation("author")
  edited   Post[]   @relation("editor")
  bossId   Int?
  boss     User?    @relation("boss", fields: [bossId], references: [id], onDelete: SetNull, onUpdate: NoAction)
  staff    User[]   @relation("boss")
  friends  User[]   @relation("friends")
  friendOf User[]   @relation("friends")
}
model Profile {
  userId Int  @id
  user   User @relation(fields: [userId], references: [id], onDelete: Cascade, onUpdate: Restrict)
}
model Post {
  id       String @id
  author   User   @relation("author", fields: [authorId], references: [id], onDelete: Restrict)
  authorId Int
  editor   User?  @relation("editor", fields: [editorId], references: [id], onDelete: SetDefault)
  editorId Int?   @default(1)
  tags     Tag[]
  liked    Tag[]  @relation("liked")
  @@unique([authorId, editorId])
  @@index([editorId, authorId(sort: Desc)])
}
model Tag {
  name    String @id
  posts   Post[]
  likedBy Post[] @relation("liked")
}`,
  'what Prisma does not support': `${DATASOURCE}
model Odd {
  id     Int                    @id
  shape  Unsupported("circle")?
  hidden String?                @ignore
}
model NoKey {
  text String?
  @@ignore
}`,
}

/** Schemas before and after a migration, by what it is about. */
export const SQLITE_STEPS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  columns: [
    `${DATASOURCE}
model T {
  id   Int     @id
  gone String
  num  Int
  opt  String?
  def  Int     @default(1)
}`,
    `${DATASOURCE}
model T {
  id    Int      @id @default(autoincrement())
  num   BigInt   @default(5)
  opt   String
  def   Int?
  added DateTime @default(now())
}`,
  ],
  'keys, indexes and tables': [
    `${DATASOURCE}
model A {
  id   Int    @id
  name String @unique
  bs   B[]
  cs   C[]
}
model B {
  id  Int @id
  aId Int
  a   A   @relation(fields: [aId], references: [id])
  @@index([aId])
}
model C {
  id Int @id
  as A[]
}
model Gone {
  id Int @id
}`,
    `${DATASOURCE}
model A {
  id   Int
  name String @unique(map: "by_name")
  bs   B[]
  @@id([id, name])
}
model B {
  id    Int     @id
  aId   Int?
  aName String?
  a     A?      @relation(fields: [aId, aName], references: [id, name], onDelete: SetNull)
  ds    D[]
}
model C {
  id Int @id
}
model D {
  id Int @id
  bs B[]
}`,
  ],
}

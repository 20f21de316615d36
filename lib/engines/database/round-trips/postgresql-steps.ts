const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'

/** Schemas before and after a migration, by what it is about. */
export const POSTGRESQL_STEPS: Readonly<Record<string, readonly [before: string, after: string]>> =
  {
    columns: [
      `${DATASOURCE}
model T {
  id   Int     @id
  gone String
  text String  @db.VarChar(20)
  num  Int
  opt  String?
  def  Int     @default(1)
  arr  Int[]
  re   Int
}`,
      `${DATASOURCE}
model T {
  id    BigInt   @id
  text  String
  count Int      @default(autoincrement())
  num   BigInt   @default(5)
  opt   String
  def   Int?
  arr   Int[]    @default([1])
  re    DateTime
  added Json     @default("{}")
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
  a     A?      @relation(fields: [aId, aName], references: [id, name], onDelete: SetNull, map: "of_a")
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
    enums: [
      `${DATASOURCE}
enum E {
  A
  B
  C
}
enum Gone {
  X
}
model T {
  id  Int  @id
  e   E    @default(B)
  es  E[]  @default([A, C])
  x   Gone
}`,
      `${DATASOURCE}
enum E {
  B
  D
  A
}
enum New {
  X
  @@map("new one")
}
model T {
  id Int  @id
  e  E    @default(A)
  es E[]  @default([B])
  n  New?
}`,
    ],
    'to another schema': [
      'datasource db {\n  provider = "postgresql"\n  schemas = ["public", "one"]\n}\nmodel T {\n  id Int @id\n  @@schema("one")\n}',
      'datasource db {\n  provider = "postgresql"\n  schemas = ["public", "two"]\n}\nmodel T {\n  id Int @id\n  @@schema("two")\n}\nmodel U {\n  id Int @id\n  @@schema("public")\n}',
    ],
  }

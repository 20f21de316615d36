import { describe, expect, it } from 'vitest'
import { changeProvider } from './describe-provider-change'
import { WITH_STAND_INS } from './stand-ins'
import { contextOf, dedent } from './testing'

/** A copy that nobody reads need not be laid out in columns. */
const withoutColumns = (text: string | undefined) => text?.replace(/(\S) +/g, '$1 ')

/** Checks what the schema is looked at as, and what is said of it: the text and what is done. */
function checkPreview(before: string, provider: string, after: string, said: readonly string[]) {
  const change = changeProvider(contextOf(dedent(before)), provider, WITH_STAND_INS)
  const [file] = change?.draft.ctx.files.values() ?? []
  expect(withoutColumns(file?.text)).toBe(withoutColumns(dedent(after) as string))
  expect(change?.consequences.map(({ text, fix }) => `${text} ${fix}`)).toEqual(said)
}

describe('a schema that is looked at as for another database', () => {
  it('has texts for enums and for Json, in SQL Server', () => {
    checkPreview(
      `
      datasource store {
        provider = "postgresql"
      }

      /// What somebody may do.
      enum Role {
        ADMIN  @map("admin user")
        MEMBER
      }

      model User {
        id       Int    @id
        role     Role   @default(ADMIN) @map("the_role") // one
        settings Json   @default("{}") @db.Json
        others   Role[] @default([MEMBER])
        tags     String[] @db.VarChar(20)

        @@index([role])
      }
      `,
      'sqlserver',
      `
      datasource store {
        provider = "sqlserver"
      }

      model User {
        id       Int     @id
        role     String  @default("admin user") @map("the_role") // one
        settings String  @default("{}") @store.NVarChar(Max)
        others   String? @store.NVarChar(Max)
        tags     String? @store.NVarChar(Max)

        @@index([role])
      }
      `,
      [
        'Role: SQL Server has no enums. String takes its place.',
        'User.settings: SQL Server has no Json. String @store.NVarChar(Max) takes its place.',
        'User.others: SQL Server cannot store lists of Role. String @store.NVarChar(Max) takes its place.',
        'User.tags: SQL Server cannot store lists of String. String @store.NVarChar(Max) takes its place.',
      ],
    )
  })

  it('has Json for composite types and lists', () => {
    checkPreview(
      `
      datasource db {
        provider = "mongodb"
      }

      type Address {
        city String
      }

      model User {
        id      String    @id @default(auto()) @map("_id") @db.ObjectId
        home    Address
        earlier Address[]
        names   String[]  @default(["a"])

        @@index([home.city])
      }
      `,
      'mysql',
      `
      datasource db {
        provider = "mysql"
      }

      model User {
        id      String @id @default(uuid()) @map("_id")
        home    Json
        earlier Json?
        names   Json?
      }
      `,
      [
        'User, index of home.city: MySQL has no composite types. It is left out.',
        'Address: MySQL has no composite types. Json takes its place.',
        'User.names: MySQL cannot store lists of String. Json takes its place.',
        'User.id: MySQL has no native type ObjectId. Prisma’s usual type for it takes its place.',
        'User.id: MySQL has no auto() for it. uuid() takes its place.',
      ],
    )
  })

  it('has a key of one field, and lists of keys for a table between two models, in MongoDB', () => {
    checkPreview(
      `
      datasource db {
        provider = "sqlite"
      }

      model Seat {
        id    Int
        row   Int
        price Decimal @default("2.50")
        tags  Tag[]

        @@id([id, row])
      }

      model Tag {
        id    Int    @id
        seats Seat[]
      }
      `,
      'mongodb',
      `
      datasource db {
        provider = "mongodb"
      }

      model Seat {
        id2   String @id @default(auto()) @map("_id") @db.ObjectId
        id    Int
        row   Int
        price Float  @default(2.50)
        tags  Tag[]  @relation(fields: [tagIds], references: [id])
        tagIds Int[]

        @@unique([id, row])
      }

      model Tag {
        id    Int    @id @map("_id")
        seats Seat[] @relation(fields: [seatIds], references: [id2])
        seatIds String[] @db.ObjectId
      }
      `,
      [
        'Seat.price: MongoDB has no Decimal. Float takes its place.',
        'Seat has no primary key of one field, and MongoDB wants one. _id is added, and its key is a unique one.',
        'Tag.id: MongoDB calls every primary key _id. It is called so there.',
        'Seat.tags: MongoDB has no many-to-many relations without a model between them. Lists of keys at both ends take its place.',
      ],
    )
  })

  it('has a table for lists of keys, of which those stay that another relation has too', () => {
    checkPreview(
      `
      datasource db {
        provider = "mongodb"
      }

      model User {
        id      String   @id @map("_id")
        teamIds String[]
        teams   Team[]   @relation("Members", fields: [teamIds], references: [id])
        led     Team[]   @relation("Leaders", fields: [teamIds], references: [id])
        seen    String[]

        @@index([teamIds])
      }

      model Team {
        id        String   @id @map("_id")
        userIds   String[]
        users     User[]   @relation("Members", fields: [userIds], references: [id])
        leaderIds String[]
        leaders   User[]   @relation("Leaders", fields: [leaderIds], references: [id])

        @@index([userIds])
      }
      `,
      'postgresql',
      `
      datasource db {
        provider = "postgresql"
      }

      model User {
        id      String   @id @map("_id")
        teamIds String[]
        teams   Team[]   @relation("Members")
        led     Team[]   @relation("Leaders")
        seen    String[]

        @@index([teamIds])
      }

      model Team {
        id        String   @id @map("_id")
        users     User[]   @relation("Members")
        leaders   User[]   @relation("Leaders")
      }
      `,
      [
        'User.teams: PostgreSQL has no many-to-many relations in lists of keys. A table between the two takes its place.',
        'User.led: PostgreSQL has no many-to-many relations in lists of keys. A table between the two takes its place.',
      ],
    )
  })

  it('keeps a relation that has no other side yet, for Prisma to say so', () => {
    checkPreview(
      `
      datasource db {
        provider = "sqlite"
      }

      model Post {
        id   Int   @id
        tags Tag[]
      }

      model Tag {
        id Int @id
      }
      `,
      'mongodb',
      `
      datasource db {
        provider = "mongodb"
      }

      model Post {
        id   Int   @id @map("_id")
        tags Tag[]
      }

      model Tag {
        id Int @id @map("_id")
      }
      `,
      [
        'Post.id: MongoDB calls every primary key _id. It is called so there.',
        'Tag.id: MongoDB calls every primary key _id. It is called so there.',
      ],
    )
  })

  it('keeps what is wrong by itself, for Prisma to say so', () => {
    checkPreview(
      `
      datasource db {
        provider = "postgresql"
      }

      enum Role {
        ADMIN ][
      }

      model User {
        id   Int  @id
        role Role
      }
      `,
      'sqlserver',
      `
      datasource db {
        provider = "sqlserver"
      }

      enum Role {
        ADMIN ][
      }

      model User {
        id   Int    @id
        role String
      }
      `,
      ['Role: SQL Server has no enums. null'],
    )
  })

  it('is as the command makes it where there is nothing to stand in for', () => {
    const ctx = contextOf(
      'datasource db {\n  provider = "sqlite"\n}\n\nmodel A {\n  id Int @id\n}\n',
    )
    const text = (adaptations?: typeof WITH_STAND_INS) =>
      [...(changeProvider(ctx, 'mysql', adaptations)?.draft.ctx.files.values() ?? [])][0]?.text
    expect(text(WITH_STAND_INS)).toBe(text())
  })
})

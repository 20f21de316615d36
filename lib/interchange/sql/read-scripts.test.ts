import { lint } from '@prisma/prisma-schema-wasm'
import { expect, test } from 'vitest'
import { readMysql } from './read-mysql'
import { readSqlServer } from './read-sqlserver'

/** The schema without its first two blocks, which must be one that Prisma's engine accepts. */
function check(read: { schema: string }, expected: string): void {
  const diagnostics = JSON.parse(lint(JSON.stringify([['file:///schema.prisma', read.schema]])))
  expect(diagnostics.filter((each: { is_warning: boolean }) => !each.is_warning)).toEqual([])
  expect(read.schema.split('\n\n').slice(2).join('\n\n').trim()).toBe(expected.trim())
}

test('reads a mysqldump: types, defaults, enums, keys and their names', () => {
  check(
    readMysql(`-- MySQL dump 10.13
/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS \`posts\`;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE \`posts\` (
  \`id\` int unsigned NOT NULL AUTO_INCREMENT,
  \`author_id\` int unsigned DEFAULT NULL,
  \`title\` varchar(191) NOT NULL DEFAULT 'it''s',
  \`body\` mediumtext COLLATE utf8mb4_bin,
  \`state\` enum('draft','in review') NOT NULL DEFAULT 'draft',
  \`pinned\` tinyint(1) NOT NULL DEFAULT '0',
  \`2nd\` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  \`price\` decimal(10,2) DEFAULT '0.50',
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`posts_title_key\` (\`title\`),
  KEY \`by_author\` (\`author_id\`,\`2nd\` DESC),
  FULLTEXT KEY \`posts_body_idx\` (\`body\`),
  CONSTRAINT \`posts_author_fk\` FOREIGN KEY (\`author_id\`) REFERENCES \`users\` (\`id\`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE \`users\` (\`id\` int unsigned NOT NULL, \`boss\` int unsigned, PRIMARY KEY (\`id\`),
  CONSTRAINT \`users_boss_fkey\` FOREIGN KEY (\`boss\`) REFERENCES \`users\` (\`id\`) ON DELETE SET NULL ON UPDATE CASCADE);
CREATE TABLE \`log\` (\`at\` timestamp NULL);`),
    `
/// The underlying table does not contain a valid unique identifier and can therefore currently not be handled by Prisma Client.
model log {
  at DateTime? @db.Timestamp(0)

  @@ignore
}

model posts {
  id        Int         @id @default(autoincrement()) @db.UnsignedInt
  author_id Int?        @db.UnsignedInt
  title     String      @unique @default("it's")
  body      String?     @db.MediumText
  state     posts_state @default(draft)
  pinned    Boolean     @default(false)
  nd        DateTime    @default(now()) @map("2nd")
  price     Decimal?    @default(0.50) @db.Decimal(10, 2)
  users     users?      @relation(fields: [author_id], references: [id], onDelete: Cascade, onUpdate: NoAction, map: "posts_author_fk")

  @@index([author_id, nd(sort: Desc)], map: "by_author")
  @@fulltext([body])
}

model users {
  id          Int     @id @db.UnsignedInt
  boss        Int?    @db.UnsignedInt
  users       users?  @relation("usersTousers", fields: [boss], references: [id])
  posts       posts[]
  other_users users[] @relation("usersTousers")
}

enum posts_state {
  draft
  in_review @map("in review")
}`,
  )
})

test('reads a script of SQL Server: brackets, defaults in statements of their own, parallel keys', () => {
  check(
    readSqlServer(`USE [Shop]
GO
SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Orders](
	[Id] [int] IDENTITY(1,1) NOT NULL,
	[Buyer] [int] NOT NULL,
	[Seller] [int] NULL,
	[Total] [money] NOT NULL,
	[Note] [nvarchar](max) NULL,
	[At] [datetime2](7) NOT NULL,
 CONSTRAINT [PK_Orders] PRIMARY KEY CLUSTERED ([Id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
CREATE TABLE [dbo].[People]([Id] [int] NOT NULL CONSTRAINT [People_pkey] PRIMARY KEY, [Mail] [nvarchar](1000) NOT NULL)
GO
ALTER TABLE [dbo].[Orders] ADD CONSTRAINT [DF_At] DEFAULT (getdate()) FOR [At]
GO
ALTER TABLE [dbo].[Orders] WITH CHECK ADD CONSTRAINT [Orders_Buyer_fkey] FOREIGN KEY([Buyer])
REFERENCES [dbo].[People] ([Id]) ON UPDATE CASCADE
GO
ALTER TABLE [dbo].[Orders] CHECK CONSTRAINT [Orders_Buyer_fkey]
GO
ALTER TABLE [dbo].[Orders] ADD FOREIGN KEY([Seller]) REFERENCES [dbo].[People] ([Id])
GO
CREATE UNIQUE NONCLUSTERED INDEX [People_Mail_key] ON [dbo].[People]([Mail] ASC)
GO`),
    `
model Orders {
  Id                           Int      @id(map: "PK_Orders") @default(autoincrement())
  Buyer                        Int
  Seller                       Int?
  Total                        Float    @db.Money
  Note                         String?  @db.NVarChar(Max)
  At                           DateTime @default(now())
  People_Orders_BuyerToPeople  People   @relation("Orders_BuyerToPeople", fields: [Buyer], references: [Id])
  People_Orders_SellerToPeople People?  @relation("Orders_SellerToPeople", fields: [Seller], references: [Id], onDelete: NoAction, onUpdate: NoAction)
}

model People {
  Id                           Int      @id
  Mail                         String   @unique
  Orders_Orders_BuyerToPeople  Orders[] @relation("Orders_BuyerToPeople")
  Orders_Orders_SellerToPeople Orders[] @relation("Orders_SellerToPeople")
}`,
  )
})

test('makes a join table of Prisma a many-to-many relation', () => {
  check(
    readMysql(`CREATE TABLE Post (id int PRIMARY KEY); CREATE TABLE Tag (id int PRIMARY KEY);
CREATE TABLE _PostToTag (A int NOT NULL, B int NOT NULL, UNIQUE INDEX _PostToTag_AB_unique(A, B), INDEX _PostToTag_B_index(B));
ALTER TABLE _PostToTag ADD CONSTRAINT _PostToTag_A_fkey FOREIGN KEY (A) REFERENCES Post(id) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE _PostToTag ADD CONSTRAINT _PostToTag_B_fkey FOREIGN KEY (B) REFERENCES Tag(id) ON DELETE CASCADE ON UPDATE CASCADE;`),
    `
model Post {
  id  Int   @id
  Tag Tag[]
}

model Tag {
  id   Int    @id
  Post Post[]
}`,
  )
})

test('names what it passes over, with its line and the reason', () => {
  const { skipped } = readMysql(
    "CREATE TABLE a (id int PRIMARY KEY);\nINSERT INTO a VALUES (1);\nCREATE VIEW v AS SELECT 1;\nALTER TABLE b ADD c int;\nSELECT 'x",
  )
  expect(skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '2: Data is not imported, only the schema.',
    '3: Only tables, keys and indexes are read; views, triggers and routines are not imported.',
    '4: There is no table b before it.',
    "5: A string is never closed with '.",
  ])
})

test('names what it leaves out of a table that it reads', () => {
  const { schema, skipped } = readMysql(`CREATE TABLE a (
  id int NOT NULL PRIMARY KEY,
  b int,
  KEY by_sum ((b + 1)),
  CONSTRAINT gone FOREIGN KEY (b) REFERENCES elsewhere (id)
);`)
  expect(schema).toContain('model a {')
  expect(skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '1: An index over an expression has no place in a Prisma schema. The rest was read.',
    '1: There is no table elsewhere in the script, so the foreign key is left out.',
  ])
  const server = readSqlServer(
    'CREATE TABLE t (id int PRIMARY KEY, x nvarchar(9))\nGO\nCREATE FULLTEXT INDEX ON t (x) KEY INDEX pk\n',
  )
  expect(server.skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '3: Prisma has no full-text indexes for SQL Server.',
  ])
})

test('keeps the schemas of a database', () => {
  check(
    readSqlServer(`CREATE TABLE dbo.T (Id int PRIMARY KEY)
GO
CREATE TABLE audit.T (Id int PRIMARY KEY, OfId int NOT NULL CONSTRAINT T_OfId_fkey REFERENCES T ON UPDATE CASCADE)
GO
CREATE TABLE audit.Log (Id int PRIMARY KEY)
GO
ALTER TABLE audit.Log ADD At date NOT NULL
GO
CREATE INDEX Log_At_idx ON audit.Log (At)`),
    `
model Log {
  Id Int      @id
  At DateTime @db.Date

  @@index([At])
  @@schema("audit")
}

model dbo_T {
  Id      Int       @id
  audit_T audit_T[]

  @@map("T")
  @@schema("dbo")
}

model audit_T {
  Id    Int   @id
  OfId  Int
  dbo_T dbo_T @relation(fields: [OfId], references: [Id])

  @@map("T")
  @@schema("audit")
}
`,
  )
})

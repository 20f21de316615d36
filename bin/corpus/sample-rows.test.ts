/** Holds sample rows to the databases themselves: each statement is executed, on Prisma's own DDL. */

import init from '@sqlite.org/sqlite-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { randomFrom, randomSchema } from '@/lib/commands/random-schema'
import type { EmbeddedDatabase } from '@/lib/engines/database/embedded'
import { postgresInNode } from '@/lib/engines/database/node-postgres'
import type { EmbeddedProvider } from '@/lib/engines/database/shared'
import { openSqlite } from '@/lib/engines/database/sqlite'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers as createSchemaEngine } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi } from '@/lib/engines/schema-engine/shared'
import { createHandlers as createPlanner } from '@/lib/engines/sql-planner/handlers'
import { splitStatements } from '@/lib/interchange/sql/split-statements'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { migrationWarnings } from '@/lib/sql/migration-warnings'
import { planMigration } from '@/lib/sql/plan-migration'
import { type SampleRows, sampleRows } from '@/lib/sql/sample-rows'
import { tablesOf } from '@/lib/sql/tables-of'

const databases: Partial<Record<EmbeddedProvider, EmbeddedDatabase>> = {}
let engine: SchemaEngineApi
const planner = createPlanner({ tablesOf, planMigration, migrationWarnings })

beforeAll(async () => {
  installPrismaGlobals((detail) => expect.fail(detail))
  engine = createSchemaEngine(await engineInNode())
  databases.postgresql = await postgresInNode(['citext'])
  databases.sqlite = openSqlite(await init())
}, 60_000)

const NOW = Date.UTC(2026, 5, 1)

/** Creates the schema and fills it; every statement has to be accepted. */
async function fill(provider: EmbeddedProvider, schema: string, rows = 20): Promise<SampleRows> {
  const database = databases[provider] as EmbeddedDatabase
  await database.reset()
  if (provider === 'postgresql') await database.execute('CREATE EXTENSION citext')
  const { to } = planner.adapt({
    from: null,
    to: [{ path: 'schema.prisma', text: schema }],
    provider,
  })
  const ddl = await engine.diff({ from: null, to, provider })
  if (ddl.kind === 'invalid') throw new Error(`${ddl.message}\n${schema}`)
  for (const { text } of splitStatements(ddl.sql, provider)) await database.execute(text)
  const graph = deriveGraph(new Map(to.map(({ path, text }) => [path, parse(text)])))
  const samples = sampleRows(graph, { provider, rows, seed: 1, now: NOW })
  for (const sql of samples.statements) {
    await database.execute(sql).catch((error: Error) => {
      throw new Error(`${error.message}\n${sql}\n${schema}`)
    })
  }
  if (provider === 'sqlite') {
    expect((await database.run('PRAGMA foreign_key_check', 1)).rows).toEqual([])
  }
  return samples
}

/** The only column of the rows that a query gives. */
async function column(provider: EmbeddedProvider, sql: string): Promise<(string | null)[]> {
  const { rows } = await (databases[provider] as EmbeddedDatabase).run(sql, 1000)
  return rows.map(([value = null]) => value)
}

const POSTGRESQL = 'datasource db {\n  provider = "postgresql"\n}\n'

describe.each(['postgresql', 'sqlite'] as const)('sample rows in %s', (provider) => {
  it('are accepted for random schemas', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      // SQLite has no lists of scalars.
      const text = randomSchema(randomFrom(seed))
      const schema = provider === 'sqlite' ? text.replaceAll(/^\s*tags\s.*\n/gm, '') : text
      const { unfilled, rowCount } = await fill(provider, schema)
      expect(rowCount).toBeGreaterThan(0)
      for (const { reason } of unfilled) expect(reason).toMatch(/need each other|have to refer/)
    }
  }, 120_000)

  it('are the same for the same seed', async () => {
    const schema = randomSchema(randomFrom(7)).replaceAll(/^\s*tags\s.*\n/gm, '')
    expect(await fill(provider, schema)).toEqual(await fill(provider, schema))
  })

  it('keep composite keys, and links that share a column', async () => {
    const { unfilled } = await fill(
      provider,
      `${POSTGRESQL}
model Tenant {
  id       Int       @id @default(autoincrement())
  users    User[]
  projects Project[]
}
model User {
  tenantId Int
  id       Int
  tenant   Tenant @relation(fields: [tenantId], references: [id])
  tasks    Task[]
  lead     Project?
  @@id([tenantId, id])
}
model Project {
  tenantId Int
  code     String @db.Char(2)
  leadId   Int?
  tenant   Tenant @relation(fields: [tenantId], references: [id])
  lead     User?  @relation(fields: [tenantId, leadId], references: [tenantId, id], onDelete: Restrict)
  tasks    Task[]
  @@id([tenantId, code])
  @@unique([tenantId, leadId])
}
model Task {
  id       Int     @id
  tenantId Int
  userId   Int
  code     String  @db.Char(2)
  isDone   Boolean
  user     User    @relation(fields: [tenantId, userId], references: [tenantId, id])
  project  Project @relation(fields: [tenantId, code], references: [tenantId, code])
  @@unique([userId, isDone])
}`,
    )
    expect(unfilled).toEqual([])
    expect(Number((await column(provider, 'SELECT count(*) FROM "Task"'))[0])).toBeGreaterThan(3)
    const tenants = await column(
      provider,
      'SELECT count(DISTINCT "tenantId") FROM "Project" WHERE "leadId" IS NOT NULL',
    )
    expect(Number(tenants[0])).toBeGreaterThan(2)
  })

  it('fill trees, circles with a way in, one-to-one and many-to-many relations', async () => {
    const { unfilled } = await fill(
      provider,
      `${POSTGRESQL}
model Category {
  id       Int        @id @default(autoincrement())
  name     String     @unique
  parentId Int?
  parent   Category?  @relation("tree", fields: [parentId], references: [id], onDelete: NoAction, onUpdate: NoAction)
  children Category[] @relation("tree")
  similar  Category[] @relation("similar")
  alike    Category[] @relation("similar")
  chosen   Post?      @relation("chosen", fields: [chosenId], references: [id])
  chosenId String?    @unique
  posts    Post[]
}
model Post {
  id         String    @id @default(cuid())
  title      String
  category   Category  @relation(fields: [categoryId], references: [id])
  categoryId Int
  chosenBy   Category? @relation("chosen")
  selfId     String    @unique
  self       Post      @relation("self", fields: [selfId], references: [id], onDelete: NoAction, onUpdate: NoAction)
  selves     Post?     @relation("self")
}`,
    )
    expect(unfilled).toEqual([])
    for (const sql of [
      'SELECT count("parentId") FROM "Category"',
      'SELECT count("chosenId") FROM "Category"',
      'SELECT count("selfId") FROM "Post"',
      'SELECT count(*) FROM "_similar"',
    ]) {
      expect(Number((await column(provider, sql))[0]), sql).toBeGreaterThanOrEqual(10)
    }
  })

  it('say plainly what stays empty', async () => {
    const { unfilled } = await fill(
      provider,
      `${POSTGRESQL}
model Egg {
  id    Int    @id
  henId Int    @unique
  hen   Hen    @relation("laid", fields: [henId], references: [id], onDelete: NoAction, onUpdate: NoAction)
  from  Hen?   @relation("hatched")
  boxes Box[]
}
model Hen {
  id    Int  @id
  eggId Int  @unique
  egg   Egg  @relation("hatched", fields: [eggId], references: [id], onDelete: NoAction, onUpdate: NoAction)
  laid  Egg? @relation("laid")
}
model Box {
  id    Int @id
  eggId Int
  egg   Egg @relation(fields: [eggId], references: [id])
}
model Shape {
  id   Int                    @id
  area Unsupported("circle")
}
model Blob {
  id   Int                     @id
  area Unsupported("circle")?
}`.replaceAll('"circle"', provider === 'sqlite' ? '"real"' : '"circle"'),
    )
    expect(unfilled.map(({ table, reason }) => `${table}: ${reason}`)).toEqual([
      'Egg: Its rows and those of Hen need each other before either can be: one of the relations would have to be optional.',
      'Hen: Its rows and those of Egg need each other before either can be: one of the relations would have to be optional.',
      'Box: Its rows have to refer to rows of Egg, which has none.',
      expect.stringContaining('Shape: Its column area has to have a value of Unsupported('),
    ])
  })

  it('leave a person’s next row a number of its own', async () => {
    await fill(
      provider,
      `${POSTGRESQL}\nmodel User {\n  id Int @id @default(autoincrement())\n  email String @unique\n}`,
    )
    const add = `INSERT INTO "User" ("email") VALUES ('me@example.com') RETURNING "id"`
    expect(await column(provider, add)).toEqual(['21'])
  })

  it('suit what the fields are called', async () => {
    await fill(
      provider,
      `${POSTGRESQL}\nmodel User {\n  id Int @id\n  name String\n  email String @unique\n  deletedAt DateTime?\n}`,
    )
    for (const value of await column(provider, 'SELECT "email" FROM "User"')) {
      expect(value).toMatch(/^[a-z]+\.[a-z]+(\.\d+)?@example\.com$/)
    }
    for (const value of await column(provider, 'SELECT "name" FROM "User"')) {
      expect(value).toMatch(/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u)
    }
    const kept = await column(provider, 'SELECT count(*) FROM "User" WHERE "deletedAt" IS NULL')
    expect(Number(kept[0])).toBeGreaterThan(8)
  })
})

it('fits PostgreSQL’s native types, lists, mapped names and schemas', async () => {
  const { unfilled } = await fill(
    'postgresql',
    `datasource db {
  provider = "postgresql"
  schemas  = ["public", "shop"]
}
enum Size {
  SMALL @map("small size")
  LARGE
  @@map("sizes")
  @@schema("shop")
}
model Everything {
  id       BigInt   @id @default(autoincrement()) @map("the id")
  uuid     String   @unique @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  short    String   @unique @db.VarChar(2)
  char     String   @db.Char(3)
  citext   String   @unique @db.Citext
  bit      String   @db.Bit
  bits     String   @unique @db.Bit(5)
  varbit   String   @db.VarBit(4)
  inet     String   @unique @db.Inet
  small    Int      @unique @db.SmallInt
  oid      Int      @db.Oid
  xml      String   @db.Xml
  real     Float    @db.Real
  decimal  Decimal  @unique @db.Decimal(4, 3)
  fraction Decimal  @db.Decimal(2, 2)
  price    Decimal
  money    Decimal  @db.Money
  date     DateTime @unique @db.Date
  time     DateTime @unique @db.Time(0)
  timetz   DateTime @db.Timetz(3)
  stamp    DateTime @unique @db.Timestamp(0)
  stamptz  DateTime @db.Timestamptz(6)
  json     Json     @db.Json
  settings Json     @unique
  bytes    Bytes    @unique
  size     Size     @default(SMALL)
  sizes    Size[]
  texts    String[]
  uuids    String[] @db.Uuid
  numbers  Int[]
  jsons    Json[]
  moments  DateTime[]
  blobs    Bytes[]
  flags    Boolean[]
  xid      Unsupported("circle")?
  rank     Int      @default(autoincrement())
  tags     Tag[]
  old      Int      @ignore
  @@map("every thing")
  @@schema("shop")
}
model Tag {
  name  String       @id
  every Everything[]
  @@schema("public")
}`,
    30,
  )
  expect(unfilled).toEqual([])
  expect(await column('postgresql', 'SELECT count(*) FROM shop."every thing"')).toEqual(['30'])
  expect(await column('postgresql', 'SELECT count(*) FROM shop."_EverythingToTag"')).toEqual(['30'])
})

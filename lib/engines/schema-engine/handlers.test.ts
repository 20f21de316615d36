import { lint } from '@prisma/prisma-schema-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '../prisma-globals'
import { createHandlers } from './handlers'
import { engineInNode } from './node-engine'
import { PREVIEW_FEATURES } from './prepare'
import type { SchemaEngineApi, SchemaFile, SqlProvider } from './shared'

const panics: string[] = []
let api: SchemaEngineApi

beforeAll(async () => {
  installPrismaGlobals((detail) => panics.push(detail))
  api = createHandlers(await engineInNode())
})

const schema = (text: string): SchemaFile[] => [{ path: 'schema.prisma', text }]

function ddl(text: string, provider: SqlProvider) {
  return api.diff({ from: null, to: schema(text), provider })
}

/** A schema as people with Prisma 6 have it. */
const PRISMA_6 = `generator client {
  provider        = "prisma-client-js"
  previewFeatures = ["metrics", "views", "driverAdapters"]
}

datasource db {
  provider          = "postgresql"
  url               = env("DATABASE_URL")
  shadowDatabaseUrl = env("SHADOW") // {
}

model User {
  id    Int     @id @default(autoincrement())
  email String  @unique
  name  String?
}
`

describe('SQL from nothing', () => {
  it('is written for PostgreSQL', async () => {
    expect(await ddl(PRISMA_6, 'postgresql')).toEqual({
      kind: 'sql',
      sql: `-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
`,
    })
  })

  it('is written for SQLite, though the schema names another provider', async () => {
    expect(await ddl(PRISMA_6, 'sqlite')).toEqual({
      kind: 'sql',
      sql: `-- CreateTable
CREATE TABLE "User" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "email" TEXT NOT NULL,
    "name" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
`,
    })
  })

  it('is written for CockroachDB, also without a datasource', async () => {
    expect(await ddl('model A {\n  id BigInt @id\n  s String\n}\n', 'cockroachdb')).toEqual({
      kind: 'sql',
      sql: `-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "A" (
    "id" INT8 NOT NULL,
    "s" STRING NOT NULL,

    CONSTRAINT "A_pkey" PRIMARY KEY ("id")
);
`,
    })
  })

  it('spans files', async () => {
    const to = [
      { path: 'a.prisma', text: 'model A {\n  id Int @id\n  b B\n}\n' },
      { path: 'ü/b.prisma', text: 'enum B {\n  X\n  Y\n}\n' },
    ]
    const result = await api.diff({ from: null, to, provider: 'postgresql' })
    expect(result).toMatchObject({
      kind: 'sql',
      sql: expect.stringContaining(`CREATE TYPE "B" AS ENUM ('X', 'Y');`),
    })
  })

  it('of nothing is empty', async () => {
    expect(await api.diff({ from: null, to: [], provider: 'sqlite' })).toEqual({
      kind: 'sql',
      sql: '-- This is an empty migration.\n',
    })
  })
})

describe('SQL between two schemas', () => {
  it('is the migration', async () => {
    const from = schema(PRISMA_6)
    const to = schema(PRISMA_6.replace('String?', 'String? @db.VarChar(80)'))
    expect(await api.diff({ from, to, provider: 'postgresql' })).toEqual({
      kind: 'sql',
      sql: '-- AlterTable\nALTER TABLE "User" ALTER COLUMN "name" SET DATA TYPE VARCHAR(80);\n',
    })
  })
})

describe('a schema that is not valid', () => {
  it('is explained with the file and line as the author sees them', async () => {
    const text = PRISMA_6.replace('String?', 'Strin?')
    expect(await ddl(text, 'postgresql')).toEqual({
      kind: 'invalid',
      message:
        `error: Type "Strin" is neither a built-in type, nor refers to another model, composite type, or enum.
  -->  schema.prisma:15
   |·
14 |   email String  @unique
15 |   name  Strin?
   |`.replace('·', ' '),
    })
  })

  it('may be valid for its own provider only', async () => {
    const text = PRISMA_6.replace('String?', 'String[]')
    expect(await ddl(text, 'postgresql')).toMatchObject({ kind: 'sql' })
    expect(await ddl(text, 'sqlite')).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('Field "name" in model "User" can\'t be a list.'),
    })
  })

  it('does no harm to the engine', async () => {
    await ddl('model A {', 'sqlite')
    await ddl('model \ud800 {\n', 'sqlite')
    await ddl(
      'datasource db {\n  provider = "mongodb"\n}\nmodel A {\n  id String @id @db.ObjectId\n}\n',
      'sqlite',
    )
    expect(await ddl(PRISMA_6, 'sqlite')).toMatchObject({ kind: 'sql' })
    expect(panics).toEqual([])
  })
})

describe('PREVIEW_FEATURES', () => {
  it('is what the engine says it knows, whatever the provider', () => {
    // The engine for text is of the same version, and takes the feature past `prepareFiles`.
    const generator = 'generator g {\n  provider = "x"\n  previewFeatures = ["unheard-of"]\n}\n'
    const answer = lint(JSON.stringify([['file:///schema.prisma', generator]]))
    const [, list = ''] = /Expected one of: ([\w, ]+)/.exec(answer) ?? []
    expect(list.split(', ').sort()).toEqual([...PREVIEW_FEATURES].sort())
  })
})

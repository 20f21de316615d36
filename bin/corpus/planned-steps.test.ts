/**
 * Holds the core of our planner to Prisma's own engine, for the databases that the engine runs
 * without one of. We write no SQL for them, so the steps are compared rather than their SQL: their
 * order, what they are about, and the names of everything.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi } from '@/lib/engines/schema-engine/shared'
import { tablesIn } from '@/lib/sql/check'
import { dialectFor } from '@/lib/sql/dialects'
import { diffTables } from '@/lib/sql/diff-tables'
import type { DiffStep } from '@/lib/sql/steps'
import type { IndexColumn, PrimaryKey } from '@/lib/sql/tables'

type Provider = 'postgresql' | 'cockroachdb' | 'sqlite'

const SCHEMAS = [
  `model User {
    id    Int    @id @default(autoincrement())
    email String @unique
    age   Int?
    posts Post[]
  }
  model Post {
    id       Int    @id
    title    String @default("none")
    author   User   @relation(fields: [authorId], references: [id])
    authorId Int
    tags     Tag[]
    state    State  @default(DRAFT)
    kind     Kind
    @@index([authorId, title])
  }
  enum State {
    DRAFT
    DONE
  }
  enum Kind {
    A
  }
  model Tag {
    name  String @id
    posts Post[]
  }`,
  `model User {
    id     BigInt  @id @default(autoincrement())
    email  String? @unique(map: "mail")
    zip    String
    age    String?
    city   String  @default("here")
    posts  Post[]
    edited Post[]  @relation("edits")
    likes  User[]  @relation("likes")
    by     User[]  @relation("likes")
  }
  model Post {
    id       Int     @id
    title    String  @default("other")
    editor   User?   @relation("edits", fields: [editorId], references: [id])
    editorId BigInt?
    author   User    @relation(fields: [authorId], references: [id], onDelete: Cascade)
    authorId BigInt
    state    State?
    kind     Kind    @default(A)
    @@index([authorId, title], map: "by_author")
    @@unique([title(sort: Desc), editorId])
  }
  enum State {
    DONE
    DRAFT
    LOST
  }
  enum Kind {
    A
    B
    @@map("kinds")
  }`,
  `model Post {
    id       Int
    title    String?
    author   User?   @relation(fields: [authorId], references: [id], map: "author_key")
    authorId Int?    @unique
    at       DateTime @default(now())
    tags     Tag[]
    @@id([id, at])
  }
  model User {
    id    Int @id
    email Int
    post  Post?
    @@map("people")
  }
  model Tag {
    name String @unique
    post Post @relation(fields: [id, at], references: [id, at], onDelete: NoAction, onUpdate: Restrict)
    id   Int
    at   DateTime
  }`,
  `model Tag {
    name String @id
    aVeryLongNameOfAColumnThatGoesOnAndOn Int @unique
    anotherLongNameOfAColumn              Int
    zoos  Zoo[]
    posts Post[] @relation("aVeryLongNameOfARelationThatGoesOnAndOnUntilNobodyReadsIt")
    @@unique([anotherLongNameOfAColumn, aVeryLongNameOfAColumnThatGoesOnAndOn])
  }
  model Zoo {
    id   Int @id
    tags Tag[]
    ants Ant[]
  }
  model Ant {
    id   Int @id
    zoos Zoo[]
    @@map("_ants")
  }
  model Post {
    id   Int   @id
    tags Tag[] @relation("aVeryLongNameOfARelationThatGoesOnAndOnUntilNobodyReadsIt")
  }`,
]

let engine: SchemaEngineApi

beforeAll(async () => {
  installPrismaGlobals(() => {})
  engine = createHandlers(await engineInNode())
})

describe.each(['postgresql', 'cockroachdb', 'sqlite'] as const)('%s', (provider) => {
  const all = [null, ...SCHEMAS]
  const pairs = all.flatMap((_, from) => SCHEMAS.map((_, to) => [from, to + 1] as const))
  it.each(pairs)('takes the steps of the engine from %i to %i', async (from, to) => {
    const [before, after] = [all[from] ?? null, all[to] ?? '']
    const files = (text: string) => [
      { path: 'schema.prisma', text: withDatasource(text, provider) },
    ]
    const answer = await engine.diff({
      from: before === null ? null : files(before),
      to: files(after),
      provider,
    })
    if (answer.kind !== 'sql') throw new Error(answer.message)
    const tables = (text: string) => tablesIn(withDatasource(text, provider), provider)
    const { rules } = dialectFor(provider)
    const steps = diffTables(before === null ? null : tables(before), tables(after), rules)
    expect(steps.map(describeStep)).toEqual(describeScript(answer.sql))
  })
})

function withDatasource(text: string, provider: Provider): string {
  return `datasource db {\n  provider = "${provider}"\n}\n${ADAPT[provider](text)}`
}

/** What a database does not know, in the way in which it says it. */
const ADAPT: Readonly<Record<Provider, (text: string) => string>> = {
  postgresql: (text) => text,
  cockroachdb: (text) =>
    text.replace(/(Int +@id) @default\(autoincrement\(\)\)/g, '$1 @default(sequence())'),
  sqlite: (text) => text.replaceAll(', map: "author_key"', ''),
}

/** A step as a line that can be read off the engine's SQL as well. */
function describeStep(step: DiffStep): string {
  switch (step.kind) {
    case 'CreateTable': {
      const { name, columns, primaryKey } = step.table
      const names = columns.map((column) => column.name)
      return `CreateTable ${name}: ${names}; ${primaryKeyText(primaryKey)}`
    }
    case 'DropTable':
      return `DropTable ${step.table.name}`
    case 'CreateIndex': {
      const kind = step.index.kind === 'unique' ? 'unique ' : ''
      const columns = keyText(step.index.columns)
      return `CreateIndex ${kind}${step.index.name} on ${step.table.name} (${columns})`
    }
    case 'DropIndex':
      return `DropIndex ${step.index.name}`
    case 'RenameIndex':
      return `RenameIndex ${step.indexes.previous.name} to ${step.indexes.next.name}`
    case 'AddForeignKey': {
      const { name, columns, toTable, toColumns, onDelete, onUpdate } = step.foreignKey
      const text = `(${columns}) to ${toTable} (${toColumns}) ${onDelete}, ${onUpdate}`
      return `AddForeignKey ${step.table.name} ${name} ${text}`
    }
    case 'DropForeignKey':
      return `DropForeignKey ${step.table.name} ${step.foreignKey.name}`
    case 'RenameForeignKey':
      return `RenameForeignKey ${step.previous.name} to ${step.next.name}`
    case 'AlterTable': {
      const clauses = step.changes.flatMap((change) => {
        if (change.kind === 'AddColumn') return `+${change.column.name}`
        if (change.kind === 'DropColumn') return `-${change.column.name}`
        if (change.kind === 'AlterColumn') return `~${change.columns.next.name}`
        if (change.kind !== 'RecreateColumn') return change.kind
        return [`-${change.columns.next.name}`, `+${change.columns.next.name}`]
      })
      return `AlterTable ${step.tables.previous.name}: ${clauses}`
    }
    case 'AlterPrimaryKey':
      return `AlterPrimaryKey ${step.tables.next.name}`
    case 'RedefineTables':
      return `RedefineTables ${step.tables.map(({ tables }) => tables.next.name)}`
    case 'RedefineIndex':
      return `RedefineIndex ${step.indexes.previous.name} to ${step.indexes.next.name}`
    case 'CreateSchema':
      return `CreateSchema ${step.name}`
    case 'CreateEnum':
    case 'DropEnum':
      return `${step.kind} ${step.enumType.name}`
    case 'AlterEnum':
      return `AlterEnum ${step.enums.next.name}`
  }
}

function primaryKeyText(key: PrimaryKey | null): string {
  return key ? `${key.name ?? ''} (${keyText(key.columns)})` : ''
}

function keyText(columns: readonly IndexColumn[]): string {
  return columns.map(({ name, sort }) => (sort ? `${name} ${sort.toUpperCase()}` : name)).join()
}

function describeScript(sql: string): string[] {
  const parts = sql.split(/^-- (?=\w+$)/m).slice(1)
  return parts.map(describePart)
}

function describePart(part: string): string {
  const [kind = '', ...lines] = part.trim().split('\n')
  const body = lines.join('\n')
  const names = [...body.matchAll(/"([^"]+)"/g)].map(([, name]) => name)
  const lists = [...body.matchAll(/\(("[^)]*)\)/g)].map(([, list]) => plainList(list))
  switch (kind) {
    case 'CreateTable': {
      const columns = [...body.matchAll(/^ {4}"([^"]+)"/gm)].map(([, name]) => name)
      return `CreateTable ${names[0]}: ${columns}; ${writtenKey(body)}`
    }
    case 'CreateIndex': {
      const unique = body.startsWith('CREATE UNIQUE') ? 'unique ' : ''
      return `CreateIndex ${unique}${names[0]} on ${names[1]} (${lists[0]})`
    }
    case 'RenameIndex':
      return `RenameIndex ${names[0]} to ${names[1]}`
    case 'RenameForeignKey':
      return `RenameForeignKey ${names[1]} to ${names[2]}`
    case 'AddForeignKey': {
      const to = /REFERENCES "([^"]+)"/.exec(body)?.[1]
      const actions = /ON DELETE (.+) ON UPDATE (.+);/.exec(body)?.slice(1).join(', ')
      return `AddForeignKey ${names[0]} ${names[1]} (${lists[0]}) to ${to} (${lists[1]}) ${actions}`
    }
    case 'DropForeignKey':
      return `DropForeignKey ${names[0]} ${names[1]}`
    case 'AlterTable':
      return `AlterTable ${names[0]}: ${alterClauses(body)}`
    case 'RedefineTables': {
      const created = body.matchAll(/CREATE TABLE "(?:_prisma_)?new_([^"]+)"/g)
      return `RedefineTables ${[...created].map(([, name]) => name)}`
    }
    case 'RedefineIndex':
      return `RedefineIndex ${names[0]} to ${names[1]}`
    case 'AlterEnum':
      return `AlterEnum ${/ALTER TYPE "([^"]+)"/.exec(body)?.[1]}`
    default:
      return `${kind} ${names[0]}`
  }
}

/** SQLite gives primary keys no names, and writes one of a single column beside that. */
function writtenKey(body: string): string {
  const key = /(?:CONSTRAINT "([^"]+)" )?PRIMARY KEY \((.*)\)/.exec(body)
  if (key) return `${key[1] ?? ''} (${plainList(key[2])})`
  const column = /^ {4}"([^"]+)".* PRIMARY KEY/m.exec(body)?.[1]
  return column === undefined ? '' : ` (${column})`
}

/** PostgreSQL alters a column in several clauses, which count as one. */
function alterClauses(body: string): readonly string[] {
  const clause = /\b(DROP|ADD|ALTER) (COLUMN +"([^"]+)"|CONSTRAINT)/g
  const clauses = [...body.matchAll(clause)].map(([, verb = '', , column]) => {
    if (column)
      return { DROP: '-', ADD: '+' }[verb]
        ? `${verb === 'DROP' ? '-' : '+'}${column}`
        : `~${column}`
    return verb === 'DROP' ? 'DropPrimaryKey' : 'AddPrimaryKey'
  })
  return [...new Set(clauses)]
}

function plainList(list: string | undefined): string {
  return (list ?? '').replaceAll('"', '').replaceAll(', ', ',')
}

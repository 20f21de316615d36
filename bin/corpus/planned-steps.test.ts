/**
 * Holds the core of our planner to Prisma's own engine. The engine runs without a database for
 * PostgreSQL only, so the core is given what PostgreSQL can do, and the steps are compared rather
 * than their SQL: their order, what they are about, and the names of everything.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi } from '@/lib/engines/schema-engine/shared'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import type { Dialect } from '@/lib/sql/dialect'
import { diffTables } from '@/lib/sql/diff-tables'
import { MYSQL } from '@/lib/sql/mysql/dialect'
import type { DiffStep } from '@/lib/sql/steps'
import type { Column, IndexColumn, Tables } from '@/lib/sql/tables'
import { tablesFor } from '@/lib/sql/tables-of'

const POSTGRESQL_LIKE: Dialect = {
  ...MYSQL,
  maxIdentifierLength: 63,
  namesPrimaryKeys: true,
  joinTableHasPrimaryKey: true,
  rules: {
    ...MYSQL.rules,
    typeChange,
    isIndexCreatedApart: () => true,
    canRenameForeignKeys: true,
    keepsForeignKeyOfRequiredColumn: true,
    recreatesForeignKeysOfDroppedIndexes: false,
    recreatesKeysOfRecreatedColumns: true,
    ignoresJsonDefaults: false,
  },
}

/** As PostgreSQL casts between the few types that the schemas below have. */
function typeChange({ family: from }: Column, { family: to }: Column) {
  if (from === to) return null
  if (from === 'bigint' && to === 'int') return 'risky'
  const isSafe = (from === 'int' && to === 'bigint') || (from !== 'string' && to === 'string')
  return isSafe ? 'safe' : 'not-castable'
}

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
    @@index([authorId, title])
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
    @@index([authorId, title], map: "by_author")
    @@unique([title(sort: Desc), editorId])
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

describe('the steps between two schemas', () => {
  const all = [null, ...SCHEMAS]
  const pairs = all.flatMap((_, from) => SCHEMAS.map((_, to) => [from, to + 1] as const))
  it.each(pairs)('from %i to %i are those of the engine', async (from, to) => {
    const files = (text: string | null | undefined) =>
      text == null ? null : [{ path: 'schema.prisma', text: withDatasource(text) }]
    const answer = await engine.diff({
      from: files(all[from]),
      to: files(all[to]) ?? [],
      provider: 'postgresql',
    })
    if (answer.kind !== 'sql') throw new Error(answer.message)
    const steps = diffTables(tables(all[from]), tables(all[to]) as Tables, POSTGRESQL_LIKE.rules)
    expect(steps.map(describeStep)).toEqual(describeScript(answer.sql))
  })
})

function withDatasource(text: string): string {
  return `datasource db {\n  provider = "postgresql"\n}\n${text}`
}

function tables(text: string | null | undefined): Tables | null {
  if (text == null) return null
  const files = new Map([['schema.prisma', parse(withDatasource(text))]])
  return tablesFor(deriveGraph(files), POSTGRESQL_LIKE)
}

/** A step as a line that can be read off the engine's SQL as well. */
function describeStep(step: DiffStep): string {
  switch (step.kind) {
    case 'CreateTable': {
      const { name, columns, primaryKey } = step.table
      const key = primaryKey ? `${primaryKey.name} (${keyText(primaryKey.columns)})` : ''
      return `CreateTable ${name}: ${columns.map((column) => column.name)}; ${key}`
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
    default:
      return step.kind
  }
}

function keyText(columns: readonly IndexColumn[]): string {
  return columns.map(({ name, sort }) => (sort ? `${name} ${sort.toUpperCase()}` : name)).join()
}

function describeScript(sql: string): string[] {
  const parts = sql.split(/^-- (?=\w+$)/m).slice(1)
  return parts.filter((part) => !part.startsWith('CreateSchema')).map(describePart)
}

function describePart(part: string): string {
  const [kind = '', ...lines] = part.trim().split('\n')
  const body = lines.join('\n')
  const names = [...body.matchAll(/"([^"]+)"/g)].map(([, name]) => name)
  const lists = [...body.matchAll(/\(("[^)]*)\)/g)].map(([, list]) => plainList(list))
  switch (kind) {
    case 'CreateTable': {
      const columns = [...body.matchAll(/^ {4}"([^"]+)"/gm)].map(([, name]) => name)
      const key = /CONSTRAINT "([^"]+)" PRIMARY KEY \((.*)\)/.exec(body)
      const keyText = key ? `${key[1]} (${plainList(key[2])})` : ''
      return `CreateTable ${names[0]}: ${columns}; ${keyText}`
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
    default:
      return `${kind} ${names[0]}`
  }
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

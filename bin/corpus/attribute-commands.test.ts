/** For a valid schema, what a command on attributes gives is accepted by Prisma unless it says why not. */

import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandCall } from '@/lib/commands/command-call'
import { randomCommand, runAny } from '@/lib/commands/fuzz'
import { randomFrom } from '@/lib/commands/random-schema'
import { applyResult, contextOf } from '@/lib/commands/testing'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'

interface Engine {
  lint(files: string): string
}

const require = createRequire(import.meta.url)
let engine: Engine

beforeAll(() => {
  installPrismaGlobals(() => {})
  engine = require('@prisma/prisma-schema-wasm')
})

/** What the engine calls errors. */
function errorsIn(text: string): string[] {
  const found: { is_warning: boolean; text: string }[] = JSON.parse(
    engine.lint(JSON.stringify([['file:///schema.prisma', text]])),
  )
  return found.filter((finding) => !finding.is_warning).map((finding) => finding.text)
}

const ATTRIBUTE_COMMANDS: ReadonlySet<string> = new Set([
  'setDocumentation',
  'setDatabaseName',
  'setDatabaseSchema',
  'setIgnored',
  'setUpdatedAt',
  'setNativeType',
  'setDefault',
  'addKey',
  'changeKey',
  'deleteKey',
])

function schema(provider: string): string {
  const isMongo = provider === 'mongodb'
  const id = isMongo
    ? 'id String @id @default(auto()) @map("_id") @db.ObjectId'
    : `id ${provider === 'cockroachdb' ? 'BigInt' : 'Int'} @id @default(autoincrement())`
  const key = isMongo ? 'String @db.ObjectId' : provider === 'cockroachdb' ? 'BigInt' : 'Int'
  const json = provider === 'sqlserver' ? 'String' : 'Json'
  const number = isMongo ? 'Float' : 'Decimal'
  const hasLists = isMongo || provider === 'postgresql' || provider === 'cockroachdb'
  const hasEnums = provider !== 'sqlserver'
  return `
datasource db {
  provider = "${provider}"
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["views", "partialIndexes"]
}

/// A person.
model User {
  ${id}
  // Free.
  /// Found by it.
  email   String    @unique // end
  name    String?   @default("x") /// Shown.
  count   Int       @default(1)
  total   ${number}
  score   Float?
  data    ${json}
  bytes   Bytes?
  on      Boolean   @default(true)
  at      DateTime  @default(now())
  changed DateTime? @updatedAt
  ${hasEnums ? 'role    Role      @default(ADMIN)' : ''}
  ${hasLists ? 'tags    String[]' : ''}
  ${isMongo ? 'place   Place?' : 'shape   Unsupported("x")?'}
  posts   Post[]

  @@unique([name, count])
  @@index([at(sort: Desc), count])
}

model Post {
  ${id}
  title    String
  hidden   Int? @ignore
  authorId ${key}
  author   User @relation(fields: [authorId], references: [id])

  @@index([authorId])
}

${isMongo ? 'type Place {\n  city String\n  size Int\n}' : 'view Report {\n  id Int @unique\n  n  Int\n}'}
${hasEnums ? '\nenum Role {\n  ADMIN\n  /// Anybody.\n  GUEST @map("guest")\n}' : ''}
`
}

/** The command, and the schema before it, for a person to look into. */
function described({ command, args }: CommandCall, text: string): string {
  return `${command} ${JSON.stringify(args)}\n${text}`
}

/** Results that Prisma accepts. */
const ENOUGH = 120

const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'cockroachdb', 'mongodb']

describe.each(PROVIDERS)('on %s', { timeout: 60_000 }, (provider) => {
  it('gives what Prisma accepts, or says why it does not', () => {
    const start = schema(provider)
    expect(errorsIn(start)).toEqual([])
    const random = randomFrom(7)
    const seen = new Set<string>()
    let accepted = 0
    // The more other commands there are, the more rounds it takes.
    for (let round = 0; round < 600 && accepted < ENOUGH; round++) {
      let text = start
      for (let index = 0; index < 12; index++) {
        const ctx = contextOf(text)
        const asked = randomCommand(random, ctx)
        if (!asked || !ATTRIBUTE_COMMANDS.has(asked.command)) continue
        const result = runAny(ctx, asked)
        if (!result) continue
        const after = applyResult(ctx, result).get('schema.prisma') as string
        const errors = errorsIn(after)
        if (errors.length > 0) {
          expect(
            result.notes ?? [],
            `${errors.join('\n')}\n${described(asked, after)}`,
          ).not.toEqual([])
        } else {
          accepted++
          seen.add(asked.command)
          text = after
        }
      }
    }
    expect(accepted).toBeGreaterThanOrEqual(ENOUGH)
    // Some databases have neither schemas nor native types.
    expect(seen.size).toBeGreaterThanOrEqual(ATTRIBUTE_COMMANDS.size - 2)
  })
})

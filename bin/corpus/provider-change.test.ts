/** From every database to every other: Prisma accepts the schema, or the notes say why not. */

import * as engine from '@prisma/prisma-schema-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeProvider, describeProviderChange } from '@/lib/commands/describe-provider-change'
import { PROVIDERS, type Provider } from '@/lib/commands/setting-values'
import { WITH_STAND_INS } from '@/lib/commands/stand-ins'
import { contextOf, run } from '@/lib/commands/testing'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'

beforeAll(() => installPrismaGlobals(() => {}))

function errorsIn(text: string): string[] {
  const found: { is_warning: boolean; text: string }[] = JSON.parse(
    engine.lint(JSON.stringify([['file:///schema.prisma', text]])),
  )
  return found.flatMap(({ is_warning, text }) => (is_warning ? [] : [text]))
}

const IDS: Readonly<Record<Provider, string>> = {
  postgresql: 'Int @id @default(autoincrement())',
  mysql: 'Int @id @default(autoincrement())',
  sqlite: 'Int @id @default(autoincrement())',
  sqlserver: 'Int @id(map: "pk_ID") @default(autoincrement())',
  cockroachdb: 'Int @id @default(sequence(start: 5))',
  mongodb: 'String @id @default(auto()) @map("_id") @db.ObjectId',
}

/** What each database has and not all others have, of what a command can adapt. */
const OWN: Readonly<Record<Provider, string>> = {
  postgresql: `
  number Int @default(autoincrement())
  name   String @db.Citext
  code   String @unique @db.Text
  at     DateTime @db.Timestamptz(3)
  flags  String @db.VarChar(20)

  @@id([id], map: "key")
  @@index([code], type: Hash)
  @@index([name(ops: raw("gin_trgm_ops"))], type: Gin)
  @@index([at, flags(sort: Desc)], map: "idx")
  @@index([flags(ops: TextMinMaxOps)], type: Brin)
  @@index([flags], map: "idx_part", where: { code: "x" })`,
  mysql: `
  code   String @unique(length: 20) @db.Text
  small  Int @db.UnsignedSmallInt
  body   String @db.LongText
  bits   Bytes @db.VarBinary(60)

  @@index([body(length: 10, sort: Desc)], map: "idx")
  @@fulltext([body, code], map: "idx_text")`,
  sqlite: `
  code   String @unique
  at     DateTime @default(now())

  @@index([code, at(sort: Desc)], map: "idx")`,
  sqlserver: `
  code   String @default("a", map: "df_ID") @db.NVarChar(80)
  money  Float @db.Money
  at     DateTime @db.DateTimeOffset
  both   String @unique(clustered: false) @db.VarChar(200)

  @@index([code, at(sort: Desc)], map: "idx_ID", clustered: false)`,
  cockroachdb: `
  number BigInt @default(autoincrement())
  name   String @db.String(40)
  other  Int @default(sequence()) @db.Int4

  @@index([name(sort: Desc)], map: "idx")`,
  mongodb: `
  number BigInt @db.Long
  code   String @unique
  text   String

  @@index([number], map: "idx")
  @@fulltext([text(sort: Desc), code])`,
}

const HAS_SCHEMAS: readonly Provider[] = ['postgresql', 'sqlserver', 'cockroachdb']
const HAS_CYCLES: readonly Provider[] = ['postgresql', 'mysql', 'sqlite', 'cockroachdb']

/** A valid schema with much of what only its database has; `rich` for what none can adapt. */
function schema(provider: Provider, rich: boolean): string {
  const isMongo = provider === 'mongodb'
  const own = (name: string) => OWN[provider].replaceAll('ID', name)
  const id = (name: string) =>
    provider === 'postgresql' && name === 'a'
      ? `id Int @default(autoincrement())`
      : `id ${IDS[provider].replaceAll('ID', name)}`
  const key = isMongo ? 'String @db.ObjectId' : 'Int'
  const end = HAS_SCHEMAS.includes(provider) ? '\n  @@schema("s")' : ''
  const cycles = HAS_CYCLES.includes(provider)
  const map = isMongo || provider === 'sqlite' ? '' : ', map: "fk"'
  const action = isMongo || provider === 'sqlserver' ? 'NoAction' : 'Restrict'
  const settings = [
    HAS_SCHEMAS.includes(provider) ? 'schemas = ["s"]' : '',
    provider === 'postgresql' ? 'extensions = [citext]' : '',
    isMongo ? '' : 'relationMode = "foreignKeys"',
  ]
  return `datasource db {
  provider = "${provider}"
  ${settings.filter(Boolean).join('\n  ')}
}

generator client {
  provider        = "prisma-client"
  previewFeatures = ["views", "partialIndexes", "postgresqlExtensions"]
}

model A {
  ${id('a')}
  bs B[] @relation("main")
  cs C[]
  ${cycles ? 'bId Int?\n  b B? @relation("back", fields: [bId], references: [id])' : ''}
${own('a')}${end}
}

model B {
  ${id('b')}
  aId ${key}
  a   A @relation("main", fields: [aId], references: [id], onDelete: ${action}${map})
  ${cycles ? 'as A[] @relation("back")' : ''}
  cs C[]
  ${
    cycles
      ? 'upId Int?\n  up B? @relation("up", fields: [upId], references: [id], onDelete: SetDefault)\n  downs B[] @relation("up")'
      : ''
  }${end}
}

model C {
  ${id('c')}
  aId ${key}
  a   A @relation(fields: [aId], references: [id], onDelete: ${cycles ? 'Cascade' : 'NoAction'}, onUpdate: ${cycles ? 'Cascade' : 'NoAction'})
  bId ${key}
  b   B @relation(fields: [bId], references: [id])${end}
  ${rich ? RICH[provider] : ''}
}
${rich ? `${BLOCKS[provider]}\n`.replaceAll('END', end) : ''}`
}

/** What only a person can adapt to some other database. */
const RICH: Readonly<Record<Provider, string>> = {
  postgresql: `data Json
  tags String[] @default(["a"])
  amount Decimal @db.Decimal(900, 2)
  odd Unsupported("circle")?
  role Role @default(ONE)
  made String @default(dbgenerated("gen_random_uuid()"))
  ds D[]
  @@index([data(ops: JsonbPathOps)], type: Gin)`,
  mysql: `data Json
  role Role
  price Decimal @db.Decimal(9, 2)
  ds D[]`,
  sqlite: `data Json
  role Role?
  price Decimal
  ds D[]`,
  sqlserver: `price Decimal @db.Decimal(9, 2)
  made String @default(dbgenerated("newid()"))
  ds D[]`,
  cockroachdb: `data Json
  roles Role[]
  tags String[]
  ds D[]
  @@index([tags], type: Gin)
  @@index([data], type: Gin)`,
  mongodb: `data Json
  place Place
  dIds String[] @db.ObjectId
  ds D[] @relation(fields: [dIds], references: [id])
  role Role
  @@index([place.city])`,
}

const ROLE = 'enum Role {\n  ONE\n  TWO\nEND\n}'
const MANY = 'cs C[]'

const BLOCKS: Readonly<Record<Provider, string>> = {
  postgresql: `${ROLE}\nmodel D {\n  id Int @id\n  ${MANY}\nEND\n}\nmodel E {\n  x Int\n  y Int\n  @@id([x, y])\nEND\n}`,
  mysql: `${ROLE}\nmodel D {\n  id Int @id\n  ${MANY}\n}`,
  sqlite: `${ROLE}\nmodel D {\n  id Int @id\n  ${MANY}\n}`,
  sqlserver: `model D {\n  id Int @id\n  ${MANY}\nEND\n}`,
  cockroachdb: `${ROLE}\nmodel D {\n  id Int @id\n  ${MANY}\nEND\n}`,
  mongodb: `${ROLE}\ntype Place {\n  city String\n}\nmodel D {\n  id String @id @map("_id") @db.ObjectId\n  cIds String[] @db.ObjectId\n  cs C[] @relation(fields: [cIds], references: [id])\n}`,
}

const pairs = PROVIDERS.flatMap((from) =>
  PROVIDERS.filter((to) => to !== from).map((to) => [from, to] as const),
)

describe('each provider', () => {
  it.each(PROVIDERS)('has a valid schema to start from: %s', (provider) => {
    for (const rich of [false, true]) {
      const text = schema(provider, rich)
      expect(errorsIn(text), text).toEqual([])
    }
  })
})

describe.each(pairs)('from %s to %s', (from, to) => {
  it('adapts all that has a fix, so that Prisma accepts the schema', () => {
    const before = schema(from, false)
    const { text, notes } = run(before, 'setProvider', () => ({ provider: to }))
    expect(notes, text as string).toEqual([])
    expect(errorsIn(text as string), text as string).toEqual([])
  })

  it('says of the rest why Prisma does not accept it', () => {
    const before = schema(from, true)
    const { text, notes } = run(before, 'setProvider', () => ({ provider: to }))
    const described = describeProviderChange(contextOf(before), to)
    const open = described.filter(({ fix }) => fix === null).map(({ text }) => text)
    expect(notes).toEqual([...new Set(open)])
    if (notes.length === 0) expect(errorsIn(text as string), text as string).toEqual([])
  })

  it('has something in the place of everything where it is only looked at', () => {
    const change = changeProvider(contextOf(schema(from, true)), to, WITH_STAND_INS)
    const text = [...(change?.draft.ctx.files.values() ?? [])][0]?.text ?? ''
    const open = (change?.consequences ?? []).filter(({ fix }) => fix === null)
    expect(errorsIn(text), text).toEqual([])
    // What is left to say is of no consequence for whether Prisma accepts it.
    for (const { text } of open)
      expect(text).toMatch(/ of the database of before| expression of another/)
  })

  it('leaves nothing that it would do again', () => {
    const { text } = run(schema(from, true), 'setProvider', () => ({ provider: to }))
    const again = run((text as string).replace(/"\w+"/, '""'), 'setProvider', () => ({
      provider: to,
    }))
    expect(again.text).toBe(text)
  })
})

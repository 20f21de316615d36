import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom, randomSchema } from '@/lib/commands/random-schema'
import { setProvider } from '@/lib/commands/set-provider'
import { applyResult, contextOf } from '@/lib/commands/testing'
import { readSqlServer } from '@/lib/interchange/sql/read-sqlserver'
import { planMigration } from '@/lib/sql/plan-migration'
import { tablesOf } from '@/lib/sql/tables-of'
import { comparable } from './comparable'

/** SQL Server's own script of a schema, imported, gives a schema of the same script. */
function expectSameScript(schema: string): void {
  const script = (text: string) =>
    planMigration(null, tablesOf(contextOf(text).graph, 'sqlserver')).sql
  const sql = script(schema)
  const { schema: imported, skipped } = readSqlServer(sql)
  expect(comparable(script(imported), 'sqlserver'), imported).toEqual(comparable(sql, 'sqlserver'))
  for (const { name, fields } of contextOf(imported).graph.blocks) {
    const names = fields.map((field) => field.name)
    expect(new Set(names).size, `${name} of ${imported}`).toBe(names.length)
  }
  expect(skipped.filter(({ reason }) => !/^It defines no table/.test(reason))).toEqual([])
}

describe('importing what is written for SQL Server', () => {
  it('gives the same again, whatever the schema', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ctx = contextOf(randomSchema(randomFrom(seed)))
        const result = setProvider.run(ctx, { provider: 'sqlserver' })
        const texts = result ? applyResult(ctx, result) : new Map()
        expectSameScript([...texts.values()].join('\n'))
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('keeps types, defaults, keys and schemas', () => {
    expectSameScript(`datasource db {
  provider = "sqlserver"
  schemas  = ["dbo", "audit"]
}

model Plant {
  id      Int       @id @default(autoincrement())
  code    String    @unique @db.VarChar(20)
  name    String    @default("it's [new], \\"so\\"") @db.NVarChar(Max)
  price   Decimal   @default(1.5) @db.Decimal(9, 2)
  weight  Float     @default(-0.25) @db.Real
  big     BigInt    @default(9007199254740993)
  alive   Boolean   @default(true)
  picture Bytes?    @db.VarBinary(400)
  uuid    String    @default(dbgenerated("newid()")) @db.UniqueIdentifier
  at      DateTime  @default(now()) @db.DateTimeOffset
  day     DateTime? @db.Date
  beds    Bed[]
  parents Plant[]   @relation("Cross")
  crosses Plant[]   @relation("Cross")

  @@index([name(sort: Desc), price], map: "by_name")
  @@schema("dbo")
}

model Bed {
  row     Int
  column  Int
  plantId Int?
  plant   Plant? @relation(fields: [plantId], references: [id], onDelete: Cascade, onUpdate: NoAction)
  logs    Log[]

  @@id([row, column(sort: Desc)], clustered: false)
  @@unique([plantId, row], clustered: true)
  @@schema("dbo")
}

model Log {
  id     Int @id
  row    Int
  column Int
  bed    Bed @relation(fields: [row, column], references: [row, column], map: "log_of_bed", onUpdate: NoAction)

  @@map("Bed log")
  @@schema("audit")
}
`)
  })
})

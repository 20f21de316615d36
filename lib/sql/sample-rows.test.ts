import { describe, expect, test } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { sampleRows } from './sample-rows'
import { wordsOf } from './samples/sample-tables'
import { distinguished } from './samples/strings'

/** The statements for a schema, for two rows a table. */
function statementsOf(schema: string, provider: 'postgresql' | 'sqlite' = 'postgresql') {
  const graph = deriveGraph(new Map([['schema.prisma', parse(schema)]]))
  return sampleRows(graph, { provider, rows: 2, seed: 1, now: Date.UTC(2026, 5, 1) }).statements
}

describe('the statements', () => {
  test('name tables and columns as the database does, with their schema', () => {
    const schema =
      'model User {\n id Int @id @map("user_id")\n @@map("app users")\n @@schema("auth")\n}'
    expect(statementsOf(schema)).toEqual([
      'INSERT INTO "auth"."app users" ("user_id") VALUES\n  (1),\n  (2)',
    ])
    expect(statementsOf(schema, 'sqlite')).toEqual([
      'INSERT INTO "app users" ("user_id") VALUES\n  (1),\n  (2)',
    ])
  })

  test('leave views out, and what the database makes itself', () => {
    const schema = `view Seen {\n id Int\n}
model A {\n id Int @id\n made String @default(dbgenerated("now()::text"))\n}`
    expect(statementsOf(schema)).toEqual(['INSERT INTO "A" ("id") VALUES\n  (1),\n  (2)'])
  })

  test('set a link that closes a circle afterwards', () => {
    const [first, second, ...later] = statementsOf(`
model A {\n id Int @id\n bId Int?\n b B? @relation("ab", fields: [bId], references: [id])\n bs B[] @relation("ba")\n}
model B {\n id Int @id\n aId Int\n a A @relation("ba", fields: [aId], references: [id])\n as A[] @relation("ab")\n}`)
    expect(first).toBe('INSERT INTO "A" ("id", "bId") VALUES\n  (1, NULL),\n  (2, NULL)')
    expect(second).toMatch(/^INSERT INTO "B"/)
    expect(later.length).toBeGreaterThan(0)
    for (const sql of later) {
      expect(sql).toMatch(/^UPDATE "A" SET "bId" = [12] WHERE "id" = [12]$/)
    }
  })

  test('move a sequence on past the rows, where there are sequences', () => {
    const schema = 'model A {\n id Int @id @default(autoincrement())\n}'
    expect(statementsOf(schema)[1]).toBe(`SELECT setval(pg_get_serial_sequence('"A"', 'id'), 2)`)
    expect(statementsOf(schema, 'sqlite')).toHaveLength(1)
  })
})

test('a name is cut into words however it is written', () => {
  for (const name of ['createdByID', 'created_by_id', 'CreatedById', 'CREATED_BY_ID']) {
    expect(wordsOf(name), name).toEqual(['created', 'by', 'id'])
  }
  expect(wordsOf('line1')).toEqual(['line', '1'])
})

test('a text made another one keeps to its length', () => {
  expect(distinguished('ada.kim@example.com', 12, 80)).toBe('ada.kim.12@example.com')
  expect(distinguished('Cooking', 12, 8)).toBe('Cooki 12')
  expect(distinguished('DE', 40, 2)).toBe('14')
})

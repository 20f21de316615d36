/**
 * Holds what we say of changed column types to Prisma's own engine, for all pairs of native types.
 * Its SQL shows whether it takes two types for the same, alters the column, or drops and adds it;
 * whether it takes a cast for risky it tells only beside a database.
 */

import { beforeAll, describe, expect, it } from 'vitest'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/schema-engine/handlers'
import { engineInNode } from '@/lib/engines/schema-engine/node-engine'
import type { SchemaEngineApi } from '@/lib/engines/schema-engine/shared'
import { tablesIn } from '@/lib/sql/check'
import { dialectFor } from '@/lib/sql/dialects'
import { diffTables } from '@/lib/sql/diff-tables'

type Provider = 'postgresql' | 'cockroachdb'

let engine: SchemaEngineApi

beforeAll(async () => {
  installPrismaGlobals(() => {})
  engine = createHandlers(await engineInNode())
})

/** Fields of every native type, with the arguments at which a cast changes what it is. */
const FIELDS: Readonly<Record<Provider, readonly string[]>> = {
  postgresql: [
    ...typed('Int', 'Integer', 'SmallInt', 'Oid'),
    ...typed('BigInt', 'BigInt'),
    ...typed('Float', 'Real', 'DoublePrecision'),
    ...typed('Decimal', 'Decimal(65, 30)', 'Decimal(9, 0)', 'Decimal(4, 2)', 'Money'),
    ...typed('Boolean', 'Boolean'),
    ...typed('String', 'Text', 'Citext', 'Inet', 'Xml', 'Uuid'),
    ...typed('String', 'VarChar', 'VarChar(1)', 'VarChar(3)', 'VarChar(31)', 'VarChar(400)'),
    ...typed('String', 'Char', 'Char(1)', 'Char(4)', 'Char(5)', 'Char(27)', 'Char(28)', 'Char(32)'),
    ...typed('String', 'Bit', 'Bit(3)', 'Bit(8)', 'VarBit', 'VarBit(3)', 'VarBit(8)'),
    ...typed('DateTime', 'Timestamp', 'Timestamp(3)', 'Timestamp(6)', 'Date'),
    ...typed('DateTime', 'Timestamptz', 'Timestamptz(0)', 'Timestamptz(6)'),
    ...typed('DateTime', 'Time', 'Time(3)', 'Time(6)', 'Timetz', 'Timetz(3)'),
    ...typed('Json', 'Json', 'JsonB'),
    ...typed('Bytes', 'ByteA'),
    ...['Int', 'BigInt', 'Float', 'Decimal', 'Boolean', 'String', 'DateTime', 'Json', 'Bytes'],
    ...['E', 'F', 'E[]', 'Int[]', 'String[]', 'String[] @db.VarChar(3)'],
    ...['Unsupported("tsvector")', 'Unsupported("point")'],
  ],
  cockroachdb: [
    ...typed('Int', 'Int2', 'Int4'),
    ...typed('BigInt', 'Int8'),
    ...typed('Float', 'Float4', 'Float8'),
    ...typed('Decimal', 'Decimal(65, 30)', 'Decimal(4, 2)'),
    ...typed('String', 'String', 'String(10)', 'Char(3)', 'CatalogSingleChar', 'Uuid', 'Inet'),
    ...typed('String', 'Bit(3)', 'VarBit', 'VarBit(3)'),
    ...typed('DateTime', 'Timestamp', 'Timestamp(3)', 'Timestamp(6)', 'Date', 'Time', 'Time(6)'),
    ...typed('DateTime', 'Timestamptz', 'Timestamptz(6)', 'Timetz', 'Timetz(6)', 'Timetz(3)'),
    ...['Int', 'BigInt', 'Float', 'Decimal', 'Boolean', 'String', 'DateTime', 'Json', 'Bytes'],
    ...['E', 'F', 'E[]', 'Int[]', 'String[]', 'String[] @db.Char(3)'],
    ...['Unsupported("tsvector")', 'Unsupported("geometry")'],
  ],
}

function typed(scalar: string, ...natives: readonly string[]): string[] {
  return natives.map((native) => `${scalar} @db.${native}`)
}

/** How a column is changed: not at all, altered, or dropped and added. */
type Change = 'same' | 'altered' | 'recreated'

describe.each(['postgresql', 'cockroachdb'] as const)('%s', (provider) => {
  it('takes the same types for castable as the engine', { timeout: 60_000 }, async () => {
    const fields = FIELDS[provider]
    const differences: string[] = []
    for (const from of fields) {
      // One column for each type that it can become, so that one diff answers for all of them.
      const [before, after] = [fields.map(() => from), fields]
      const expected = await engineChanges(before, after, provider)
      const actual = plannedChanges(before, after, provider)
      for (const [at, to] of fields.entries()) {
        if (expected[at] === actual[at]) continue
        differences.push(`${from} to ${to}: ${actual[at]}, and the engine says ${expected[at]}`)
      }
    }
    expect(differences).toEqual([])
  })
})

function schema(fields: readonly string[], provider: Provider): string {
  const columns = fields.map((field, at) => `  c${at}_ ${asOptional(field)}\n`)
  return `datasource db {\n  provider = "${provider}"\n}\nmodel A {\n  id Int @id\n${columns.join('')}}\nenum E {\n  X\n}\nenum F {\n  X\n}\n`
}

/** Optional, so that arity changes with lists alone, and `Unsupported` needs no default. */
function asOptional(field: string): string {
  return field.includes('[]') ? field : field.replace(/^(\w+(?:\("\w+"\))?)/, '$1?')
}

async function engineChanges(
  before: readonly string[],
  after: readonly string[],
  provider: Provider,
): Promise<Change[]> {
  const [from, to] = [before, after].map((fields) => [
    { path: 'schema.prisma', text: schema(fields, provider) },
  ])
  const answer = await engine.diff({ from: from ?? null, to: to ?? [], provider })
  if (answer.kind !== 'sql') throw new Error(answer.message)
  return after.map((_, at) => {
    if (answer.sql.includes(`DROP COLUMN "c${at}_"`)) return 'recreated'
    return answer.sql.includes(`ALTER COLUMN "c${at}_"`) ? 'altered' : 'same'
  })
}

function plannedChanges(
  before: readonly string[],
  after: readonly string[],
  provider: Provider,
): Change[] {
  const [from, to] = [before, after].map((fields) => tablesIn(schema(fields, provider), provider))
  if (!from || !to) throw new Error('There are two schemas')
  const steps = diffTables(from, to, dialectFor(provider).rules)
  const changes = steps.flatMap((step) => (step.kind === 'AlterTable' ? step.changes : []))
  return after.map((_, at) => {
    const change = changes.find(
      (change) => 'columns' in change && change.columns.next.name === `c${at}_`,
    )
    if (!change) return 'same'
    return change.kind === 'RecreateColumn' ? 'recreated' : 'altered'
  })
}

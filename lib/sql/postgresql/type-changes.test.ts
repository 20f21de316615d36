import { describe, expect, it } from 'vitest'
import { tablesIn } from '../check'
import type { TypeChange } from '../steps'
import { postgresqlTypeChange } from './type-changes'

const column = (field: string) => {
  const [table] = tablesIn(`model A {\n  a ${field}\n}\n`, 'postgresql').tables
  const [found] = table?.columns ?? []
  if (!found) throw new Error(`${field} is no column`)
  return found
}

/** Which casts are risky, the engine's SQL does not show; the boundaries are Prisma's. */
const CASTS: readonly (readonly [string, string, TypeChange | null])[] = [
  ['Int', 'BigInt', 'safe'],
  ['BigInt', 'Int', 'risky'],
  ['Int', 'Int @db.SmallInt', 'risky'],
  ['Int', 'Decimal @db.Decimal(12, 2)', 'safe'],
  ['Int', 'Decimal @db.Decimal(11, 2)', 'risky'],
  ['Int', 'String @db.VarChar(11)', 'safe'],
  ['Int', 'String @db.VarChar(10)', 'risky'],
  ['Int', 'String @db.Char', 'risky'],
  ['Float', 'Float @db.Real', 'risky'],
  ['Float @db.Real', 'Float', 'safe'],
  ['Float @db.Real', 'String @db.VarChar(46)', 'risky'],
  ['Decimal @db.Decimal(9, 0)', 'Int', 'safe'],
  ['Decimal @db.Decimal(10, 0)', 'Int', 'risky'],
  ['Decimal @db.Decimal(4, 2)', 'Decimal @db.Decimal(5, 2)', 'safe'],
  ['Decimal @db.Decimal(4, 2)', 'Decimal @db.Decimal(4, 3)', 'risky'],
  ['Decimal @db.Decimal(4, 2)', 'String @db.VarChar(6)', 'safe'],
  ['Decimal @db.Decimal(4, 2)', 'String @db.VarChar(5)', 'risky'],
  ['String', 'String @db.VarChar', 'safe'],
  ['String', 'String @db.VarChar(1000)', 'risky'],
  ['String @db.VarChar(9)', 'String @db.VarChar(10)', 'safe'],
  ['String @db.VarChar(10)', 'String @db.VarChar(9)', 'risky'],
  ['String @db.VarChar', 'String @db.Char(9)', 'risky'],
  ['String @db.Uuid', 'String @db.VarChar(32)', 'safe'],
  ['String @db.VarBit(4)', 'String @db.Bit(4)', 'risky'],
  ['Boolean', 'String @db.Char(4)', 'risky'],
  ['Boolean', 'String @db.Char(5)', 'safe'],
  ['Json', 'Json @db.Json', 'safe'],
  ['Json', 'String @db.VarChar(9)', 'risky'],
  ['Bytes', 'String @db.VarChar(3)', 'risky'],
  ['DateTime', 'DateTime @db.Date', 'safe'],
  ['DateTime @db.Timestamp(3)', 'DateTime @db.Timestamp', null],
  ['String[]', 'String', 'safe'],
  ['String[]', 'String @db.VarChar(9)', 'risky'],
  ['Decimal @db.Money', 'Int', 'risky'],
  ['Unsupported("point")', 'String', 'risky'],
  ['Unsupported("point")', 'Unsupported("line")', null],
]

describe('postgresqlTypeChange', () => {
  it.each(CASTS)('from %s to %s is %s', (from, to, expected) => {
    expect(postgresqlTypeChange(column(from), column(to))).toBe(expected)
  })
})

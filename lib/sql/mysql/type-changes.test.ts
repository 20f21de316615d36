import { expect, it } from 'vitest'
import { tablesIn } from '../check'
import type { Column } from '../tables'
import { mysqlTypeChange } from './type-changes'

function column(type: string): Column {
  const enums = 'enum A {\n  X\n  Y\n}\nenum B {\n  X\n  Y\n  Z\n}\nenum C {\n  X\n}\n'
  const { tables } = tablesIn(`${enums}model T {\n  f ${type}\n}`, 'mysql')
  const [found] = tables[0]?.columns ?? []
  if (!found) throw new Error(`no column for ${type}`)
  return found
}

it.each([
  ['Int', 'Int?', null],
  ['Int', 'BigInt', 'safe'],
  ['BigInt', 'Int', 'risky'],
  ['Int', 'DateTime', 'not-castable'],
  ['Boolean', 'Int @db.TinyInt', null],
  ['Int', 'Boolean', 'risky'],
  ['Int @db.UnsignedSmallInt', 'Int @db.UnsignedInt', 'safe'],
  ['Int', 'Int @db.UnsignedInt', 'risky'],
  ['String', 'String @db.VarChar(191)', null],
  ['String', 'String @db.VarChar(100)', 'risky'],
  ['String', 'String @db.VarChar(300)', 'safe'],
  ['String', 'String @db.Text', 'safe'],
  ['String @db.Text', 'String', 'safe'],
  ['String @db.Text', 'String @db.TinyText', 'risky'],
  ['String', 'Int', 'risky'],
  ['DateTime', 'DateTime @db.DateTime(6)', 'safe'],
  ['DateTime', 'DateTime @db.DateTime(0)', 'risky'],
  ['DateTime @db.DateTime(0)', 'DateTime @db.DateTime', 'risky'],
  ['DateTime', 'DateTime @db.Timestamp(0)', 'safe'],
  ['DateTime @db.Time', 'DateTime @db.Time(0)', 'safe'],
  ['DateTime @db.Time(0)', 'DateTime @db.Time', null],
  ['DateTime', 'Int', 'not-castable'],
  ['Decimal', 'Decimal @db.Decimal(65, 30)', null],
  ['Decimal', 'Decimal @db.Decimal(10, 2)', 'risky'],
  ['BigInt', 'Decimal @db.Decimal(30, 2)', 'safe'],
  ['BigInt', 'Decimal @db.Decimal(10, 2)', 'not-castable'],
  ['Float', 'String @db.VarChar(20)', 'not-castable'],
  ['Float', 'String', 'risky'],
  ['Bytes @db.Binary(2)', 'Bytes @db.Bit(16)', 'safe'],
  ['Json', 'String', 'safe'],
  ['String', 'Json', 'risky'],
  ['A', 'B', 'safe'],
  ['A', 'C', 'risky'],
  ['A', 'String', 'risky'],
  ['Unsupported("POINT")', 'Int', null],
] as const)('%s to %s: %s', (from, to, change) => {
  expect(mysqlTypeChange(column(from), column(to))).toBe(change)
})

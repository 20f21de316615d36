import { expect, test } from 'vitest'
import { literalText, readLiteral } from './literal-text'

test.each([
  ['String', 'Hello "you"', '"Hello \\"you\\""'],
  ['String', '', '""'],
  ['String', '  spaced ', '"  spaced "'],
  ['Int', ' 12 ', '12'],
  ['BigInt', '-9223372036854775808', '-9223372036854775808'],
  ['Float', '-0.5', '-0.5'],
  ['Decimal', '12', '12'],
  ['Boolean', 'true', 'true'],
  ['DateTime', '2026-01-31T12:00:00.5+02:00', '"2026-01-31T12:00:00.5+02:00"'],
  ['DateTime', '2026-01-31', '"2026-01-31T00:00:00Z"'],
  ['DateTime', '2026-01-31 08:15', '"2026-01-31T08:15:00Z"'],
  ['DateTime', '2024-02-29', '"2024-02-29T00:00:00Z"'],
  ['Json', '{ "a": [1] }', '"{ \\"a\\": [1] }"'],
  ['Bytes', 'aGVsbG8=', '"aGVsbG8="'],
  ['Role', 'ADMIN', 'ADMIN'],
])('reads the %s %j', (type, typed, text) => {
  expect(readLiteral(type, typed)).toEqual({ text })
})

test.each([
  ['Int', '1.5', 'An Int is a whole number such as 12.'],
  ['BigInt', '', 'A BigInt is a whole number such as 12.'],
  ['Int', '9223372036854775808', 'This number has more than 64 bits.'],
  ['Float', '1e5', 'A Float is a number such as 0.5 or -12.'],
  ['Boolean', 'yes', 'A Boolean is true or false.'],
  ['DateTime', 'tomorrow', 'Write a time such as 2026-01-31T12:00:00Z, or a day.'],
  ['DateTime', '2026-02-29', 'There is no such day or time.'],
  ['DateTime', '2026-01-31T24:00:00Z', 'There is no such day or time.'],
  ['Bytes', 'hé', 'Bytes are written in Base64, such as aGVsbG8=.'],
  ['Bytes', 'abc', 'Bytes are written in Base64, such as aGVsbG8=.'],
])('says what is wrong with the %s %j', (type, typed, problem) => {
  expect(readLiteral(type, typed)).toEqual({ problem })
})

test('says why text is not JSON', () => {
  const read = readLiteral('Json', '{x}')
  expect(read).toEqual({ problem: expect.stringMatching(/^This is not JSON\. .+\.$/) })
})

test('a Decimal keeps its quotes', () => {
  const old = { kind: 'string', value: '1.5' } as const
  expect(readLiteral('Decimal', '2.50', old)).toEqual({ text: '"2.50"' })
})

test('a literal is shown without its quotes', () => {
  expect(literalText({ kind: 'string', value: 'a "b"' })).toBe('a "b"')
  expect(literalText({ kind: 'number', text: '-1' })).toBe('-1')
  expect(literalText({ kind: 'name', text: 'ADMIN' })).toBe('ADMIN')
  expect(literalText(null)).toBe('')
})

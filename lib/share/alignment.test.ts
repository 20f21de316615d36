import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { restoreAlignment, squeezeAlignment } from './alignment'
import { schemaText } from './arbitrary-design'

const ALIGNED = `model User {
  id        Int      @id
  /// When the account was made.
  createdAt DateTime @default(now())

  @@map("users")
}
`

function check(text: string, squeezed: string): void {
  expect(squeezeAlignment(text)).toBe(squeezed)
  expect(restoreAlignment(squeezed, text.length + 10)).toBe(text)
}

describe('squeezeAlignment', () => {
  test('takes out the padding of aligned columns', () => {
    check(
      ALIGNED,
      'model User {\n  id Int @id\n  /// When the account was made.\n  createdAt DateTime @default(now())\n\n  @@map("users")\n}\n',
    )
  })

  test('keeps line endings', () => {
    check('m {\r\n  a   Int\r\n  bcd Int\r\n}\r\n', 'm {\r\n  a Int\r\n  bcd Int\r\n}\r\n')
  })

  test('marks and keeps a group that is aligned otherwise', () => {
    check(
      'm {\n  a  Int\n  bcd Int\n\n  a   Int\n  bcd Int\n}',
      'm {\n\u0001  a  Int\n  bcd Int\n\n  a Int\n  bcd Int\n}',
    )
  })

  test('keeps spaces inside values', () => {
    check(
      'm {\n  a   String @default("x   y")\n  bcd Int\n}',
      'm {\n  a String @default("x   y")\n  bcd Int\n}',
    )
  })

  test('keeps columns too wide to restore from a short link', () => {
    const wide = `m {\n  ${'a'.repeat(121)} Int\n  b${' '.repeat(121)}Int\n}`
    expect(squeezeAlignment(wide)).toContain(wide.slice(4))
  })

  test('gives up on a text that holds the mark itself', () => {
    expect(squeezeAlignment('a\u0001b')).toBeNull()
  })

  test('restores every text that it squeezes', () => {
    fc.assert(
      fc.property(schemaText, (text) => {
        const squeezed = squeezeAlignment(text)
        if (squeezed === null) expect(text).toContain('\u0001')
        else expect(restoreAlignment(squeezed, text.length * 2 + 10)).toBe(text)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('restoreAlignment', () => {
  test('stops when padding would exceed the limit', () => {
    const bomb = `  ${'a'.repeat(120)} b\n${'  a b\n'.repeat(1000)}`
    expect(restoreAlignment(bomb, 50_000)).toBeNull()
    expect(restoreAlignment(bomb, 200_000)?.length).toBeGreaterThan(120_000)
  })

  test('never throws on arbitrary text', () => {
    fc.assert(
      fc.property(schemaText, (text) => {
        expect(typeof restoreAlignment(text, 100_000)).toBe('string')
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenizeSql, tokenizeSqlLine } from './sql-tokens'

/** Every piece of the text that is neither plain nor punctuation, as `kind:piece`. */
function words(text: string): string[] {
  const tokens = tokenizeSql(text)
  return tokens.flatMap(({ from, kind }, index) => {
    const piece = text.slice(from, tokens[index + 1]?.from)
    return kind === 'text' || kind === 'punctuation' ? [] : [`${kind}:${piece}`]
  })
}

describe('tokenizeSql', () => {
  it('knows keywords, types, strings, numbers and comments', () => {
    expect(
      words('-- CreateTable\nCREATE TABLE "a" (\n  "b" VARCHAR(10) DEFAULT \'c\'\n);'),
    ).toEqual([
      'comment:-- CreateTable',
      'keyword:CREATE',
      'keyword:TABLE',
      'scalar:VARCHAR',
      'number:10',
      'keyword:DEFAULT',
      "string:'c'",
    ])
  })

  it('knows the comments of scripts, and no keywords in their operators', () => {
    expect(words('// This is no "SQL"\na.b({ $rename: 1 })')).toEqual([
      'comment:// This is no "SQL"',
      'number:1',
    ])
  })

  it('leaves quoted names plain, whatever they say', () => {
    expect(words('"TABLE" `KEY` [INDEX] "a""TABLE"')).toEqual([])
  })

  it('reads a doubled quote as part of the string', () => {
    expect(words("'it''s' NULL")).toEqual(["string:'it''s'", 'keyword:NULL'])
  })

  it('reads a string over several lines, but not one that nothing closes', () => {
    expect(words("'a\nNULL' NULL")).toEqual(["string:'a\nNULL'", 'keyword:NULL'])
    expect(words("'a\nNULL")).toEqual(["string:'a", 'keyword:NULL'])
  })

  it('reads a comment over several lines', () => {
    expect(words('/* a\nNULL */ NULL')).toEqual(['comment:/* a\nNULL */', 'keyword:NULL'])
  })

  it('covers any text, in order and without repeating a kind', () => {
    const piece = fc.constantFrom(
      'CREATE',
      "'",
      '"',
      '`',
      '[',
      ']',
      '--',
      '//',
      '/*',
      '*/',
      '\n',
      '😀',
      '1',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const tokens = tokenizeSql(text)
        expect(tokens[0]?.from).toBe(text === '' ? undefined : 0)
        for (const [index, { from, kind }] of tokens.entries()) {
          const before = tokens[index - 1]
          if (before) expect(from).toBeGreaterThan(before.from)
          expect(from).toBeLessThan(text.length)
          expect(kind).not.toBe(before?.kind)
        }
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('line by line', () => {
  it.each([
    ["SELECT 'a", 'plain', 'string'],
    ["b'' c' d", 'string', 'plain'],
    ["it''s' -- '", 'string', 'plain'],
    ['a /* b', 'plain', 'comment'],
    ['*/ SELECT', 'comment', 'plain'],
    ['"it\'s" TEXT', 'plain', 'plain'],
  ] as const)('%s', (line, before, after) => {
    const { tokens, state } = tokenizeSqlLine(line, before)
    expect(state).toBe(after)
    expect(tokens[0]?.from).toBe(0)
    expect(tokens.every(({ from }) => from <= line.length)).toBe(true)
  })
})

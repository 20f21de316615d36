import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitrarySchemaText } from '@/lib/psl/random-text'
import { tokenizePsl } from './psl-tokens'

/** Every piece of the text that is not plain, as `kind:piece`. */
function kinds(text: string): string[] {
  const tokens = tokenizePsl(text)
  return tokens.flatMap(({ from, kind }, index) => {
    const piece = text.slice(from, tokens[index + 1]?.from).trim()
    return kind === 'text' || piece === '' ? [] : [`${kind}:${piece}`]
  })
}

/** The same without punctuation. */
function words(text: string): string[] {
  return kinds(text).filter((piece) => !piece.startsWith('punctuation:'))
}

describe('tokenizePsl', () => {
  it('knows a block, its name, types and attributes', () => {
    expect(words('model User {\n  id Int @id\n  posts Post[]\n}')).toEqual([
      'keyword:model',
      'name:User',
      'scalar:Int',
      'attribute:@id',
      'type:Post',
    ])
  })

  it('takes a dotted attribute as one', () => {
    expect(words('model A {\n  name String? @db.VarChar(10)\n}').slice(2)).toEqual([
      'scalar:String',
      'attribute:@db.VarChar',
      'number:10',
    ])
  })

  it('tells functions, argument names, fields and constants apart', () => {
    const text =
      'model A {\n  b B @relation("x", fields: [bId], onDelete: Cascade)\n  c T @default(now())\n}'
    expect(words(text).slice(2)).toEqual([
      'type:B',
      'attribute:@relation',
      'string:"x"',
      'argument:fields',
      'argument:onDelete',
      'constant:Cascade',
      'type:T',
      'attribute:@default',
      'function:now',
    ])
  })

  it('keeps a field in a list a field, with or without arguments', () => {
    expect(words('model A {\n  @@index([a, b(sort: Desc)])\n}').slice(2)).toEqual([
      'attribute:@@index',
      'argument:sort',
      'constant:Desc',
    ])
  })

  it('follows arguments over several lines', () => {
    expect(
      words('model A {\n  @@index(\n    [a],\n    map: "m"\n  )\n  b Int\n}').slice(2),
    ).toEqual(['attribute:@@index', 'argument:map', 'string:"m"', 'scalar:Int'])
  })

  it('colours enum values as constants', () => {
    expect(words('enum Role {\n  ADMIN @map("admin")\n  USER\n}')).toEqual([
      'keyword:enum',
      'name:Role',
      'constant:ADMIN',
      'attribute:@map',
      'string:"admin"',
      'constant:USER',
    ])
  })

  it('colours settings by name and value', () => {
    expect(words('datasource db {\n  url = env("URL")\n  list = ["a"]\n}')).toEqual([
      'keyword:datasource',
      'name:db',
      'argument:url',
      'function:env',
      'string:"URL"',
      'argument:list',
      'string:"a"',
    ])
  })

  it('knows the three kinds of comment', () => {
    expect(kinds('// a\n/// b\n/* c\nmodel D {\n*/ model E {\n  id /* f */ Int // g\n}')).toEqual([
      'comment:// a',
      'documentation:/// b',
      'comment:/* c\nmodel D {\n*/',
      'keyword:model',
      'name:E',
      'punctuation:{',
      'comment:/* f */',
      'scalar:Int',
      'comment:// g',
      'punctuation:}',
    ])
  })

  it('does not see comments or braces in strings', () => {
    expect(words('model A {\n  a String @default("// \\" }")\n  b Int\n}').slice(3)).toEqual([
      'attribute:@default',
      'string:"// \\" }"',
      'scalar:Int',
    ])
  })

  it('starts anew at the next block when something is left open', () => {
    expect(words('model A {\n  b B @relation(fields: [\nmodel C {\n  d Int\n}').slice(-3)).toEqual([
      'keyword:model',
      'name:C',
      'scalar:Int',
    ])
  })

  it('leaves unknown blocks readable', () => {
    expect(words('types {\n  Id = String\n}')[0]).toBe('keyword:types')
  })

  it('reads names in any script', () => {
    expect(words('model Benutzer {\n  größe Int\n  名前 Straße\n}').slice(2)).toEqual([
      'scalar:Int',
      'type:Straße',
    ])
  })

  it('covers any text, in order and without repeating a kind', () => {
    fc.assert(
      fc.property(arbitrarySchemaText, (text) => {
        const tokens = tokenizePsl(text)
        for (const [index, { from, kind }] of tokens.entries()) {
          const before = tokens[index - 1]
          if (before) expect(from).toBeGreaterThan(before.from)
          expect(from).toBeLessThan(text.length)
          expect(kind).not.toBe(before?.kind)
        }
        expect(tokens[0]?.from).toBe(text === '' ? undefined : 0)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { arbitrarySchemaText } from '@/lib/psl/random-text'
import { schemaChunks, sqlChunks } from './chunks'

const model = (name: string) => `model ${name} {\n${'  f Int\n'.repeat(30)}}\n\n`

describe('schemaChunks', () => {
  it('keeps blocks whole', () => {
    const text = model('A') + model('B') + model('C')
    expect(schemaChunks(parse(text))).toEqual([
      model('A') + model('B').slice(0, -1),
      `\n${model('C')}`,
    ])
  })

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(arbitrarySchemaText, (text) => {
        expect(schemaChunks(parse(text)).join('')).toBe(text)
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe('sqlChunks', () => {
  const statement = (name: string) =>
    `-- CreateTable\nCREATE TABLE "${name}" (\n    "a" INT,\n\n    "b" INT\n);\n\n`

  it('cuts between statements', () => {
    const statements = [statement('a'), statement('b'), '-- CreateIndex\nCREATE INDEX;\n']
    expect(sqlChunks(statements.join(''))).toEqual(statements)
  })

  it('leaves all other pieces alone when one is inserted', () => {
    const before = sqlChunks(statement('a') + statement('b'))
    const after = sqlChunks(statement('a') + statement('x') + statement('b'))
    expect(after.filter((chunk) => before.includes(chunk))).toEqual(before)
  })

  it('gives nothing for nothing', () => {
    expect(sqlChunks('')).toEqual([])
  })
})

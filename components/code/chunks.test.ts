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

  const statements = Array.from({ length: 200 }, (_, index) => statement(`table${index}`))

  it('cuts between statements, a few to each piece', () => {
    const chunks = sqlChunks(statements.join(''))
    expect(chunks.join('')).toBe(statements.join(''))
    expect(chunks.every((chunk) => chunk.startsWith('-- CreateTable\n'))).toBe(true)
    expect(chunks.length).toBeGreaterThan(10)
    expect(chunks.length).toBeLessThan(60)
  })

  it('leaves all other pieces alone when one is inserted', () => {
    const before = sqlChunks(statements.join(''))
    const after = sqlChunks(statements.toSpliced(70, 0, statement('x')).join(''))
    expect(after.filter((chunk) => !before.includes(chunk)).length).toBeLessThanOrEqual(2)
    expect(before.filter((chunk) => !after.includes(chunk))).toHaveLength(1)
  })

  it('cuts also where all statements say the same', () => {
    const chunks = sqlChunks(statement('same').repeat(400))
    expect(chunks.length).toBeGreaterThanOrEqual(10)
  })

  it('gives nothing for nothing', () => {
    expect(sqlChunks('')).toEqual([])
  })
})

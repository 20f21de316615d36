import { describe, expect, it } from 'vitest'
import { parseFieldLine } from './field-line'
import { check, checkRefusal, contextOf } from './testing'

const MODEL = 'model A {\n  id   Int    @id\n\n  @@map("a")\n}\n'

describe('addFieldLine', () => {
  it.each([
    ['email String? @unique', 'email String? @unique'],
    ['name', 'name String'],
    ['n = 0', 'n    Int    @default(0)'],
    ['at DateTime = now()', 'at   DateTime @default(now())'],
    [
      's String = "a // = @b" @map("x") /// Doc.',
      's    String @default("a // = @b") @map("x") /// Doc.',
    ],
  ])('adds %s', (line, expected) => {
    check(
      'addFieldLine',
      MODEL,
      ({ block }) => ({ blockId: block('A'), line }),
      MODEL.replace('@id\n', `@id\n  ${expected}\n`),
    )
  })

  it('says what addField says', () => {
    const before = 'datasource db {\n  provider = "sqlite"\n}\nmodel A {\n  id Int @id\n}\n'
    check(
      'addFieldLine',
      before,
      ({ block }) => ({ blockId: block('A'), line: 'tags[]' }),
      before.replace('@id\n', '@id\n  tags String[]\n'),
      ['SQLite cannot store a list such as A.tags.'],
    )
  })

  it('relates models', () => {
    check(
      'addFieldLine',
      'model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n',
      ({ block }) => ({ blockId: block('A'), line: 'owner B? // who' }),
      'model A {\n  id Int @id\n  owner B? @relation(fields: [ownerId], references: [id]) // who\n  ownerId Int?\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n',
    )
  })

  it('adds values of enums', () => {
    check(
      'addFieldLine',
      'enum E {\n\tA\n}',
      ({ block }) => ({ blockId: block('E'), line: 'B @map("b") // x' }),
      'enum E {\n\tA\n\tB @map("b") // x\n}',
    )
  })

  it.each(['', 'id Int', '1x', 'x Int = 1 2', 'x Int @a @a', 'x Int[]?', 'a\nb', 'x Int }'])(
    'says what is wrong with %j',
    (line) => {
      const { graph } = contextOf(MODEL)
      const block = graph.blocks[0]
      if (!block) throw new Error('no block')
      expect(parseFieldLine(graph, block, line)).toEqual({ problem: expect.any(String) })
      checkRefusal('addFieldLine', MODEL, ({ block }) => ({ blockId: block('A'), line }))
    },
  )
})

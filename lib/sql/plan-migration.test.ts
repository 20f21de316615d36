import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitrarySchemaText } from '@/lib/psl/random-text'
import { migrationBetween, tablesIn } from './check'
import { planMigration } from './plan-migration'

describe('planMigration', () => {
  it('says that there is nothing to do as Prisma does', () => {
    expect(migrationBetween(null, '', 'mysql')).toEqual({
      sql: '-- This is an empty migration.\n',
      steps: [],
      warnings: [],
    })
  })

  it('has the whole text in its steps', () => {
    const { sql, steps } = migrationBetween(
      'model A {\n  id Int @id\n}',
      'model A {\n  id Int @id\n  b Int?\n}\nmodel C {\n  id Int @id\n}',
      'mysql',
    )
    expect(steps.map(({ kind }) => kind)).toEqual(['AlterTable', 'CreateTable'])
    expect(steps.map(({ kind, sql }) => `-- ${kind}\n${sql}`).join('\n')).toBe(sql)
  })

  it('leads a step about a table to its model', () => {
    const to = tablesIn('model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}', 'mysql')
    const { steps } = planMigration(null, to)
    expect(steps.map(({ blockId }) => blockId)).toEqual(to.tables.map(({ blockId }) => blockId))
  })

  it('leads to the model of the next schema also from what was there before', () => {
    const from = tablesIn('model A {\n  id Int @id\n  b Int\n  @@index([b])\n}', 'mysql')
    const to = tablesIn('model New {\n  id Int @id\n}\nmodel A {\n  id Int @id\n}', 'mysql')
    const { steps, warnings } = planMigration(from, to)
    const [created, kept] = to.tables.map(({ blockId }) => blockId)
    expect(steps.map(({ kind, blockId }) => [kind, blockId])).toEqual([
      ['DropIndex', kept],
      ['AlterTable', kept],
      ['CreateTable', created],
    ])
    expect(warnings.map(({ blockId }) => blockId)).toEqual([kept])
  })

  it('orders join tables by the fields that Prisma calls A', () => {
    const { steps } = migrationBetween(
      null,
      `model Zoo { 
        id Int @id
        cats Cat[]
        ants Ant[]
      }
      model Cat {
        id Int @id
        zoos Zoo[]
        loves Cat[] @relation("love")
        by    Cat[] @relation("love")
      }
      model Ant {
        id Int @id
        zoos Zoo[]
      }`,
      'mysql',
    )
    expect(steps.map(({ summary }) => summary).filter((text) => text.includes(' _'))).toEqual([
      'Create the table _CatToZoo',
      'Create the table _love',
      'Create the table _AntToZoo',
      ...[
        '_CatToZoo (A) to Cat',
        '_CatToZoo (B) to Zoo',
        '_love (A) to Cat',
        '_love (B) to Cat',
      ].map((key) => `Add the foreign key ${key}`),
      'Add the foreign key _AntToZoo (A) to Ant',
      'Add the foreign key _AntToZoo (B) to Zoo',
    ])
  })

  it('plans between any two texts without a fault, and nothing from one to itself', () => {
    fc.assert(
      fc.property(arbitrarySchemaText, arbitrarySchemaText, (from, to) => {
        const { sql, steps } = migrationBetween(from, to, 'mysql')
        expect(sql.endsWith('\n')).toBe(true)
        expect(steps.every((step) => step.sql.endsWith(';\n') && step.summary !== '')).toBe(true)
        expect(migrationBetween(from, from, 'mysql').steps).toEqual([])
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it('goes from any text to another and back to nothing left to do', () => {
    fc.assert(
      fc.property(arbitrarySchemaText, (text) => {
        const tables = tablesIn(text, 'mysql')
        const { steps } = planMigration(tables, { ...tables, tables: [] })
        const dropped = steps.filter(({ kind }) => kind === 'DropTable').length
        expect(dropped).toBe(tables.tables.length)
      }),
      { seed: 5, numRuns: 100 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { tablesIn } from './check'
import { migrationWarnings } from './migration-warnings'
import type { RelationalProvider } from './tables'

/** The warnings between two schemas; `!` before those that may stop the migration. */
function check(
  before: string,
  after: string,
  expected: readonly string[],
  provider: RelationalProvider = 'postgresql',
): void {
  const warnings = migrationWarnings(tablesIn(before, provider), tablesIn(after, provider))
  expect(warnings.map(({ text, isBlocking }) => (isBlocking ? `! ${text}` : text))).toEqual(
    expected,
  )
}

const model = (...lines: string[]) =>
  `model User {\n  id Int @id\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

const ALL = ['postgresql', 'cockroachdb', 'sqlite', 'mysql', 'sqlserver'] as const

const alters = (column: string, from: string, to: string) =>
  `You are about to alter the column \`${column}\` on the \`User\` table. The data in that column could be lost. The data in that column will be cast from \`${from}\` to \`${to}\`.`
const recreates = (column: string) =>
  `The \`${column}\` column on the \`User\` table would be dropped and recreated. This will lead to data loss if there is data in the column.`

describe.each(ALL)('of %s', (provider) => {
  it('there are none for what only adds', () => {
    check(
      model('name String'),
      `${model('name String?', 'age Int?', 'seen DateTime @default(now())')}model B {\n  id Int @id @unique\n}\n`,
      [],
      provider,
    )
  })

  it('they tell of dropped tables and columns, by their names in the database', () => {
    const column =
      'You are about to drop the column `user_name` on the `User` table. All the data in the column will be lost.'
    const table =
      'You are about to drop the `posts` table. If the table is not empty, all the data it contains will be lost.'
    check(
      `${model('name String @map("user_name")', 'post Post[]')}model Post {\n  id Int @id\n  user User @relation(fields: [id], references: [id])\n  @@map("posts")\n}\n`,
      model(),
      // SQLite redefines the table of the column, which comes last.
      provider === 'sqlite' ? [table, column] : [column, table],
      provider,
    )
  })

  it('they tell of required columns that rows would not have', () => {
    check(
      model(),
      model(
        'at DateTime @updatedAt',
        'n Int @default(1)',
        'token String @default(uuid())',
        'text String?',
      ),
      [
        '! Added the required column `at` to the `User` table without a default value. This is not possible if the table is not empty.',
        '! The required column `token` was added to the `User` table with a prisma-level default value. This is not possible if the table is not empty. Please add this column as optional, then populate it before making it required.',
      ],
      provider,
    )
  })

  it('they tell of values that must be there', () => {
    check(
      model('name String?'),
      model('name String'),
      [
        '! Made the column `name` on table `User` required. This step will fail if there are existing NULL values in that column.',
      ],
      provider,
    )
  })

  it('they tell of uniqueness that rows may not have', () => {
    check(
      model('a Int', 'b Int @map("bb")', 'c Int @unique'),
      model('a Int @unique', 'b Int @map("bb")', 'c Int @unique', '@@unique([a, b])'),
      [
        'A unique constraint covering the columns `[a]` on the table `User` will be added. If there are existing duplicate values, this will fail.',
        'A unique constraint covering the columns `[a,bb]` on the table `User` will be added. If there are existing duplicate values, this will fail.',
      ],
      provider,
    )
  })

  it('they tell of a primary key that is taken away, unless another takes its place', () => {
    check(
      'model A {\n  a Int @id\n  b Int\n}\n',
      'model A {\n  a Int\n  b Int\n  @@id([a, b])\n}\n',
      provider === 'cockroachdb'
        ? []
        : [
            'The primary key for the `A` table will be changed. If it partially fails, the table could be left without primary key constraint.',
          ],
      provider,
    )
  })
})

describe('of a changed type', () => {
  it('they tell what PostgreSQL casts and what it makes anew', () => {
    check(
      model('a BigInt', 'b String @db.VarChar(100)', 'c String', 'd String', 'e String?', 'f Int'),
      model('a Int', 'b String @db.VarChar(10)', 'c Int', 'd Int?', 'e Int', 'f String'),
      [
        alters('a', 'BigInt', 'Integer'),
        alters('b', 'VarChar(100)', 'VarChar(10)'),
        recreates('d'),
        '! Changed the type of `c` on the `User` table. No cast exists, the column would be dropped and recreated, which cannot be done if there is data, since the column is required.',
        '! Added the required column `e` to the `User` table without a default value. This is not possible if the table is not empty.',
      ],
    )
  })

  it('they tell that CockroachDB casts nothing that an index covers', () => {
    check(
      model('a BigInt?', 'b BigInt?', '@@index([b])'),
      model('a Int?', 'b Int?', '@@index([b])'),
      [alters('a', 'Int8', 'Int4'), recreates('b')],
      'cockroachdb',
    )
  })

  it('they name what SQLite keeps in a column', () => {
    check(
      model('a String', 'b BigInt', 'c Int'),
      model('a DateTime', 'b Int', 'c String'),
      [alters('a', 'String', 'DateTime'), alters('b', 'BigInt', 'Int')],
      'sqlite',
    )
  })

  it('they tell of lists', () => {
    check(model('a Int[]', 'b Int?', 'c String[]'), model('a Int?', 'b Int[]', 'c String?'), [
      recreates('a'),
      recreates('b'),
    ])
  })

  it('they tell of one value where the same enum becomes a list', () => {
    const E = 'enum E {\n  X\n}\n'
    check(E + model('e E?'), E + model('e E[]'), [
      '! Changed the column `e` on the `User` table from a scalar field to a list field. If there are non-null values in that column, this step will fail.',
    ])
  })
})

describe('of enums', () => {
  const before = 'enum E {\n  X\n  Y @map("y")\n  @@map("e")\n}\n'
  const after = 'enum E {\n  X\n  Z\n  @@map("e")\n}\n'
  const removed = (name: string) =>
    `The values [y] on the enum \`${name}\` will be removed. If these variants are still used in the database, this will fail.`

  it('they name the type, where enums are types', () => {
    for (const provider of ['postgresql', 'cockroachdb'] as const) {
      check(before + model('e E'), after + model('e E'), [removed('e')], provider)
      check(before, after, [removed('e')], provider)
    }
  })

  it('they name the column, where enums are part of it', () => {
    check(before + model('e E'), after + model('e E'), [removed('User_e')], 'mysql')
    check(before, after, [], 'mysql')
  })

  it('there are none where enums are texts', () => {
    check(before + model('e E'), after + model('e E'), [], 'sqlite')
    check(before + model('e E'), model('e String'), [], 'sqlite')
  })

  it('they lead to the enum', () => {
    const to = tablesIn(after, 'postgresql')
    const [warning] = migrationWarnings(tablesIn(before, 'postgresql'), to)
    expect(warning?.blockId).toBe(to.enums[0]?.blockId)
  })
})

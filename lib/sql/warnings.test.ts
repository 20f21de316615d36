import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { dataLossWarnings } from './warnings'

const graphOf = (text: string, provider: string) =>
  deriveGraph(
    new Map([['a.prisma', parse(`datasource db {\n  provider = "${provider}"\n}\n${text}`)]]),
  )

/** The warnings between two schemas; `!` before those that may stop the migration. */
function check(
  before: string,
  after: string,
  expected: readonly string[],
  provider = 'postgresql',
): void {
  const warnings = dataLossWarnings(graphOf(before, provider), graphOf(after, provider))
  expect(warnings.map(({ text, isBlocking }) => (isBlocking ? `! ${text}` : text))).toEqual(
    expected,
  )
}

const model = (...lines: string[]) =>
  `model User {\n  id Int @id\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

describe('dataLossWarnings', () => {
  it('has nothing against what only adds', () => {
    check(
      model('name String'),
      `${model('name String?', 'age Int?', 'tags String[]', 'seen DateTime @default(now())')}model B {\n  id Int @id @unique\n}\n`,
      [],
    )
  })

  it('tells of dropped tables and columns, by their names in the database', () => {
    check(
      `${model('name String @map("user_name")', 'post Post[]')}model Post {\n  id Int @id\n  user User @relation(fields: [id], references: [id])\n  @@map("posts")\n}\n`,
      model(),
      [
        'You are about to drop the column `user_name` on the `User` table. All the data in the column will be lost.',
        'You are about to drop the `posts` table. If the table is not empty, all the data it contains will be lost.',
      ],
    )
  })

  it('tells of required columns that rows would not have', () => {
    check(
      model('name String?'),
      model(
        'name String',
        'token String @default(uuid())',
        'at DateTime @updatedAt',
        'n Int @default(1)',
      ),
      [
        '! Made the column `name` on table `User` required. This step will fail if there are existing NULL values in that column.',
        '! Added the required column `token` to the `User` table without a default value. This is not possible if the table is not empty.',
        '! Added the required column `at` to the `User` table without a default value. This is not possible if the table is not empty.',
      ],
    )
  })

  it('tells of changed types', () => {
    check(
      model('a String', 'b String @db.VarChar(100)'),
      model('a Int', 'b String @db.VarChar(10)'),
      [
        'The `a` column on the `User` table changes from `String` to `Int`. Where the database cannot convert it, the column is dropped and recreated, and the data in it is lost.',
        'You are about to alter the column `b` on the `User` table. The data in that column could be lost. It is changed from `String @db.VarChar(100)` to `String @db.VarChar(10)`.',
      ],
    )
    check(
      model('a String'),
      model('a Int'),
      [
        'You are about to alter the column `a` on the `User` table. The data in that column could be lost. It is changed from `String` to `Int`.',
      ],
      'sqlite',
    )
  })

  it('tells of uniqueness that rows may not have', () => {
    check(
      model('a Int', 'b Int @map("bb")', 'c Int @unique'),
      model('a Int @unique', 'b Int @map("bb")', 'c Int @unique', '@@unique([a, b])'),
      [
        '! A unique constraint covering the columns `[a]` on the table `User` will be added. If there are existing duplicate values, this will fail.',
        '! A unique constraint covering the columns `[a,bb]` on the table `User` will be added. If there are existing duplicate values, this will fail.',
      ],
    )
  })

  it('tells of another primary key', () => {
    check(
      'model A {\n  a Int @id\n  b Int\n}\n',
      'model A {\n  a Int\n  b Int\n  @@id([a, b])\n}\n',
      [
        'The primary key for the `A` table will be changed. If it partially fails, the table could be left without primary key constraint.',
      ],
    )
  })

  it('tells of enum values that rows may have', () => {
    check('enum E {\n  X\n  Y @map("y")\n}\n', 'enum E {\n  X\n}\n', [
      '! The values [y] on the enum `E` will be removed. If these variants are still used in the database, this will fail.',
    ])
  })
})

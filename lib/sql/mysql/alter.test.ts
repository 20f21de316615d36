import { describe, expect, it } from 'vitest'
import { migrationBetween } from '../check'

function plan(from: string, to: string) {
  return migrationBetween(from, to, 'mysql')
}

/** A model `T` with an id and the members given. */
function model(...members: string[]): string {
  return `model T {\n  id Int @id\n  ${members.join('\n  ')}\n}`
}

function sql(from: string, to: string): string {
  return plan(from, to).sql.trimEnd()
}

describe('tables', () => {
  it('stay as they are when only the text differs', () => {
    expect(sql(model('a Int'), model('a   Int // same'))).toBe('-- This is an empty migration.')
  })

  it('are dropped and created under their names in the database', () => {
    expect(sql(model(), 'model New {\n  id Int @id\n  @@map("T")\n}')).toContain('empty migration')
    const { steps, warnings } = plan(model(), model().replace('T', 'U'))
    expect(steps.map(({ summary }) => summary)).toEqual(['Drop the table T', 'Create the table U'])
    expect(warnings.map(({ text }) => text)).toEqual([
      'You are about to drop the `T` table. If the table is not empty, all the data it contains will be lost.',
    ])
  })
})

describe('columns', () => {
  it('are dropped, then added, each by name, then modified as the table has them', () => {
    expect(
      sql(
        model('x Int', 'w Int', 'b Int', 'a Int'),
        model('a Int?', 'b Int @default(1)', 'd Int?', 'c String'),
      ),
    ).toBe(`-- AlterTable
ALTER TABLE \`T\` DROP COLUMN \`w\`,
    DROP COLUMN \`x\`,
    ADD COLUMN \`c\` VARCHAR(191) NOT NULL,
    ADD COLUMN \`d\` INTEGER NULL,
    MODIFY \`b\` INTEGER NOT NULL DEFAULT 1,
    MODIFY \`a\` INTEGER NULL;`)
  })

  it('lose a default by itself', () => {
    expect(sql(model('a Int @default(1)'), model('a Int'))).toBe(
      '-- AlterTable\nALTER TABLE `T` ALTER COLUMN `a` DROP DEFAULT;',
    )
  })

  it('are recreated where no cast exists', () => {
    const { sql, warnings } = plan(model('a Int'), model('a DateTime'))
    expect(sql).toBe(
      '-- AlterTable\nALTER TABLE `T` DROP COLUMN `a`,\n    ADD COLUMN `a` DATETIME(3) NOT NULL;\n',
    )
    expect(warnings).toMatchObject([
      {
        text: 'Changed the type of `a` on the `T` table. No cast exists, the column would be dropped and recreated, which cannot be done if there is data, since the column is required.',
        isBlocking: true,
      },
    ])
  })

  it('keep JSON and moments whatever their defaults', () => {
    const before = model('a Json @default("{}")', 'b DateTime @default("2024-01-01T00:00:00Z")')
    const after = model('a Json @default("[]")', 'b DateTime @default("2025-01-01T00:00:00Z")')
    expect(sql(before, after)).toBe('-- This is an empty migration.')
  })

  it('keep an expression that `dbgenerated()` does not repeat', () => {
    const before = model('a String @default(dbgenerated("(uuid())"))')
    expect(sql(before, model('a String @default(dbgenerated())'))).toContain('empty migration')
    expect(sql(before, model('a String? @default(dbgenerated())'))).toContain(
      'MODIFY `a` VARCHAR(191) NULL DEFAULT (uuid());',
    )
  })

  it('change with their enum', () => {
    const of = (values: string) => `${model('a E')}\nenum E {\n  ${values}\n}`
    const { sql, warnings } = plan(of('ONE\n  TWO\n  SIX'), of('ONE\n  TEN'))
    expect(sql).toContain("MODIFY `a` ENUM('ONE', 'TEN') NOT NULL;")
    expect(warnings.map(({ text }) => text)).toEqual([
      'The values [TWO,SIX] on the enum `T_a` will be removed. If these variants are still used in the database, this will fail.',
    ])
  })
})

describe('keys and indexes', () => {
  it('are renamed when only the name differs', () => {
    expect(sql(model('a Int @unique'), model('a Int @unique(map: "u")'))).toBe(
      '-- RenameIndex\nALTER TABLE `T` RENAME INDEX `T_a_key` TO `u`;',
    )
  })

  it('are dropped before and created after', () => {
    const { sql, warnings } = plan(
      model('a Int', 'b Int', '@@index([a])'),
      model('a Int', 'b Int', '@@unique([a, b])'),
    )
    expect(sql).toBe(`-- DropIndex
DROP INDEX \`T_a_idx\` ON \`T\`;

-- CreateIndex
CREATE UNIQUE INDEX \`T_a_b_key\` ON \`T\`(\`a\`, \`b\`);
`)
    expect(warnings).toMatchObject([
      {
        text: 'A unique constraint covering the columns `[a,b]` on the table `T` will be added. If there are existing duplicate values, this will fail.',
        isBlocking: false,
      },
    ])
  })

  it('change the primary key around its columns', () => {
    const { sql, warnings } = plan(
      model('a Int'),
      'model T {\n  id Int\n  a BigInt\n  @@id([a, id])\n}',
    )
    expect(sql).toBe(`-- AlterTable
ALTER TABLE \`T\` DROP PRIMARY KEY,
    MODIFY \`a\` BIGINT NOT NULL,
    ADD PRIMARY KEY (\`a\`, \`id\`);
`)
    expect(warnings).toMatchObject([
      { text: expect.stringContaining('The primary key for the `T`') },
    ])
  })

  it('let a unique index go only once the primary key on its columns is there', () => {
    const before = 'model T {\n  a Int @unique\n}'
    expect(plan(before, 'model T {\n  a Int @id\n}').steps.map(({ kind }) => kind)).toEqual([
      'AlterTable',
      'DropIndex',
    ])
  })
})

describe('foreign keys', () => {
  const of = (relation: string, type = 'Int?', more = '') => `
    model T {
      id     Int  @id
      user   User${type.endsWith('?') ? '?' : ''} @relation(fields: [userId], references: [id]${relation})
      userId ${type}
      ${more}
    }
    model User {
      id Int @id
      ts T[]
    }`

  it('are dropped and added when their actions or names change', () => {
    const kinds = ['DropForeignKey', 'AddForeignKey']
    expect(plan(of(''), of(', onDelete: Cascade')).steps.map(({ kind }) => kind)).toEqual(kinds)
    expect(plan(of(''), of(', map: "fk"')).steps.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('are dropped and added around a column that becomes required', () => {
    const { steps, warnings } = plan(of(', onDelete: Cascade'), of(', onDelete: Cascade', 'Int'))
    expect(steps.map(({ kind }) => kind)).toEqual(['DropForeignKey', 'AlterTable', 'AddForeignKey'])
    expect(warnings).toMatchObject([
      {
        text: 'Made the column `userId` on table `T` required. This step will fail if there are existing NULL values in that column.',
      },
    ])
  })

  it('are dropped and added around the index that they use', () => {
    expect(
      plan(of('', 'Int?', '@@index([userId, id])'), of('')).steps.map(({ kind }) => kind),
    ).toEqual(['DropForeignKey', 'DropIndex', 'AddForeignKey'])
  })

  it('of a dropped table go first', () => {
    expect(sql(of(''), 'model User {\n  id Int @id\n}')).toBe(`-- DropForeignKey
ALTER TABLE \`T\` DROP FOREIGN KEY \`T_userId_fkey\`;

-- DropTable
DROP TABLE \`T\`;`)
  })
})

describe('warnings', () => {
  it('tell the loss first, then what cannot be executed, and lead to the model', () => {
    const { warnings, steps } = plan(
      model('a String @db.VarChar(50)', 'gone Int'),
      model('a String @db.VarChar(20)', 'b Int', 'c String @default(uuid())'),
    )
    expect(warnings.map(({ text }) => text)).toEqual([
      'You are about to drop the column `gone` on the `T` table. All the data in the column will be lost.',
      'You are about to alter the column `a` on the `T` table. The data in that column could be lost. The data in that column will be cast from `VarChar(50)` to `VarChar(20)`.',
      'Added the required column `b` to the `T` table without a default value. This is not possible if the table is not empty.',
      'The required column `c` was added to the `T` table with a prisma-level default value. This is not possible if the table is not empty. Please add this column as optional, then populate it before making it required.',
    ])
    expect(warnings.every(({ blockId }) => blockId !== null && blockId === steps[0]?.blockId)).toBe(
      true,
    )
    expect(steps[0]?.summary).toBe('Alter the table T: drop gone, add b, add c and change a')
  })
})

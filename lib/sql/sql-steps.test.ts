import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { sqlSteps } from './sql-steps'

const graphOf = (text: string) => deriveGraph(new Map([['a.prisma', parse(text)]]))

/** Each step as "summary [blocks]", and that its range is the text of its heading and statements. */
function check(sql: string, after: string, expected: readonly string[], before = ''): void {
  const steps = sqlSteps(sql, before === '' ? null : graphOf(before), graphOf(after))
  expect(steps.map(({ summary, blocks }) => `${summary} [${blocks}]`)).toEqual(expected)
  for (const { from, to, kind } of steps) {
    const text = sql.slice(from, to)
    expect(text.startsWith(`-- ${kind}\n`)).toBe(true)
    expect(text).toBe(text.trimEnd())
  }
}

const MODELS = `model User {
  id Int @id
  tags Tag[]
  @@map("users")
}
model Tag {
  id Int @id
  users User[]
}
enum Role {
  A
}
`

describe('sqlSteps', () => {
  it('reads PostgreSQL, with the names of models in place of tables', () => {
    check(
      `-- CreateEnum
CREATE TYPE "public"."Role" AS ENUM ('A');

-- CreateTable
CREATE TABLE "public"."users" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_TagToUser" (
    "A" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "users_id_key" ON "users"("id");

-- AddForeignKey
ALTER TABLE "_TagToUser" ADD CONSTRAINT "x" FOREIGN KEY ("A") REFERENCES "Tag"("id");
`,
      MODELS,
      [
        'Create the enum Role [Role]',
        'Create the table users [User]',
        'Create the table _TagToUser [Tag]',
        'Add a unique index to users [User]',
        'Add a foreign key to _TagToUser [Tag]',
      ],
    )
  })

  it('reads what SQLite redefines', () => {
    check(
      `-- RedefineTables
PRAGMA defer_foreign_keys=ON;
CREATE TABLE "new_Tag" ("id" INTEGER NOT NULL PRIMARY KEY);
INSERT INTO "new_Tag" ("id") SELECT "id" FROM "Tag";
DROP TABLE "Tag";
ALTER TABLE "new_Tag" RENAME TO "Tag";
CREATE TABLE "new_users" ("id" INTEGER NOT NULL PRIMARY KEY);
DROP TABLE "users";
ALTER TABLE "new_users" RENAME TO "users";
`,
      MODELS,
      ['Create Tag and users anew and copy the rows [Tag,User]'],
    )
  })

  it('reads MySQL and SQL Server', () => {
    check(
      '-- DropForeignKey\nALTER TABLE `users` DROP FOREIGN KEY `k`;\n\n-- DropIndex\nDROP INDEX `i` ON `users`;\n\n-- DropTable\nDROP TABLE [dbo].[Old];\n',
      MODELS,
      [
        'Drop a foreign key of users [User]',
        'Drop an index of users [User]',
        'Drop the table Old [Old]',
      ],
      'model Old {\n  id Int @id\n}\n',
    )
  })

  it('takes no comment within a statement for a heading', () => {
    check(
      '-- CreateTable\nCREATE TABLE "Tag" (\n    "a" TEXT DEFAULT \'x\n-- Not\n\'\n);\n',
      MODELS,
      ['Create the table Tag [Tag]'],
    )
  })

  it('finds nothing in an empty migration', () => {
    check('-- This is an empty migration.', MODELS, [])
  })
})

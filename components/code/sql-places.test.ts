import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { NO_SELECTION } from '@/lib/store/state'
import { suggestMigrationName } from './migration-names'
import { changedRange } from './sql-changes'
import { missingEnum, placesOfSelection, stepAt } from './sql-places'

const step = (kind: string, from: number, to: number, ...blocks: string[]) => ({
  kind,
  summary: `${kind} ${blocks}`,
  from,
  to,
  blocks,
})

const STEPS = [
  step('CreateTable', 0, 10, 'User'),
  step('CreateTable', 12, 20, 'Post'),
  step('AddForeignKey', 22, 30, 'Post'),
]

describe('statements', () => {
  it.each([
    [0, 'CreateTable User'],
    [11, 'CreateTable User'],
    [12, 'CreateTable Post'],
    [99, 'AddForeignKey Post'],
  ])('at %d: %s', (offset, expected) => {
    expect(stepAt(STEPS, offset)?.summary).toBe(expected)
  })

  it('belong to the block or the relation that is selected', () => {
    const text =
      'model User {\n  id Int @id\n  posts Post[]\n}\nmodel Post {\n  id Int @id\n  user User @relation(fields: [id], references: [id])\n}\n'
    const graph = deriveGraph(new Map([['a.prisma', parse(text)]]))
    const post = graph.blockByName.get('Post')?.id ?? ''
    const of = (selection: object) =>
      placesOfSelection('', STEPS, { ...NO_SELECTION, ...selection }, graph).map(({ from }) => from)
    expect(of({ blockIds: [post] })).toEqual([12, 22])
    expect(of({ relationId: graph.relations[0]?.id })).toEqual([22])
    expect(of({})).toEqual([])
    expect(of({ blockIds: graph.blocks.map(({ id }) => id) })).toEqual([])
  })
})

describe('an enum that is selected', () => {
  const text =
    'enum Role {\n  A\n}\nmodel User {\n  id Int @id\n  role Role @map("the_role")\n  old Role[]\n}\n'

  /** The marked lines, or why there are none, for SQL whose steps are about `blocks`. */
  function marked(sql: string, blocks: readonly string[], schema = text) {
    const graph = deriveGraph(new Map([['a.prisma', parse(schema)]]))
    const role = graph.blockByName.get('Role')?.id ?? ''
    const selection = { ...NO_SELECTION, blockIds: [role] }
    const steps = [step('X', 0, sql.length, ...blocks)]
    const places = placesOfSelection(sql, steps, selection, graph)
    const lines = places.map(({ from, to }) => sql.slice(from, to).trim())
    return lines.length > 0 ? lines : missingEnum(sql, steps, selection, graph)
  }

  it.each([
    [
      "CREATE TABLE `User` (\n    `the_role` ENUM('A') NOT NULL,\n    INDEX `i`(`the_role`)\n);",
      ["`the_role` ENUM('A') NOT NULL,"],
    ],
    [
      "ALTER TABLE `User` DROP COLUMN `x`,\n    MODIFY `the_role` ENUM('A') NOT NULL;",
      ["MODIFY `the_role` ENUM('A') NOT NULL;"],
    ],
    [
      'ALTER TABLE [dbo].[User] ADD [n] INT,\n[the_role] NVARCHAR(1000) NOT NULL;',
      ['[the_role] NVARCHAR(1000) NOT NULL;'],
    ],
    [
      'ALTER TABLE [dbo].[User] ADD [n] INT, [the_role] NVARCHAR(1000);',
      ['ALTER TABLE [dbo].[User] ADD [n] INT, [the_role] NVARCHAR(1000);'],
    ],
    [
      'ALTER TABLE "User" ADD COLUMN     "the_role" "Role" NOT NULL,\nADD COLUMN     "old" "Role"[];',
      [
        'ADD COLUMN     "old" "Role"[];',
        'ALTER TABLE "User" ADD COLUMN     "the_role" "Role" NOT NULL,',
      ].reverse(),
    ],
    ['CREATE TABLE "User" (\n    "the_role" TEXT NOT NULL\n);', ['"the_role" TEXT NOT NULL']],
  ])('leads to its columns in %j', (sql, expected) => {
    expect(marked(sql, ['User'])).toEqual(expected)
  })

  it('leads to its own statements where it has such', () => {
    expect(marked('CREATE TYPE "Role"', ['Role'])).toEqual(['CREATE TYPE "Role"'])
  })

  it('is said to be in none', () => {
    expect(marked('DROP TABLE `x`;', ['Other'])).toBe(
      'No statement here is about the enum Role or a column that has it.',
    )
    expect(marked('CREATE TABLE `x`', ['User'], 'enum Role {\n  A\n}\n')).toBe(
      'No field has the enum Role, and no statement here is about it.',
    )
  })
})

describe('names for migrations', () => {
  it.each([
    ['init', false, STEPS],
    ['update_schema', true, STEPS],
    ['add_user_role', true, [step('CreateTable', 0, 1, 'UserRole'), step('AlterTable', 1, 2, 'A')]],
    ['drop_user', true, [step('DropTable', 0, 1, 'User')]],
    ['change_user', true, [step('AlterTable', 0, 1, 'User'), step('CreateIndex', 1, 2, 'User')]],
    ['update_schema', true, []],
  ])('%s', (expected, hasBaseline, steps) => {
    expect(suggestMigrationName(hasBaseline, steps)).toBe(expected)
  })
})

describe('changedRange', () => {
  it.each([
    ['', 'a\n'],
    ['a\nb\n', ''],
    ['a\nb\nc\n', 'a\nx\nc\n'],
    ['a\nb\n', 'a\nb\nc\n'],
    ['b\n', 'a\nb\n'],
    ['a\na\na\n', 'a\na\n'],
    ['ab\nab', 'ab\nxab'],
    ['one', 'two'],
  ])('leads from %j to %j', (before, after) => {
    const change = changedRange(before, after)
    expect(change && before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(
      after,
    )
  })

  it('is the lines that differ', () => {
    expect(changedRange('a\nb1\nc\n', 'a\nb2\nc\n')).toEqual({ from: 2, to: 4, insert: 'b2' })
    expect(changedRange('a', 'a')).toBeNull()
  })
})

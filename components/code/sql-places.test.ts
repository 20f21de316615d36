import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import { NO_SELECTION } from '@/lib/store/state'
import { suggestMigrationName } from './migration-names'
import { changedRange } from './sql-changes'
import { stepAt, stepsOfSelection } from './sql-places'

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
      stepsOfSelection(STEPS, { ...NO_SELECTION, ...selection }, graph).map(({ from }) => from)
    expect(of({ blockIds: [post] })).toEqual([12, 22])
    expect(of({ relationId: graph.relations[0]?.id })).toEqual([22])
    expect(of({})).toEqual([])
    expect(of({ blockIds: graph.blocks.map(({ id }) => id) })).toEqual([])
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

import { describe, expect, it } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { explorerRows, type Row, type RowsRequest, rowWindow, treeKey } from './explorer-rows'
import { fileRows } from './file-rows'

const FILES = [
  {
    path: 'a.prisma',
    text: 'model User {\n  id Int @id\n  role Role\n  @@map("people")\n}\nenum Role {\n  ADMIN\n}\nmodel Item10 {\n}\n',
  },
  {
    path: 'b.prisma',
    text: 'model Item9 {\n  userName String @unique\n}\nview Active {\n  id Int\n}\n',
  },
]
const { blocks } = createDocument(FILES).graph
const EVERYTHING: RowsRequest = {
  query: '',
  folded: new Set(),
  unfolded: new Set(),
}

function show(row: Row): string {
  const indent = '  '.repeat(row.level - 1)
  if (row.kind === 'group')
    return `${indent}${row.isUnfolded ? '-' : '+'} ${row.label} ${row.count}`
  if (row.kind === 'folder') return `${indent}${row.isUnfolded ? '-' : '+'} ${row.label}/`
  if (row.kind === 'file') {
    const sign = row.isUnfolded === null ? ' ' : row.isUnfolded ? '-' : '+'
    const errors = row.errors > 0 ? ` ${row.errors}!` : ''
    return `${indent}${sign} ${row.label} ${row.count}${errors}`
  }
  const reason = row.reason === null ? '' : ` (${row.reason})`
  if (row.kind === 'member') return `${indent}${row.name} ${row.type}`.trimEnd() + reason
  const sign = row.isUnfolded === null ? ' ' : row.isUnfolded ? '-' : '+'
  return `${indent}${sign} ${row.block.name}${reason}`
}

function check(request: Partial<RowsRequest>, expected: string[]) {
  const { rows } = explorerRows(blocks, { ...EVERYTHING, ...request })
  expect(rows.map(show)).toEqual(expected)
}

const idOf = (name: string) => blocks.find((block) => block.name === name)?.id ?? ''

describe('explorerRows', () => {
  it('groups by kind, in natural order of names', () => {
    check({}, [
      '- Models 3',
      '  + Item9',
      '    Item10',
      '  + User',
      '- Views 1',
      '  + Active',
      '- Enums 1',
      '  + Role',
    ])
  })

  it('unfolds blocks', () => {
    check({ query: 'user', unfolded: new Set([idOf('User')]) }, [
      '- Models 2',
      '  - Item9',
      '    userName String',
      '  - User',
      '    id Int',
      '    role Role',
    ])
  })

  it('finds by name and by field, and shows which', () => {
    check({ query: ' ADMIN ' }, ['- Enums 1', '  - Role', '    ADMIN'])
    check({ query: 'nothing' }, [])
    const { found, total } = explorerRows(blocks, { ...EVERYTHING, query: 'item' })
    expect([found, total]).toEqual([2, 5])
  })

  it('finds by all that is said of a block or a field, and says what it was', () => {
    check({ query: '@unique' }, ['- Models 1', '  - Item9', '    userName String (@unique)'])
    check({ query: 'people' }, ['- Models 1', '  + User (@@map people)'])
    check({ query: 'role' }, ['- Models 1', '  - User', '    role Role', '- Enums 1', '  + Role'])
    check({ query: 'user int' }, ['- Models 1', '  - User', '    id Int (Int)'])
  })

  it('says which rows are what was searched for', () => {
    const matches = (query: string, unfolded: string[] = []) => {
      const request = { ...EVERYTHING, query, unfolded: new Set(unfolded.map(idOf)) }
      const { rows } = explorerRows(blocks, request)
      return rows.filter((row) => 'isMatch' in row && row.isMatch).map((row) => show(row).trim())
    }
    expect(matches('people')).toEqual(['+ User (@@map people)'])
    expect(matches('user int', ['User'])).toEqual(['id Int (Int)'])
    expect(matches('')).toEqual([])
  })

  it('numbers rows among their siblings', () => {
    const { rows } = explorerRows(blocks, EVERYTHING)
    expect(rows.map(({ position, siblings }) => `${position}/${siblings}`)).toEqual([
      '1/3',
      '1/3',
      '2/3',
      '3/3',
      '2/3',
      '1/1',
      '3/3',
      '1/1',
    ])
  })
})

describe('fileRows', () => {
  const PATHS = ['a.prisma', 'b.prisma', 'p/q/empty.prisma', 'p/q/Z10.prisma', 'p/q/z9.prisma']
  const request = {
    ...EVERYTHING,
    paths: PATHS,
    problems: new Map([['b.prisma', { errors: 2, warnings: 0 }]]),
    unsaved: new Set<string>(),
    turned: new Set<string>(),
  }
  const lines = (asked: Partial<typeof request>) =>
    fileRows(blocks, { ...request, ...asked }).rows.map(show)

  it('has folders, files and their blocks, in natural order', () => {
    expect(lines({ turned: new Set(['file b.prisma']) })).toEqual([
      '- p/q/',
      '    empty.prisma 0',
      '    z9.prisma 0',
      '    Z10.prisma 0',
      '- a.prisma 3',
      '    Item10',
      '  + Role',
      '  + User',
      '+ b.prisma 2 2!',
    ])
  })

  it('folds folders, and files from the start where there are many', () => {
    const paths = [...PATHS, 'c.prisma', 'd.prisma']
    expect(
      lines({ paths, folded: new Set(['folder p/q']), turned: new Set(['file b.prisma']) }),
    ).toEqual([
      '+ p/q/',
      '+ a.prisma 3',
      '- b.prisma 2 2!',
      '  + Active',
      '  + Item9',
      '  c.prisma 0',
      '  d.prisma 0',
    ])
  })

  it('shows what is searched for, also files by their name', () => {
    expect(lines({ query: 'item9', folded: new Set(['folder p/q']) })).toEqual([
      '- b.prisma 1 2!',
      '  + Item9',
    ])
    expect(lines({ query: 'z1' })).toEqual(['- p/q/', '    Z10.prisma 0'])
  })

  it('has a row for every file of a folder with more than one thing in it', () => {
    expect(lines({ paths: ['p/x.prisma', 'p/q/r/y.prisma'] })).toEqual([
      '- p/',
      '  - q/r/',
      '      y.prisma 0',
      '    x.prisma 0',
    ])
  })
})

describe('rowWindow', () => {
  it.each([
    [0, 260, 1000, 0, 18],
    [2600, 260, 1000, 92, 118],
    [25_740, 260, 1000, 982, 1000],
    [9999, 260, 3, 3, 3],
    [0, 260, 0, 0, 0],
  ])('scrolled to %i', (top, height, count, from, to) => {
    expect(rowWindow(top, height, 26, count)).toEqual({ from, to })
  })
})

describe('treeKey', () => {
  const { rows } = explorerRows(blocks, { ...EVERYTHING, unfolded: new Set([idOf('User')]) })
  const at = (name: string) => rows.findIndex((row) => show(row).trim().endsWith(name))

  it('walks, folds and unfolds', () => {
    expect(treeKey(rows, 0, 'ArrowUp')).toEqual({ to: 0 })
    expect(treeKey(rows, 0, 'End')).toEqual({ to: rows.length - 1 })
    expect(treeKey(rows, at('Item9'), 'ArrowRight')).toEqual({ fold: false })
    expect(treeKey(rows, at('User'), 'ArrowRight')).toEqual({ to: at('User') + 1 })
    expect(treeKey(rows, at('User'), 'ArrowLeft')).toEqual({ fold: true })
    expect(treeKey(rows, at('role Role'), 'ArrowLeft')).toEqual({ to: at('User') })
    expect(treeKey(rows, at('Item9'), 'ArrowLeft')).toEqual({ to: 0 })
    expect(treeKey(rows, at('Item10'), 'ArrowRight')).toBeNull()
    expect(treeKey(rows, 0, 'x')).toBeNull()
    expect(treeKey([], 0, 'ArrowDown')).toBeNull()
  })
})

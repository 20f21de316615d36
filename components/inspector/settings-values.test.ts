import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/psl/parse'
import { deriveGraph } from '@/lib/schema/derive'
import type { Value } from '@/lib/schema/value'
import {
  connectionOf,
  connectionText,
  itemsOf,
  listText,
  moveItem,
  propertyOf,
  shownValue,
  withFeature,
} from './settings-values'

function value(text: string): Value | null {
  const source = `datasource db {\n  x = ${text}\n}\n`
  const block = deriveGraph(new Map([['a.prisma', parse(source)]])).datasource
  if (!block) throw new Error(`no datasource in ${source}`)
  return propertyOf(block, 'x')?.value ?? null
}

it.each([
  ['"a"', 'a'],
  ['env("A")', 'env("A")'],
  ['["a", b]', '["a", b]'],
])('shows %s as %s', (text, shown) => {
  expect(shownValue(value(text))).toBe(shown)
})

describe('lists', () => {
  it('are read and written', () => {
    expect(listText(itemsOf(value('["a", pg_trgm, b(map: "c")]')))).toBe(
      '["a", pg_trgm, b(map: "c")]',
    )
    expect(listText(itemsOf(value('"a"')))).toBe('["a"]')
    expect(listText([])).toBe(null)
  })

  it('are put in order', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 3)).toEqual(['b', 'c', 'a'])
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  })
})

describe('connections', () => {
  it.each([
    ['env("A")', { from: 'environment', text: 'A' }],
    ['"file:x"', { from: 'text', text: 'file:x' }],
    ['env(A)', { from: 'other', text: 'env(A)' }],
  ])('reads and writes %s', (text, connection) => {
    expect(connectionOf(value(text))).toEqual(connection)
    expect(connectionText(connectionOf(value(text)))).toBe(text)
  })
})

it('withFeature adds and removes one', () => {
  expect(withFeature(null, 'views', true)).toBe('["views"]')
  expect(withFeature(value('["odd"]'), 'views', true)).toBe('["odd", "views"]')
  expect(withFeature(value('["odd", "views"]'), 'views', false)).toBe('["odd"]')
  expect(withFeature(value('["views"]'), 'views', false)).toBe(null)
})

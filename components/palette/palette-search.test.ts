import { describe, expect, it } from 'vitest'
import { indexNames, searchNames } from './palette-search'

function check(query: string, names: string[], expected: string[]) {
  const index = indexNames(names.map((name) => ({ item: name, name, keywords: [] })))
  expect(searchNames(index, query, 10).map(({ item }) => item)).toEqual(expected)
}

describe('searchNames', () => {
  it('prefers the whole name, then its beginning, a word, a part, letters in order', () => {
    check(
      'order',
      ['Disorder', 'PurchaseOrder', 'OrderLine', 'Order', 'OldRowDraftEntry', 'User'],
      ['Order', 'OrderLine', 'PurchaseOrder', 'Disorder', 'OldRowDraftEntry'],
    )
    check('pl', ['Apple', 'PurchaseLine'], ['Apple', 'PurchaseLine'])
  })

  it('prefers the shorter of equals, and then the earlier', () => {
    check('user', ['UserAccount', 'UserA', 'UserB'], ['UserA', 'UserB', 'UserAccount'])
  })

  it('finds qualified names by parts of both', () => {
    check('user.em', ['User.id', 'User.email', 'UserEmail.id'], ['User.email'])
    check('uem', ['User.email', 'Queue.item'], ['User.email'])
  })

  it('finds nothing for nothing', () => {
    check('  ', ['User'], [])
    check('xyz', ['User'], [])
  })

  it('counts keywords less than names', () => {
    const index = indexNames([
      { item: 'by keyword', name: 'Duplicate', keywords: ['copy'] },
      { item: 'by name', name: 'Copy schema text', keywords: [] },
    ])
    expect(searchNames(index, 'copy', 10).map(({ item }) => item)).toEqual([
      'by name',
      'by keyword',
    ])
    expect(searchNames(index, 'copy', 1)).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { rankOptions } from './rank'

describe('rankOptions', () => {
  function check(labels: string[], search: string, expected: string[]) {
    const ranked = rankOptions(
      labels.map((label) => ({ label })),
      search,
    )
    expect(ranked.map(({ label }) => label)).toEqual(expected)
  }

  test('keeps everything, in order, while nothing is typed', () => {
    check(['String', 'Int', 'Boolean'], '  ', ['String', 'Int', 'Boolean'])
  })

  test('puts a whole word before a beginning, and that before scattered letters', () => {
    check(['PostTag', 'Post', 'PriceOfStock'], 'post', ['Post', 'PostTag', 'PriceOfStock'])
  })

  test('drops what does not fit', () => {
    check(['String', 'Int'], 'xyz', [])
  })

  test('finds an option by its keywords', () => {
    const options = [{ label: 'PostgreSQL', keywords: ['neon', 'supabase'] }, { label: 'MySQL' }]
    expect(rankOptions(options, 'supa')).toEqual([options[0]])
  })

  test('keeps the given order among equals', () => {
    check(['a1', 'a2', 'a3'], 'a', ['a1', 'a2', 'a3'])
  })
})

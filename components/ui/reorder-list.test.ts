import { describe, expect, it } from 'vitest'
import { placeAfterKey } from './reorder-list'

/** Where the letter at the caret is after the key, in the list of letters. */
function check(key: string, before: string, after: string | null, isHandle = true): void {
  const index = before.indexOf('|')
  const items = [...before.replace('|', '')]
  const place = placeAfterKey(key, index, items.length, isHandle)
  if (place === null) {
    expect(null).toBe(after)
    return
  }
  const [item = ''] = items.splice(index, 1)
  items.splice(place > index ? place - 1 : place, 0, item)
  expect(items.join('')).toBe(after)
}

describe('placeAfterKey', () => {
  it('moves by one', () => {
    check('ArrowUp', 'ab|cd', 'acbd')
    check('ArrowDown', 'a|bcd', 'acbd')
  })

  it('stays within the list', () => {
    check('ArrowUp', '|abc', 'abc')
    check('ArrowDown', 'ab|c', 'abc')
  })

  it('moves to the ends, by the handle only', () => {
    check('Home', 'ab|c', 'cab')
    check('End', '|abc', 'bca')
    check('End', '|abc', null, false)
  })

  it('leaves other keys alone', () => {
    check('a', '|abc', null)
  })
})

import { expect, it } from 'vitest'
import { wrapText } from './overview-annotations'

function check(text: string, columns: number, count: number, expected: string[]) {
  expect(wrapText(text, columns, count)).toEqual(expected)
}

it('breaks between words and at line ends', () => {
  check('ask the team', 8, 5, ['ask the', 'team'])
  check('one\ntwo', 8, 5, ['one', 'two'])
})

it('cuts what has no room', () => {
  check('ask the team first', 8, 1, ['ask the…'])
  check('unbreakable', 6, 5, ['unbre…'])
})

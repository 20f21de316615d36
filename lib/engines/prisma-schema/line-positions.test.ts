import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offsetOf, positionOf } from './line-positions'

it('counts lines and UTF-16 code units from 0', () => {
  const text = 'a\n\t😀é x\n\nend'
  expect(positionOf(text, text.indexOf('x'))).toEqual({ line: 1, character: 5 })
  expect(positionOf(text, text.length)).toEqual({ line: 3, character: 3 })
  expect(offsetOf(text, { line: 1, character: 5 })).toBe(text.indexOf('x'))
})

it('stays within the line and the text', () => {
  expect(offsetOf('ab\ncd', { line: 0, character: 9 })).toBe(2)
  expect(offsetOf('ab\ncd', { line: 7, character: 0 })).toBe(5)
})

it('leads back to where it came from', () => {
  const texts = fc
    .array(fc.constantFrom('\n', '\t', 'é', '😀', 'a', ' '))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, fc.nat(), (text, any) => {
      const offset = any % (text.length + 1)
      expect(offsetOf(text, positionOf(text, offset))).toBe(offset)
    }),
    { seed: 5 },
  )
})

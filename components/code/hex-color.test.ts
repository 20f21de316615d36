import { expect, it } from 'vitest'
import { toHexColor } from './hex-color'

it.each([
  ['#5150d6', '#5150d6'],
  [' #5150d6 ', '#5150d6'],
  // Builds shorten colours.
  ['#fff', '#ffffff'],
  ['rgb(20 22 30 / 0.05)', '#14161e0d'],
  ['rgb(20 22 30 / 5%)', '#14161e0d'],
  ['rgba(20, 22, 30, .5)', '#14161e80'],
  ['#14161e0d', '#14161e0d'],
  ['rgb(255 255 255)', '#ffffff'],
])('writes %s as %s', (value, expected) => {
  expect(toHexColor(value)).toBe(expected)
})

it('refuses what is no colour', () => {
  expect(() => toHexColor('')).toThrow('Not a colour')
})

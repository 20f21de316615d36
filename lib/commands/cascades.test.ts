import { expect, it } from 'vitest'
import { Cascades } from './cascades'

function added(isStrict: boolean, ways: readonly string[]): boolean[] {
  const cascades = new Cascades(isStrict)
  return ways.map(([from = '', to = '']) => cascades.add({ fromBlockId: from, toBlockId: to }))
}

it('takes no circle in', () => {
  expect(added(false, ['aa', 'ab', 'bc', 'ca', 'ac'])).toEqual([false, true, true, false, true])
})

it('takes no second way in where there may be one only', () => {
  expect(added(false, ['ab', 'ab', 'bd', 'ac', 'cd'])).toEqual([true, true, true, true, true])
  expect(added(true, ['ab', 'ab', 'bd', 'ac', 'cd'])).toEqual([true, false, true, true, false])
  expect(added(true, ['bd', 'cd', 'ab', 'ac'])).toEqual([true, true, true, false])
})

import { expect, it } from 'vitest'
import { compareDescriptions, LEFT_INDEXES } from './history'

const index = 'A index A_bId_fkey BTREE bIdA'
const key = 'A foreign key A_bId_fkey bId to B id CASCADE CASCADE'

it('leaves out an index whose foreign key is gone', () => {
  expect(compareDescriptions([], [index])).toEqual({ difference: null, rules: [LEFT_INDEXES] })
})

it('compares the index of a foreign key that is there', () => {
  expect(compareDescriptions([index, key], [index, key])).toEqual({ difference: null, rules: [] })
  expect(compareDescriptions([key], [index, key]).difference).toBe(`- ${index}\n  ${key}`)
})

it('sees an index of ours that the history has not', () => {
  expect(compareDescriptions([index], []).difference).toBe(`+ ${index}`)
})

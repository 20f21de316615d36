import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from './change-set'
import { quickChanges } from './quick-changes'

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', '}\n', '\n', 'c\r\n', 'd'), { maxLength: 30 })
  .map((lines) => lines.join(''))

describe('quick changes', () => {
  it('lead from one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyChanges(before, quickChanges(before, after))).toBe(after)
      }),
      { seed: 1, numRuns: 3000 },
    )
  })

  it('are the lines that differ, wherever they are', () => {
    const block = (name: string) => `model ${name} {\n  id Int @id\n}\n\n`
    const before = block('A') + block('B') + block('C')
    const after = block('A') + block('X') + block('New') + block('Y')
    expect(applyChanges(before, quickChanges(before, after))).toBe(after)
    expect(quickChanges(before, before.replace('B', 'X').replace('C', 'Y')).edits).toEqual([
      { from: 26, to: 36, insert: 'model X {\n' },
      { from: 52, to: 62, insert: 'model Y {\n' },
    ])
  })

  it('add and take away lines', () => {
    expect(quickChanges('a\nb\nc\n', 'a\nb\nnew\nc\n').edits).toEqual([
      { from: 4, to: 4, insert: 'new\n' },
    ])
    expect(quickChanges('a\nb\nc\nd\n', 'a\nd\n').edits).toEqual([{ from: 2, to: 6, insert: '' }])
    expect(quickChanges('a', 'a').edits).toEqual([])
  })

  it('are one piece where nothing is near that is the same', () => {
    const lines = (name: string) =>
      Array.from({ length: 300 }, (_, at) => `${name}${at}\n`).join('')
    const { edits } = quickChanges(`first\n${lines('a')}`, `first\n${lines('b')}`)
    expect(edits).toHaveLength(1)
  })
})

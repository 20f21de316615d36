import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from './change-set'
import { diffLines, lineChanges, pairLines, splitLines } from './line-diff'

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', '}\n', '\n', 'c\r\n', 'd'), { maxLength: 12 })
  .map((lines) => lines.join(''))

describe('line differences', () => {
  it('lead from one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyChanges(before, lineChanges(before, after))).toBe(after)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  it('touch only the lines that differ', () => {
    expect(lineChanges('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n').edits).toEqual([
      { from: 2, to: 4, insert: 'B\n' },
      { from: 8, to: 8, insert: 'e\n' },
    ])
  })

  it('are one piece where nearly nothing is the same', () => {
    const before = ['first\n', ...Array.from({ length: 2000 }, (_, i) => `a${i}\n`)]
    const after = ['first\n', ...Array.from({ length: 2000 }, (_, i) => `b${i}\n`)]
    expect(diffLines(before, after)).toEqual([{ from: 1, to: 2001, lines: after.slice(1) }])
  })

  it('stand side by side', () => {
    expect(pairLines('a\nb\nc\n', 'a\nB\nX\nc')).toEqual([
      { left: 'a', right: 'a', isSame: true },
      { left: 'b', right: 'B', isSame: false },
      { left: 'c', right: 'X', isSame: false },
      { left: null, right: 'c', isSame: false },
    ])
  })

  it('keep every line of both sides', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const pairs = pairLines(left, right)
        const side = (lines: (string | null)[]) => lines.filter((line) => line !== null)
        const bare = (all: string) => splitLines(all).map((line) => line.replace(/\r?\n$/, ''))
        expect(side(pairs.map((pair) => pair.left))).toEqual(bare(left))
        expect(side(pairs.map((pair) => pair.right))).toEqual(bare(right))
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})

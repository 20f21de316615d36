import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, changeSet, diffTexts } from '@/lib/text/change-set'
import { type ContentChange, changesFromEvent, wholeCharacters } from './model-edits'

/** Applies the changes as Monaco's documentation says: one after the other. */
function applyInOrder(text: string, changes: readonly ContentChange[]): string {
  return changes.reduce(
    (result, { rangeOffset, rangeLength, text: inserted }) =>
      result.slice(0, rangeOffset) + inserted + result.slice(rangeOffset + rangeLength),
    text,
  )
}

function check(text: string, changes: readonly (readonly [number, number, string])[]) {
  const event = changes.map(([rangeOffset, rangeLength, inserted]) => ({
    rangeOffset,
    rangeLength,
    text: inserted,
  }))
  const result = changesFromEvent(text.length, event)
  expect(applyChanges(text, result)).toBe(applyInOrder(text, event))
  return result.edits
}

describe('changesFromEvent', () => {
  it('keeps a keystroke one edit', () => {
    expect(check('model', [[5, 0, ' ']])).toEqual([{ from: 5, to: 5, insert: ' ' }])
  })

  it('keeps the edits of several cursors apart', () => {
    expect(
      check('one\ntwo\n', [
        [7, 0, '!'],
        [3, 0, '!'],
      ]),
    ).toEqual([
      { from: 3, to: 3, insert: '!' },
      { from: 7, to: 7, insert: '!' },
    ])
  })

  it('keeps the order of insertions at one place', () => {
    expect(
      check('ab', [
        [1, 0, '2'],
        [1, 0, '1'],
      ]),
    ).toEqual([{ from: 1, to: 1, insert: '12' }])
  })

  it('composes changes that build on one another', () => {
    expect(
      check('(', [
        [1, 0, ')'],
        [1, 1, ''],
        [0, 1, '[]'],
      ]),
    ).toEqual([{ from: 0, to: 1, insert: '[]' }])
  })

  it('gives nothing for nothing', () => {
    expect(check('a', [])).toEqual([])
  })

  it('does what applying the changes in order does', () => {
    const change = fc.record({
      at: fc.nat(30),
      length: fc.nat(4),
      text: fc.string({ maxLength: 3 }),
    })
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(change, { maxLength: 6 }),
        (text, list) => {
          let length = text.length
          const event = list.map(({ at, length: wanted, text: inserted }) => {
            const rangeOffset = Math.min(at, length)
            const rangeLength = Math.min(wanted, length - rangeOffset)
            length += inserted.length - rangeLength
            return { rangeOffset, rangeLength, text: inserted }
          })
          const result = changesFromEvent(text.length, event)
          expect(applyChanges(text, result)).toBe(applyInOrder(text, event))
        },
      ),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('wholeCharacters', () => {
  it('replaces a whole character where one half is the same', () => {
    const { edits } = diffTexts('a😀b', 'a😁b')
    expect(edits).toEqual([{ from: 2, to: 3, insert: '\ude01' }])
    expect(wholeCharacters('a😀b', edits)).toEqual([{ from: 1, to: 3, insert: '😁' }])
  })

  it('leaves other edits as they are', () => {
    const edits = [{ from: 1, to: 3, insert: 'x' }]
    expect(wholeCharacters('a😀b', edits)).toEqual(edits)
  })

  it('does the same, never within a pair', () => {
    const text = fc.array(fc.constantFrom('a', '😀', '😁', '\ud83d'), { maxLength: 8 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const old = before.join('')
        const edits = wholeCharacters(old, diffTexts(old, after.join('')).edits)
        expect(applyChanges(old, changeSet(old.length, edits))).toBe(after.join(''))
        for (const { from, to } of edits) {
          expect(
            [from, to].some((offset) =>
              /^[\ud800-\udbff][\udc00-\udfff]$/.test(old.slice(offset - 1, offset + 1)),
            ),
          ).toBe(false)
        }
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

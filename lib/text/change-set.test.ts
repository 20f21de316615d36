import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  type ChangeSet,
  changeSet,
  composeChanges,
  diffTexts,
  invertChanges,
  mapPosition,
} from './change-set'

function edit(from: number, to: number, insert: string) {
  return { from, to, insert }
}

/** Arbitrary edits of a text, as a change set. */
function changesOf(text: string, seeds: readonly [number, number, string][]): ChangeSet {
  const points = seeds
    .flatMap(([a, b]) => [a % (text.length + 1), b % (text.length + 1)])
    .sort((a, b) => a - b)
  return changeSet(
    text.length,
    seeds.map(([, , insert], index) =>
      edit(points[index * 2] ?? 0, points[index * 2 + 1] ?? 0, insert),
    ),
  )
}

const arbitrarySeeds = fc.array(
  fc.tuple(fc.nat(50), fc.nat(50), fc.string({ maxLength: 4 })) as fc.Arbitrary<
    [number, number, string]
  >,
  { maxLength: 5 },
)

describe('changeSet', () => {
  it('sorts, joins what touches and drops what does nothing', () => {
    expect(changeSet(10, [edit(5, 6, 'b'), edit(3, 5, 'a'), edit(8, 8, '')]).edits).toEqual([
      edit(3, 6, 'ab'),
    ])
  })

  it('keeps the order of insertions at one place', () => {
    const changes = changeSet(2, [edit(1, 1, 'x'), edit(1, 1, 'y')])
    expect(applyChanges('ab', changes)).toBe('axyb')
  })

  it('refuses edits that overlap or lie outside', () => {
    expect(() => changeSet(9, [edit(0, 4, ''), edit(3, 5, '')])).toThrow(RangeError)
    expect(() => changeSet(3, [edit(2, 4, '')])).toThrow(RangeError)
    expect(() => applyChanges('abc', changeSet(4, []))).toThrow(RangeError)
  })
})

describe('mapPosition', () => {
  const changes = changeSet(10, [edit(2, 4, 'xyz'), edit(7, 7, '__')])
  it.each([
    [1, -1, 1],
    [2, -1, 2],
    [2, 1, 2],
    [3, -1, 2],
    [3, 1, 5],
    [4, -1, 5],
    [7, -1, 8],
    [7, 1, 10],
    [9, -1, 12],
  ] as const)('maps %i (%i) to %i', (position, association, expected) => {
    expect(mapPosition(changes, position, association)).toBe(expected)
  })
})

describe('properties', () => {
  it('inverts, composes and diffs', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        arbitrarySeeds,
        arbitrarySeeds,
        (text, seedsA, seedsB) => {
          const a = changesOf(text, seedsA)
          const middle = applyChanges(text, a)
          const b = changesOf(middle, seedsB)
          const result = applyChanges(middle, b)
          expect(middle.length).toBe(a.after)
          expect(applyChanges(middle, invertChanges(text, a))).toBe(text)
          const composed = composeChanges(a, b)
          expect(applyChanges(text, composed)).toBe(result)
          expect(applyChanges(result, invertChanges(text, composed))).toBe(text)
          expect(applyChanges(text, diffTexts(text, result))).toBe(result)
        },
      ),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('maps positions in order and inside the new text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), arbitrarySeeds, (text, seeds) => {
        const changes = changesOf(text, seeds)
        let previous = 0
        for (let position = 0; position <= text.length; position++) {
          const mapped = mapPosition(changes, position, 1)
          expect(mapped).toBeGreaterThanOrEqual(previous)
          expect(mapped).toBeLessThanOrEqual(changes.after)
          previous = mapped
        }
      }),
      { seed: 2, numRuns: 1000 },
    )
  })
})

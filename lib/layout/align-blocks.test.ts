import { describe, expect, it } from 'vitest'
import { type Alignment, alignBlocks, distributeBlocks } from './align-blocks'
import type { Rect } from './types'

const RECTS = new Map<string, Rect>([
  ['a', { x: 0, y: 0, width: 100, height: 50 }],
  ['b', { x: 40, y: 100, width: 60, height: 30 }],
  ['c', { x: 300, y: 20, width: 200, height: 100 }],
])

describe('alignBlocks', () => {
  it.each<[Alignment, Record<string, [number, number]>]>([
    ['left', { b: [0, 100], c: [0, 20] }],
    ['right', { a: [400, 0], b: [440, 100] }],
    ['center', { a: [200, 0], b: [220, 100], c: [150, 20] }],
    ['top', { b: [40, 0], c: [300, 0] }],
    ['bottom', { a: [0, 80], c: [300, 30] }],
    ['middle', { a: [0, 40], b: [40, 50], c: [300, 15] }],
  ])('%s', (alignment, expected) => {
    expect(inShort(alignBlocks(RECTS, alignment))).toEqual(expected)
  })

  it('moves nothing that is in line already', () => {
    expect(alignBlocks(new Map([['a', { x: 3, y: 4, width: 5, height: 5 }]]), 'left').size).toBe(0)
  })

  it('gives whole pixels', () => {
    const rects = new Map<string, Rect>([
      ['a', { x: 0, y: 0, width: 101, height: 10 }],
      ['b', { x: 0, y: 20, width: 50, height: 10 }],
    ])
    expect(inShort(alignBlocks(rects, 'center'))).toEqual({ b: [26, 20] })
  })
})

describe('distributeBlocks', () => {
  it('makes the room between them the same and leaves the outermost where they are', () => {
    // From 0 to 500, of which 360 are taken: twice 70 remain.
    expect(inShort(distributeBlocks(RECTS, 'horizontal'))).toEqual({ b: [170, 100] })
  })

  it('goes from top to bottom by the middles', () => {
    const rects = new Map<string, Rect>([
      ['low', { x: 0, y: 200, width: 10, height: 20 }],
      ['high', { x: 5, y: 0, width: 10, height: 20 }],
      ['between', { x: 9, y: 150, width: 10, height: 20 }],
    ])
    expect(inShort(distributeBlocks(rects, 'vertical'))).toEqual({ between: [9, 100] })
  })

  it('lets blocks without room overlap evenly', () => {
    const rects = new Map<string, Rect>([
      ['a', { x: 0, y: 0, width: 100, height: 10 }],
      ['b', { x: 10, y: 0, width: 100, height: 10 }],
      ['c', { x: 40, y: 0, width: 100, height: 10 }],
    ])
    expect(inShort(distributeBlocks(rects, 'horizontal'))).toEqual({ b: [20, 0] })
  })

  it('has nothing to do for two', () => {
    const two = new Map([...RECTS].slice(0, 2))
    expect(distributeBlocks(two, 'vertical').size).toBe(0)
  })
})

function inShort(places: ReadonlyMap<string, { x: number; y: number }>) {
  return Object.fromEntries([...places].map(([id, { x, y }]) => [id, [x, y]]))
}

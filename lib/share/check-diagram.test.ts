import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDiagram, checkShown } from './check-diagram'

const AREA = { x: 1, y: 2, width: 3, height: 4 }
const GROUP = { id: '1', title: 'Billing', color: 'blue', blocks: ['A', 'B'] }
const NOTE = { id: '1', text: 'Hello', color: 'yellow', area: AREA }
const VIEW = { id: '1', name: 'Few', blocks: ['A'], positions: { A: { x: 1, y: 2 } } }

function check(value: unknown) {
  const repairs: string[] = []
  return { data: checkDiagram(value, repairs), repairs }
}

describe('checkDiagram', () => {
  test('gives what is clean back as it is', () => {
    const value = {
      detail: 'keys',
      nameMode: 'database',
      groups: [GROUP],
      notes: [NOTE, { ...NOTE, id: '2', view: '1' }],
      views: [VIEW],
      collapsed: ['A'],
      hidden: ['B'],
      colors: { A: 'red' },
    }
    expect(check(value)).toEqual({ data: value, repairs: [] })
  })

  test.each([undefined, null, {}, { groups: [], notes: [] }])('finds nothing in %j', (value) => {
    expect(check(value)).toEqual({ data: null, repairs: [] })
  })

  test.each([1, 'x', [], true])('leaves %j out', (value) => {
    expect(check(value)).toMatchObject({ data: null, repairs: [expect.stringMatching(/groups/)] })
  })

  test.each([
    ['group', { groups: [{ ...GROUP, color: 'mauve' }] }],
    ['group', { groups: [{ ...GROUP, blocks: 'A' }] }],
    ['group', { groups: [{ ...GROUP, blocks: ['__proto__'] }] }],
    ['group', { groups: [{ ...GROUP, title: 'x'.repeat(501) }] }],
    ['group', { groups: [{ ...GROUP, blocks: [] }] }],
    ['group', { groups: 7 }],
    ['note', { notes: [{ ...NOTE, text: 1 }] }],
    ['note', { notes: [{ ...NOTE, view: 'gone' }] }],
    ['note', { notes: [{ ...NOTE, area: { ...AREA, width: -1 } }] }],
    ['note', { notes: [{ ...NOTE, area: { ...AREA, x: Number.NaN } }] }],
    ['note', { notes: [{ ...NOTE, area: { ...AREA, x: 1e9 } }] }],
    ['note', { notes: [null] }],
    ['view', { views: [{ ...VIEW, positions: [] }] }],
    ['view', { views: [{ ...VIEW, id: 'x'.repeat(41) }] }],
  ])('leaves out a %s that is not usable: %j', (noun, value) => {
    expect(check(value)).toEqual({
      data: null,
      repairs: [`One ${noun} was not usable and has been left out.`],
    })
  })

  test('keeps the first of two with one id, and a block in the first group that has it', () => {
    const { data, repairs } = check({
      groups: [GROUP, { ...GROUP, id: '2', blocks: ['B', 'C'] }, { ...GROUP, blocks: ['D'] }],
    })
    expect(data?.groups?.map(({ blocks }) => blocks.join(''))).toEqual(['AB', 'C'])
    expect(repairs).toHaveLength(1)
  })

  test.each([
    { detail: 'all' },
    { nameMode: 1 },
    { collapsed: [1] },
    { hidden: {} },
    { colors: { A: 'mauve' } },
    { colors: [] },
  ])('draws blocks as usual again after %j', (value) => {
    expect(check(value)).toMatchObject({ data: null, repairs: [expect.stringMatching(/usual/)] })
  })

  test('has nothing to repair in what it gave, whatever that was made of', () => {
    const item = fc.dictionary(
      fc.constantFrom('id', 'title', 'text', 'name', 'color', 'blocks', 'positions', 'area'),
      fc.oneof(
        fc.constantFrom<unknown>('1', 'blue', ['A'], ['A', 'A'], {}, AREA, null),
        fc.jsonValue(),
      ),
    )
    const list = fc.oneof(fc.array(item), fc.jsonValue())
    const value = fc.record({ groups: list, notes: list, views: list, colors: fc.jsonValue() })
    fc.assert(
      fc.property(value, (value) => {
        const { data } = check(value)
        expect(check(data)).toEqual({ data, repairs: [] })
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('checkShown', () => {
  test.each([
    ['1', '1', 0],
    ['2', null, 1],
    [{}, null, 1],
    [undefined, null, 0],
  ])('of %j is %j', (value, shown, count) => {
    const repairs: string[] = []
    expect(checkShown(value, checkDiagram({ views: [VIEW] }, []), repairs)).toBe(shown)
    expect(repairs).toHaveLength(count)
  })
})

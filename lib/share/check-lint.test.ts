import { describe, expect, it } from 'vitest'
import { checkLint } from './check-lint'

function check(value: unknown): { data: unknown; repairs: number } {
  const repairs: string[] = []
  return { data: checkLint(value, repairs), repairs: repairs.length }
}

describe('the check of which lint is off', () => {
  it('takes what is usable, and rules of newer versions', () => {
    const data = { off: ['unused-enum', 'not-yet-known'], accepted: { a: ['User', 'User.email'] } }
    expect(check(data)).toEqual({ data, repairs: 0 })
    expect(check(undefined)).toEqual({ data: null, repairs: 0 })
    expect(check({})).toEqual({ data: null, repairs: 0 })
  })

  it.each([
    ['no record', 1, null],
    ['an id that is none', { off: ['A b', 'ok'] }, { off: ['ok'] }],
    ['no list', { off: 'ok' }, null],
    ['no places', { accepted: { a: [1, ''] } }, null],
    [
      'a key that is dangerous',
      JSON.parse('{"accepted":{"__proto__":["x"],"b":["x"]}}'),
      { accepted: { b: ['x'] } },
    ],
    ['something else accepted', { accepted: [], off: ['a'] }, { off: ['a'] }],
  ])('leaves out %s, and says so', (_, value, data) => {
    expect(check(value)).toEqual({ data, repairs: 1 })
  })
})

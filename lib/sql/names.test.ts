import { describe, expect, it } from 'vitest'
import { constraintName, joinTableNames } from './names'

describe('constraintName', () => {
  it('joins the table and the columns', () => {
    expect(constraintName('Post', ['a', 'b'], '_key', 64)).toBe('Post_a_b_key')
    expect(constraintName('Post', [], '_pkey', 128)).toBe('Post_pkey')
  })

  it('keeps the suffix and cuts the rest', () => {
    const name = constraintName('T'.repeat(40), ['c'.repeat(40)], '_fkey', 64)
    expect(name).toBe(`${'T'.repeat(40)}_${'c'.repeat(18)}_fkey`)
    expect(name).toHaveLength(64)
  })

  it('counts bytes, and cuts no character in two', () => {
    expect(constraintName('é'.repeat(40), ['x'], '_key', 64)).toBe(`${'é'.repeat(30)}_key`)
    expect(constraintName(`a${'é'.repeat(40)}`, ['x'], '_key', 64)).toBe(`a${'é'.repeat(29)}_key`)
  })
})

describe('joinTableNames', () => {
  it('leaves room for each suffix', () => {
    const names = joinTableNames('r'.repeat(80), 64)
    expect(new Set(Object.values(names).map((name) => name.length))).toEqual(new Set([64]))
    expect(names.unique.endsWith('_AB_unique')).toBe(true)
    expect(names.foreignKeyB.endsWith('_B_fkey')).toBe(true)
  })
})

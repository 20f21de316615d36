import { describe, expect, it } from 'vitest'
import { describeRelation } from './add-relation'
import { kindOfKey } from './relation-plan'
import { contextOf, idsOf } from './testing'

type Kind = 'one-to-one' | 'one-to-many'

const schema = (...profile: string[]) =>
  `model Player {\n  id BigInt @id\n}\nmodel Profile {\n${profile.map((line) => `  ${line}\n`).join('')}}\n`

/** The lines that relating Profile to Player adds, or why it cannot be. */
function relate(
  text: string,
  kind: Kind,
  { field, ...options }: { optional?: boolean; names?: { from?: string }; field?: string } = {},
) {
  const ctx = contextOf(text)
  const ids = idsOf(ctx)
  const description = describeRelation(ctx, {
    kind,
    fromId: ids.block('Profile'),
    toId: ids.block('Player'),
    ...options,
    ...(field === undefined ? {} : { fromFieldId: ids.field(`Profile.${field}`) }),
  })
  return 'problem' in description
    ? description.problem
    : description.adds.map(({ line }) => line.trim().replace(/\s+/g, ' '))
}

function suggested(text: string): Kind {
  const ctx = contextOf(text)
  const ids = idsOf(ctx)
  return kindOfKey(ctx, { fromId: ids.block('Profile'), toId: ids.block('Player') })
}

const OWNER = 'player Player @relation(fields: [playerId], references: [id])'

describe('a new relation', () => {
  it.each([
    ['the primary key of the block', 'playerId BigInt', '@@id([playerId])'],
    ['the primary key', 'playerId BigInt @id', ''],
    ['unique', 'playerId BigInt @unique', ''],
    ['unique in the block', 'playerId BigInt', '@@unique([playerId])'],
  ])('takes a field that is called as its key, one-to-one where that is %s', (_, ...lines) => {
    const text = schema(...lines.filter((line) => line !== ''))
    expect(relate(text, 'one-to-one')).toEqual([OWNER, 'profile Profile?'])
    expect(suggested(text)).toBe('one-to-one')
  })

  it('makes it unique where it is not', () => {
    const text = schema('id Int @id', 'playerId BigInt')
    expect(suggested(text)).toBe('one-to-many')
    expect(relate(text, 'one-to-many')).toEqual([OWNER, 'profiles Profile[]'])
    expect(relate(text, 'one-to-one')).toEqual([OWNER, 'profile Profile?', 'playerId @unique'])
  })

  it('is as optional as the field', () => {
    const text = schema('id Int @id', 'playerId BigInt?')
    expect(relate(text, 'one-to-many')).toEqual([
      'player Player? @relation(fields: [playerId], references: [id])',
      'profiles Profile[]',
    ])
  })

  const added = ['playerId2 BigInt', 'profiles Profile[]']
  const second = 'player Player @relation(fields: [playerId2], references: [id])'

  it.each([
    ['of another type', schema('id Int @id', 'playerId String')],
    ['a list', schema('id Int @id', 'playerId BigInt[]')],
    ['unique, and many are wanted', schema('playerId BigInt @id')],
  ])('adds a field beside one that is %s', (_, text) => {
    expect(relate(text, 'one-to-many')).toEqual([second, ...added])
  })

  it('leaves alone what is the key of another relation, or must not be empty', () => {
    const text = schema('id Int @id', 'playerId BigInt')
    expect(relate(text, 'one-to-many', { optional: true })).toEqual([
      'player Player? @relation(fields: [playerId2], references: [id])',
      'playerId2 BigInt?',
      'profiles Profile[]',
    ])
    const taken = `${schema('id Int @id', 'playerId BigInt', 'owner Player @relation(fields: [playerId], references: [id])').replace('id BigInt @id', 'id BigInt @id\n  profiles Profile[]')}`
    expect(relate(taken, 'one-to-many')).toContain('playerId2 BigInt')
  })

  it('takes all fields of a key of several, or none', () => {
    const text = (...lines: string[]) =>
      `model Player {\n  a Int\n  b String\n  @@id([a, b])\n}\nmodel Profile {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
    const both = text('playerA Int', 'playerB String', '@@id([playerB, playerA])')
    expect(relate(both, 'one-to-one')).toEqual([
      'player Player @relation(fields: [playerA, playerB], references: [a, b])',
      'profile Profile?',
    ])
    expect(suggested(both)).toBe('one-to-one')
    expect(relate(text('id Int @id', 'playerA Int'), 'one-to-one')).toEqual([
      'player Player @relation(fields: [playerA2, playerB], references: [a, b])',
      'playerA2 Int',
      'playerB String',
      '@@unique([playerA2, playerB])',
      'profile Profile?',
    ])
  })

  it('is not one-to-many by a field that is unique', () => {
    const text = schema('ownerId BigInt', '@@id([ownerId])')
    expect(relate(text, 'one-to-many', { field: 'ownerId' })).toBe(
      'No two of Profile have the same ownerId, so the relation is one-to-one.',
    )
    expect(relate(text, 'one-to-one', { field: 'ownerId' })).toEqual([
      'owner Player @relation(fields: [ownerId], references: [id])',
      'profile Profile?',
    ])
  })
})

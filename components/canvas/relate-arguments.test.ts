import { describe, expect, it } from 'vitest'
import { contextOf, idsOf } from '@/lib/commands/testing'
import { connectionOf } from './connect-target'
import { keyCandidate, startsSwapped } from './relate-arguments'

/** The same primary key of one field, as a field and as a block have it. */
const KEYS = [
  ['@id', 'playerId BigInt @id'],
  ['@@id', 'playerId BigInt\n  @@id([playerId])'],
] as const

const contextWith = (key: string) =>
  contextOf(
    `model Player {\n  id BigInt @id\n  name String\n}\nmodel Profile {\n  ${key}\n  text String\n}\n`,
  )

describe.each(KEYS)('a primary key by %s', (_, key) => {
  const ctx = contextWith(key)
  const ids = idsOf(ctx)
  const [player, profile] = [ids.block('Player'), ids.block('Profile')]
  const playerId = ids.field('Profile.playerId')

  it('leads away from what it is named for, and to all else', () => {
    expect(startsSwapped(ctx, profile, playerId, player)).toBe(false)
    expect(startsSwapped(ctx, profile, playerId, null)).toBe(true)
    expect(startsSwapped(ctx, player, ids.field('Player.id'), profile)).toBe(true)
    expect(startsSwapped(ctx, profile, ids.field('Profile.text'), player)).toBe(false)
  })

  it('is no key to others unless its name says so', () => {
    expect(keyCandidate(ctx.graph, profile, playerId)).toBeNull()
  })

  it('is related one-to-one by a line between the two keys, whichever end it starts at', () => {
    const ends = [
      { blockId: profile, memberId: playerId },
      { blockId: player, memberId: ids.field('Player.id') },
    ] as const
    for (const [from, to] of [ends, [...ends].reverse()]) {
      if (!from || !to) throw new Error('A line has two ends')
      expect(connectionOf(ctx, from, to)).toMatchObject({
        kind: 'relate',
        hint: 'Profile.playerId refers to Player.id',
        args: { kind: 'one-to-one', fromId: profile, fromFieldId: playerId, toId: player },
      })
    }
  })
})

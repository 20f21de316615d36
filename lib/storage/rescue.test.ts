import { describe, expect, it } from 'vitest'
import { dropRescue, findRescue, leaveRescue, type RescueArea } from './rescue'

function area(capacity = Number.POSITIVE_INFINITY): RescueArea {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (value.length > capacity) throw new DOMException('full', 'QuotaExceededError')
      values.set(key, value)
    },
    removeItem: (key) => void values.delete(key),
  }
}

describe('rescue', () => {
  const rescue = { id: 'a', revision: 3, json: '{"ü":1}' }

  it('is found until it is dropped', () => {
    const storage = area()
    expect(findRescue(storage)).toBeNull()
    leaveRescue(storage, rescue)
    expect(findRescue(storage)).toEqual(rescue)
    dropRescue(storage)
    expect(findRescue(storage)).toBeNull()
  })

  it('gives up quietly when there is no room, and leaves nothing stale', () => {
    const storage = area(100)
    leaveRescue(storage, rescue)
    leaveRescue(storage, { ...rescue, json: 'x'.repeat(200) })
    expect(findRescue(storage)).toBeNull()
  })

  it.each(['', '{', '7', '{"id":1}', '[]'])('ignores %j', (text) => {
    const storage = area()
    storage.setItem('facet.rescue', text)
    expect(findRescue(storage)).toBeNull()
  })
})

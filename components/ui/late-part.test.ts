import { describe, expect, it, vi } from 'vitest'
import { latePart } from './late-part'

describe('latePart', () => {
  it('is fetched once, and is there at once from then on', async () => {
    const load = vi.fn(async () => 'part')
    const late = latePart(load)
    const listener = vi.fn()
    late.subscribe(listener)
    expect(late.current).toBeNull()
    await expect(Promise.all([late.fetch(), late.fetch()])).resolves.toEqual(['part', 'part'])
    expect(late.current).toBe('part')
    expect(load).toHaveBeenCalledTimes(1)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('is fetched again after it could not be', async () => {
    const load = vi.fn(async () => 'part').mockRejectedValueOnce(new Error('offline'))
    const late = latePart(load)
    await expect(late.fetch()).rejects.toThrow('offline')
    expect(late.current).toBeNull()
    await expect(late.fetch()).resolves.toBe('part')
  })
})

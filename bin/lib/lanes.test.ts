import { expect, it } from 'vitest'
import { inLanes } from './lanes'

it('does several at a time, and tells of them in order', async () => {
  const log: string[] = []
  let running = 0
  let most = 0
  await inLanes(
    [30, 5, 1, 20, 1, 1],
    async (time) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, time))
      running--
      return time * 2
    },
    (item, result) => log.push(`${item} ${result}`),
  )
  expect(log).toEqual(['30 60', '5 10', '1 2', '20 40', '1 2', '1 2'])
  expect(most).toBe(4)
})

it('rejects when the work does', async () => {
  const work = async () => {
    throw new Error('no')
  }
  await expect(inLanes([1], work, () => {})).rejects.toThrow('no')
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PIECE, workInPieces } from './idle-work'

let now = 0

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Work of ten steps that take a millisecond each. */
function* tenSteps(done: number[]): Generator<undefined, string> {
  for (let step = 1; step <= 10; step++) {
    now++
    done.push(step)
    yield
  }
  return 'finished'
}

it('does a piece at a time, and says once what came of it', async () => {
  const done: number[] = []
  const results: string[] = []
  workInPieces(tenSteps(done), (result) => results.push(result))
  expect(done).toHaveLength(PIECE)
  await vi.advanceTimersToNextTimerAsync()
  expect(done).toHaveLength(2 * PIECE)
  expect(results).toEqual([])
  await vi.runAllTimersAsync()
  expect(done).toHaveLength(10)
  expect(results).toEqual(['finished'])
})

it('finishes at once what takes no longer than a piece', () => {
  const results: number[] = []
  const short = function* (): Generator<undefined, number> {
    yield
    return 1
  }
  workInPieces(short(), (result) => results.push(result))
  expect(results).toEqual([1])
})

it('does nothing more once it is given up', async () => {
  const done: number[] = []
  const results: string[] = []
  const giveUp = workInPieces(tenSteps(done), (result) => results.push(result))
  giveUp()
  await vi.runAllTimersAsync()
  expect(done).toHaveLength(PIECE)
  expect(results).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { latest } from './latest'

/** A function under test whose runs finish when told to. */
function controlled() {
  const started: string[] = []
  const runs: { resolve: (value: string) => void; reject: (reason: Error) => void }[] = []
  const run = latest((params: string) => {
    started.push(params)
    return new Promise<string>((resolve, reject) => runs.push({ resolve, reject }))
  })
  const finish = async (index: number, value: string) => {
    runs[index]?.resolve(value)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { run, started, runs, finish }
}

describe('latest', () => {
  it('runs only the newest of those waiting', async () => {
    const { run, started, finish } = controlled()
    const results = ['a', 'b', 'c', 'd'].map(run)
    expect(started).toEqual(['a'])
    await finish(0, 'A')
    expect(started).toEqual(['a', 'd'])
    await finish(1, 'D')
    expect(await Promise.all(results)).toEqual(['A', 'superseded', 'superseded', 'D'])
  })

  it('runs at once when idle again', async () => {
    const { run, started, finish } = controlled()
    const first = run('a')
    await finish(0, 'A')
    const second = run('b')
    expect(started).toEqual(['a', 'b'])
    await finish(1, 'B')
    expect([await first, await second]).toEqual(['A', 'B'])
  })

  it('goes on after a failure, which only its own caller sees', async () => {
    const { run, runs, finish } = controlled()
    const failing = run('a')
    const waiting = run('b')
    runs[0]?.reject(new Error('broken'))
    await expect(failing).rejects.toThrow('broken')
    await finish(1, 'B')
    expect(await waiting).toBe('B')
  })
})

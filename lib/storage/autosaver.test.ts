import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '@/lib/document/design'
import { type AutosaverOptions, type Clock, createAutosaver, type SaveState } from './autosaver'
import {
  type DesignSnapshot,
  type DesignStorage,
  type SaveResult,
  StorageError,
} from './design-storage'
import { createMemoryStorage } from './memory-storage'

function snapshot(text: string): DesignSnapshot {
  const design: Design = {
    name: 'Shop',
    files: [{ path: 'schema.prisma', text }],
    layout: { positions: {} },
    viewport: null,
    prismaVersion: null,
  }
  return { design }
}

/** A clock that stands still until it is moved. */
function createTestClock() {
  let time = 0
  let timers: { readonly at: number; readonly callback: () => void }[] = []
  const clock: Clock = {
    now: () => time,
    schedule: (callback, delayMs) => {
      const timer = { at: time + delayMs, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  }
  return {
    clock,
    pending: () => timers.length,
    /** Moves on millisecond by millisecond, letting promises settle in between. */
    advance: async (ms: number) => {
      await settle()
      for (const end = time + ms; time < end; ) {
        time += 1
        const due = timers.filter((timer) => timer.at <= time)
        timers = timers.filter((timer) => timer.at > time)
        for (const timer of due) timer.callback()
        if (due.length > 0) await settle()
      }
      await settle()
    },
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function setUp(options: Partial<AutosaverOptions> = {}) {
  const memory = createMemoryStorage('')
  const test = createTestClock()
  const states: SaveState[] = []
  const saves: string[] = []
  let gate: Promise<unknown> = Promise.resolve()
  let fail: StorageError | null = null
  const storage: Pick<DesignStorage, 'save'> = {
    save: async (id, revision, given): Promise<SaveResult> => {
      saves.push(given.design.files[0]!.text)
      await gate
      if (fail !== null) throw fail
      return memory.save(id, revision, given)
    },
  }
  const autosaver = createAutosaver({
    storage,
    id: 'a',
    revision: 0,
    clock: test.clock,
    onState: (state) => states.push(state),
    ...options,
  })
  return {
    ...test,
    memory,
    autosaver,
    saves,
    states,
    kinds: () => states.map((state) => state.kind),
    type: (text: string) => autosaver.change(() => snapshot(text)),
    failWith: (error: StorageError | null) => {
      fail = error
    },
    /** Holds saves back until the returned function is called. */
    hold: () => {
      let release = () => {}
      gate = new Promise<void>((resolve) => {
        release = resolve
      })
      return async () => {
        release()
        await settle()
      }
    },
    kept: async (id = 'a') => {
      const result = await memory.load(id)
      return result.kind === 'found' ? result.stored.design.files[0]!.text : null
    },
  }
}

describe('an autosaver', () => {
  test('saves shortly after a change, once', async () => {
    const { type, advance, saves, kinds, autosaver } = setUp()
    type('a')
    expect(autosaver.state.kind).toBe('saving')
    await advance(249)
    expect(saves).toEqual([])
    await advance(1)
    expect(saves).toEqual(['a'])
    expect(kinds()).toEqual(['saving', 'saved'])
    expect(autosaver.state).toMatchObject({ kind: 'saved', revision: 1 })
    await advance(5000)
    expect(saves).toHaveLength(1)
  })

  test('joins changes that follow one another, but not for longer than two seconds', async () => {
    const { type, advance, saves } = setUp()
    for (let key = 1; key <= 30; key += 1) {
      type(`${key}`)
      await advance(100)
    }
    expect(saves).toEqual(['20'])
    await advance(1000)
    expect(saves).toEqual(['20', '30'])
  })

  test('reads the snapshot only when it saves', async () => {
    const { autosaver, advance, kept } = setUp()
    let reads = 0
    for (let key = 0; key < 5; key += 1) {
      autosaver.change(() => {
        reads += 1
        return snapshot(`${key}`)
      })
    }
    await advance(300)
    expect(reads).toBe(1)
    expect(await kept()).toBe('4')
  })

  test('saves one at a time, and the newest after the one that was running', async () => {
    const { type, advance, hold, saves, autosaver, kept } = setUp()
    const release = hold()
    type('a')
    await advance(300)
    type('b')
    type('c')
    await advance(3000)
    expect(saves).toEqual(['a'])
    await release()
    expect(autosaver.state.kind).toBe('saving')
    await advance(300)
    expect(saves).toEqual(['a', 'c'])
    expect(await kept()).toBe('c')
    expect(autosaver.state).toMatchObject({ kind: 'saved', revision: 2 })
  })

  test('flush saves at once, also what changed while a save was running', async () => {
    const { type, advance, hold, autosaver, kept, pending } = setUp()
    type('a')
    expect(await autosaver.flush()).toMatchObject({ kind: 'saved', revision: 1 })
    expect(pending()).toBe(0)

    const release = hold()
    type('b')
    await advance(300)
    type('c')
    const flushed = autosaver.flush()
    await release()
    expect(await flushed).toMatchObject({ kind: 'saved', revision: 3 })
    expect(await kept()).toBe('c')
  })

  test('flush with nothing to save writes nothing', async () => {
    const { autosaver, saves } = setUp()
    expect(await autosaver.flush()).toEqual({ kind: 'saved', revision: 0, savedAt: null })
    expect(saves).toEqual([])
  })
})

describe('after a failure', () => {
  test('says why, tries again ever more slowly, and saves the newest state', async () => {
    const { type, advance, failWith, autosaver, saves, kept } = setUp()
    failWith(new StorageError('full'))
    type('a')
    await advance(250)
    expect(autosaver.state).toMatchObject({ kind: 'failed', reason: 'full' })
    type('b')
    expect(autosaver.state.kind).toBe('failed')
    await advance(1000)
    expect(saves).toEqual(['a', 'b'])
    await advance(1999)
    expect(saves).toHaveLength(2)
    await advance(1)
    expect(saves).toHaveLength(3)
    await advance(120_000)
    expect(saves.length).toBeGreaterThan(5)
    expect(saves.length).toBeLessThan(12)

    failWith(null)
    await advance(30_000)
    expect(autosaver.state).toMatchObject({ kind: 'saved', revision: 1 })
    expect(await kept()).toBe('b')
  })

  test('flush tries at once', async () => {
    const { type, failWith, autosaver, kept } = setUp()
    failWith(new StorageError('unavailable'))
    type('a')
    expect(await autosaver.flush()).toMatchObject({ kind: 'failed', reason: 'unavailable' })
    failWith(null)
    expect(await autosaver.flush()).toMatchObject({ kind: 'saved' })
    expect(await kept()).toBe('a')
  })

  test('a snapshot that cannot be read is a failure too, not a crash', async () => {
    const { autosaver } = setUp()
    autosaver.change(() => {
      throw new Error('Broken.')
    })
    expect(await autosaver.flush()).toMatchObject({ kind: 'failed', reason: 'unexpected' })
  })
})

describe('a conflict', () => {
  async function conflict() {
    const setup = setUp()
    setup.type('mine 1')
    await setup.autosaver.flush()
    await setup.memory.save('a', 1, snapshot('theirs'))
    setup.type('mine 2')
    await setup.advance(300)
    return setup
  }

  test('is reported, and nothing more is saved', async () => {
    const { autosaver, type, advance, saves, kept, pending } = await conflict()
    expect(autosaver.state).toMatchObject({
      kind: 'conflict',
      current: { kind: 'found', stored: { revision: 2 } },
    })
    type('mine 3')
    await advance(60_000)
    expect((await autosaver.flush()).kind).toBe('conflict')
    expect(saves).toEqual(['mine 1', 'mine 2'])
    expect(await kept()).toBe('theirs')
    expect(pending()).toBe(0)
  })

  test('can end with mine, the newest', async () => {
    const { autosaver, type, kept } = await conflict()
    type('mine 3')
    expect(await autosaver.keepMine()).toMatchObject({ kind: 'saved', revision: 3 })
    expect(await kept()).toBe('mine 3')
  })

  test('can end with a copy', async () => {
    const { autosaver, kept, type, advance } = await conflict()
    expect(await autosaver.keepAsCopy('b')).toMatchObject({ kind: 'saved', revision: 1 })
    expect(autosaver.id).toBe('b')
    type('mine 3')
    await advance(300)
    expect([await kept('a'), await kept('b')]).toEqual(['theirs', 'mine 3'])
  })

  test('can end with theirs', async () => {
    const { autosaver, kept, type, advance, saves } = await conflict()
    autosaver.adopt(2)
    expect(autosaver.state).toMatchObject({ kind: 'saved', revision: 2 })
    await advance(5000)
    expect(saves).toHaveLength(2)
    type('after theirs')
    await advance(300)
    expect(await kept()).toBe('after theirs')
  })

  test('comes again when the other tab goes on', async () => {
    const { autosaver, memory, kept } = await conflict()
    await memory.save('a', 2, snapshot('theirs 2'))
    expect((await autosaver.keepMine()).kind).toBe('conflict')
    expect(await kept()).toBe('theirs 2')
    expect(await autosaver.keepMine()).toMatchObject({ kind: 'saved', revision: 4 })
  })

  test('with a deletion says so and can bring the design back', async () => {
    const { autosaver, memory, type, kept } = setUp()
    type('mine')
    await autosaver.flush()
    await memory.remove('a')
    type('mine 2')
    const state = await autosaver.flush()
    expect(state).toMatchObject({ kind: 'conflict', current: { kind: 'missing' } })
    if (state.kind === 'conflict') expect(state.message).toContain('deleted in another tab')
    await autosaver.keepMine()
    expect(await kept()).toBe('mine 2')
  })
})

describe('adopting and stopping', () => {
  test('a save that was running when another revision was adopted changes nothing', async () => {
    const { autosaver, type, advance, hold } = setUp()
    const release = hold()
    type('a')
    await advance(300)
    autosaver.adopt(7)
    type('b')
    await release()
    expect(autosaver.state.kind).toBe('saving')
    await advance(300)
    expect(autosaver.state.kind).toBe('conflict')
  })

  test('a stopped autosaver saves and says nothing more', async () => {
    const { autosaver, type, advance, states, saves, pending } = setUp()
    type('a')
    autosaver.stop()
    const before = states.length
    type('b')
    await autosaver.flush()
    await advance(10_000)
    expect(saves).toEqual([])
    expect(states).toHaveLength(before)
    expect(pending()).toBe(0)
  })
})

test('whatever happens, the newest state is kept in the end', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(1500) }) },
    fc.record({ do: fc.constantFrom('break', 'mend', 'flush', 'hold', 'release') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { type, advance, failWith, hold, autosaver, kept } = setUp()
      let typed = 0
      let release = async () => {}
      for (const step of steps) {
        if (step.do === 'type') {
          typed += 1
          type(`${typed}`)
        } else if (step.do === 'break') failWith(new StorageError('full'))
        else if (step.do === 'mend') failWith(null)
        else if (step.do === 'flush') void autosaver.flush()
        else if (step.do === 'release') await release()
        else if (step.do === 'hold') {
          await release()
          release = hold()
        } else if ('ms' in step) await advance(step.ms)
        // Whenever it claims that everything is kept, everything is.
        if (autosaver.state.kind === 'saved' && typed > 0) expect(await kept()).toBe(`${typed}`)
      }
      failWith(null)
      await release()
      await advance(40_000)
      expect(autosaver.state.kind).toBe('saved')
      expect(await kept()).toBe(typed > 0 ? `${typed}` : null)
    }),
    { seed: 1, numRuns: 150 },
  )
})

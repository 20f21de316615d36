import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromWorker, ReportProgress } from './protocol'
import { createWorkerClient, type EngineCrash, type WorkerLike } from './worker-client'
import { type ReportPanic, serveWorker, type WorkerScope } from './worker-server'

interface CalculatorApi {
  double(value: number): number
  /** Settles when the test says so. */
  wait(name: string): Promise<string>
  /** Tells that it is half done, and settles when the test says so. */
  work(name: string, report: ReportProgress): Promise<string>
  refuse(params: null): never
  trap(params: null): never
  /** As an asynchronous engine does: says so, and never settles. */
  panicLater(params: null): Promise<never>
}

interface FakeEvent {
  readonly data?: unknown
  readonly reason?: unknown
  readonly message?: string
}

/** The listeners of one side of the wire, one for each type of event. */
class Listeners {
  private readonly byType = new Map<string, (event: Required<FakeEvent>) => void>()

  readonly add = (type: string, listener: (event: Required<FakeEvent>) => void): void => {
    this.byType.set(type, listener)
  }

  fire(type: string, event: FakeEvent): void {
    this.byType.get(type)?.({ data: undefined, reason: undefined, message: '', ...event })
  }
}

/** A worker in the same thread, with both halves of the real conversation. */
class FakeWorker implements WorkerLike {
  readonly received: unknown[] = []
  terminated = false
  readonly gates = new Map<string, () => void>()
  private readonly page = new Listeners()
  private readonly worker = new Listeners()
  readonly addEventListener = this.page.add

  constructor(load: (init: unknown) => Promise<void> = async () => {}) {
    const scope: WorkerScope = {
      postMessage: (message) => this.toPage('message', { data: structuredClone(message) }),
      addEventListener: this.worker.add,
    }
    serveWorker<CalculatorApi, unknown>(scope, async (init, reportPanic) => {
      await load(init)
      return this.calculator(reportPanic)
    })
  }

  postMessage(message: unknown): void {
    const data = structuredClone(message)
    this.received.push(data)
    queueMicrotask(() => this.worker.fire('message', { data }))
  }

  terminate(): void {
    this.terminated = true
  }

  /** Even a terminated worker may have messages on their way. */
  toPage(type: string, event: FakeEvent): void {
    queueMicrotask(() => this.page.fire(type, event))
  }

  reject(reason: unknown): void {
    this.worker.fire('unhandledrejection', { reason })
  }

  private calculator(reportPanic: ReportPanic): CalculatorApi {
    return {
      double: (value) => value * 2,
      wait: (name) => new Promise((resolve) => this.gates.set(name, () => resolve(name))),
      work: (name, report) => {
        const done = new Promise<string>((resolve) => this.gates.set(name, () => resolve(name)))
        setTimeout(() => report(0.5), 900)
        return done
      },
      refuse: () => {
        throw new Error('I refuse.')
      },
      trap: () => {
        throw new WebAssembly.RuntimeError('unreachable')
      },
      panicLater: () => {
        reportPanic('panicked at lib.rs:1')
        return new Promise(() => {})
      },
    }
  }
}

function setUp(
  options: {
    load?: (init: unknown) => Promise<void>
    create?: () => WorkerLike
    hasIndependentCalls?: boolean
  } = {},
) {
  const workers: FakeWorker[] = []
  const crashes: EngineCrash[] = []
  const client = createWorkerClient<CalculatorApi>({
    name: 'The calculator',
    create: () => {
      if (options.create) return options.create()
      const worker = new FakeWorker(options.load)
      workers.push(worker)
      return worker
    },
    init: { base: 10 },
    timeoutMs: 1_000,
    startTimeoutMs: 5_000,
    hasIndependentCalls: options.hasIndependentCalls,
    onCrash: (crash) => crashes.push(crash),
  })
  return { client, workers, crashes }
}

/** Lets everything that is not waiting for time to pass happen. */
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a worker client', () => {
  it('starts no worker before the first call, and one for all calls', async () => {
    const seen: unknown[] = []
    const { client, workers } = setUp({ load: async (init) => void seen.push(init) })
    expect(workers).toHaveLength(0)
    expect(await Promise.all([1, 2, 3].map((value) => client.call('double', value)))).toEqual([
      2, 4, 6,
    ])
    expect(workers).toHaveLength(1)
    expect(seen).toEqual([{ base: 10 }])
  })

  it('sends one call at a time, in order', async () => {
    const { client, workers } = setUp()
    const first = client.call('wait', 'first')
    const second = client.call('double', 1)
    await settle()
    const [worker] = workers
    expect(worker?.received).toHaveLength(2)
    worker?.gates.get('first')?.()
    expect([await first, await second]).toEqual(['first', 2])
    expect(worker?.received).toHaveLength(3)
  })

  it('passes on what an engine refuses and keeps the worker', async () => {
    const { client, workers, crashes } = setUp()
    await expect(client.call('refuse', null)).rejects.toThrow('I refuse.')
    expect(await client.call('double', 4)).toBe(8)
    expect(workers).toHaveLength(1)
    expect(crashes).toEqual([])
  })

  it('rejects what cannot be sent and keeps the worker', async () => {
    const { client, workers } = setUp()
    await expect(client.call('double', Symbol('unsendable') as never)).rejects.toMatchObject({
      name: 'DataCloneError',
    })
    expect(await client.call('double', 4)).toBe(8)
    expect(workers).toHaveLength(1)
  })

  it('drops the reply to an aborted call, and never sends one that waits', async () => {
    const { client, workers } = setUp()
    const [sent, queued] = [new AbortController(), new AbortController()]
    const first = client.call('wait', 'first', { signal: sent.signal })
    const second = client.call('wait', 'second', { signal: queued.signal })
    const third = client.call('double', 3)
    await settle()
    sent.abort()
    queued.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    workers[0]?.gates.get('first')?.()
    expect(await third).toBe(6)
    expect(JSON.stringify(workers[0]?.received)).not.toContain('second')
    await expect(client.call('double', 1, { signal: sent.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('passes on how far a call is, for which it has longer, until it is aborted', async () => {
    const { client, workers } = setUp()
    const told: number[] = []
    const onProgress = (done: number) => void told.push(done)
    const first = client.call('work', 'first', { onProgress })
    await vi.advanceTimersByTimeAsync(1_800)
    expect(told).toEqual([0.5])
    workers[0]?.gates.get('first')?.()
    expect(await first).toBe('first')

    const aborted = new AbortController()
    const second = client.call('work', 'second', { onProgress, signal: aborted.signal })
    await settle()
    aborted.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(950)
    expect(told).toEqual([0.5])
  })

  it('ends everything when disposed of', async () => {
    const { client, workers, crashes } = setUp()
    const pending = client.call('wait', 'for ever')
    await settle()
    client.dispose()
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' })
    await expect(client.call('double', 1)).rejects.toMatchObject({ name: 'AbortError' })
    expect(workers.map((worker) => worker.terminated)).toEqual([true])
    expect(crashes).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a crash', () => {
  const ways: [string, string, (client: ReturnType<typeof setUp>) => Promise<unknown>][] = [
    ['a trap', 'panic', ({ client }) => client.call('trap', null)],
    ['a panic that settles nothing', 'panic', ({ client }) => client.call('panicLater', null)],
    [
      'a rejection that nobody handles',
      'panic',
      async ({ client, workers }) => {
        const call = client.call('wait', 'a')
        await settle()
        workers[0]?.reject(new WebAssembly.RuntimeError('unreachable'))
        return call
      },
    ],
    [
      'an error event',
      'error',
      async ({ client, workers }) => {
        const call = client.call('wait', 'a')
        await settle()
        workers[0]?.toPage('error', { message: 'out of memory' })
        return call
      },
    ],
    [
      'a message that cannot be read',
      'error',
      async ({ client, workers }) => {
        const call = client.call('wait', 'a')
        await settle()
        workers[0]?.toPage('messageerror', {})
        return call
      },
    ],
    ['no answer in time', 'timeout', ({ client }) => client.call('wait', 'for ever')],
  ]

  it.each(ways)(
    'by %s rejects all that is pending; the next call starts afresh',
    async (_, reason, crash) => {
      const context = setUp()
      const first = crash(context).catch((error: unknown) => error)
      const second = context.client.call('double', 1).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(1_000)
      expect(context.crashes).toHaveLength(1)
      expect(context.crashes[0]).toMatchObject({ reason, engine: 'The calculator' })
      expect(await first).toBe(context.crashes[0])
      expect(await second).toBe(context.crashes[0])
      expect(context.workers.map((worker) => worker.terminated)).toEqual([true])
      expect(await context.client.call('double', 21)).toBe(42)
      expect(context.workers).toHaveLength(2)
    },
  )

  it.each(ways)(
    'by %s rejects only the call that was running where calls are independent',
    async (_, reason, crash) => {
      const context = setUp({ hasIndependentCalls: true })
      const first = crash(context).catch((error: unknown) => error)
      const second = context.client.call('double', 21)
      await vi.advanceTimersByTimeAsync(1_000)
      expect(await first).toMatchObject({ reason })
      expect(await second).toBe(42)
      expect(context.workers.map((worker) => worker.terminated)).toEqual([true, false])
    },
  )

  it('while loading rejects all that is pending, even where calls are independent', async () => {
    const load = () => Promise.reject(new Error('404'))
    const { client, workers } = setUp({ load, hasIndependentCalls: true })
    const calls = [client.call('double', 1), client.call('double', 2)]
    for (const call of calls) await expect(call).rejects.toMatchObject({ reason: 'load' })
    expect(workers).toHaveLength(1)
  })

  it('says what happened, what was kept and what is next', async () => {
    const { client, crashes } = setUp()
    await client.call('panicLater', null).catch(() => {})
    await client.call('trap', null).catch(() => {})
    expect(crashes.map((crash) => [crash.message, crash.detail])).toEqual([
      [
        'The calculator stopped because of an error inside it. Your design is unchanged. ' +
          'It starts again with your next change.',
        'panicked at lib.rs:1',
      ],
      [
        'The calculator stopped because of an error inside it. Your design is unchanged. ' +
          'It starts again with your next change, after a pause of 1 s.',
        'unreachable',
      ],
    ])
  })

  it('while loading is a failure to load', async () => {
    const { client, crashes } = setUp({ load: () => Promise.reject(new Error('404')) })
    await expect(client.call('double', 1)).rejects.toMatchObject({ reason: 'load', detail: '404' })
    expect(crashes).toHaveLength(1)
  })

  it('because no worker can be made is a failure to load', async () => {
    const { client } = setUp({
      create: () => {
        throw new Error('Workers are forbidden.')
      },
    })
    await expect(client.call('double', 1)).rejects.toMatchObject({ reason: 'load' })
  })

  it('is assumed when loading takes too long, which is longer than a call may take', async () => {
    const { client } = setUp({ load: () => new Promise(() => {}) })
    const call = client.call('double', 1).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ reason: 'timeout' })
  })

  it('is followed by longer and longer waits while none of the calls succeeds', async () => {
    const { client, workers } = setUp()
    const startedAt: number[] = []
    for (let crash = 0; crash < 8; crash++) {
      const call = client.call('trap', null).catch(() => {})
      while (workers.length === crash) await vi.advanceTimersByTimeAsync(100)
      startedAt.push(Date.now())
      await call
    }
    const waits = startedAt.slice(1).map((at, index) => at - (startedAt[index] as number))
    expect(waits).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 8_000])
    const recovered = client.call('double', 1)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await recovered).toBe(2)
    await client.call('trap', null).catch(() => {})
    expect(await client.call('double', 2)).toBe(4)
  })

  it('leaves nothing behind: late messages of the dead worker are not heard', async () => {
    const { client, workers, crashes } = setUp()
    await client.call('trap', null).catch(() => {})
    const call = client.call('wait', 'a')
    await settle()
    const late: FromWorker[] = [
      { type: 'reply', id: 2, value: 'not this' },
      { type: 'fatal', reason: 'panic', detail: 'again' },
    ]
    for (const data of late) workers[0]?.toPage('message', { data })
    await settle()
    workers[1]?.gates.get('a')?.()
    expect(await call).toBe('a')
    expect(crashes).toHaveLength(1)
  })
})

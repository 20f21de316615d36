import { describe, expect, test } from 'vitest'
import { createLayoutEngine, LayoutFailure, type LayoutWorker } from './main'
import type { LayoutReply, LayoutRequest } from './shared'

const INPUT = { nodes: [{ id: 'User', width: 200, height: 100 }], edges: [] }
const RESULT = { User: { x: 0, y: 0 } }

/** A worker that answers only when the test says so. */
class FakeWorker implements LayoutWorker {
  onmessage: ((event: MessageEvent<LayoutReply>) => void) | null = null
  onerror: ((event: ErrorEvent) => void) | null = null
  readonly requests: LayoutRequest[] = []
  terminated = false

  postMessage(message: LayoutRequest) {
    this.requests.push(message)
  }

  terminate() {
    this.terminated = true
  }

  reply(data: LayoutReply) {
    this.onmessage?.(new MessageEvent('message', { data }))
  }

  crash(message: string) {
    this.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent)
  }
}

function setUp() {
  const workers: FakeWorker[] = []
  const engine = createLayoutEngine(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  })
  const worker = (index: number): FakeWorker => {
    const found = workers[index]
    if (!found) throw new Error(`No worker ${index} was started.`)
    return found
  }
  return { engine, workers, worker }
}

describe('the layout engine', () => {
  test('starts no worker before it is asked, and keeps one for the next call', async () => {
    const { engine, workers, worker } = setUp()
    expect(workers).toHaveLength(0)
    const first = engine.layout(INPUT)
    expect(worker(0).requests).toEqual([{ input: INPUT }])
    worker(0).reply({ kind: 'done', result: RESULT })
    expect(await first).toEqual(RESULT)
    const second = engine.layout(INPUT)
    worker(0).reply({ kind: 'done', result: RESULT })
    expect(await second).toEqual(RESULT)
    expect(workers).toHaveLength(1)
  })

  test('passes progress on', async () => {
    const { engine, worker } = setUp()
    const seen: number[] = []
    const layout = engine.layout(INPUT, { onProgress: (done) => seen.push(done) })
    worker(0).reply({ kind: 'progress', done: 0.25 })
    worker(0).reply({ kind: 'progress', done: 0.75 })
    worker(0).reply({ kind: 'done', result: RESULT })
    await layout
    expect(seen).toEqual([0.25, 0.75])
  })

  test('cancelling ends the worker of that call only', async () => {
    const { engine, workers, worker } = setUp()
    const controller = new AbortController()
    const cancelled = engine.layout(INPUT, { signal: controller.signal })
    const other = engine.layout(INPUT)
    controller.abort()
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    worker(1).reply({ kind: 'done', result: RESULT })
    expect(await other).toEqual(RESULT)
  })

  test('a signal that is already aborted starts nothing', async () => {
    const { engine, workers } = setUp()
    await expect(engine.layout(INPUT, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(workers).toHaveLength(0)
  })

  test('aborting after the end does no harm', async () => {
    const { engine, worker } = setUp()
    const controller = new AbortController()
    const layout = engine.layout(INPUT, { signal: controller.signal })
    worker(0).reply({ kind: 'done', result: RESULT })
    await layout
    controller.abort()
    expect(worker(0).terminated).toBe(false)
  })

  test('a crash rejects in plain words, and the next call gets a fresh worker', async () => {
    const { engine, workers, worker } = setUp()
    const crashed = engine.layout(INPUT)
    worker(0).crash('out of memory')
    const error = await crashed.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(LayoutFailure)
    expect(error).toMatchObject({ detail: 'out of memory' })
    expect(worker(0).terminated).toBe(true)
    const next = engine.layout(INPUT)
    expect(workers).toHaveLength(2)
    worker(1).reply({ kind: 'done', result: RESULT })
    expect(await next).toEqual(RESULT)
  })

  test('an error inside the layout is a failure too', async () => {
    const { engine, worker } = setUp()
    const failed = engine.layout(INPUT)
    worker(0).reply({ kind: 'failed', message: 'no' })
    await expect(failed).rejects.toMatchObject({ name: 'LayoutFailure', detail: 'no' })
  })

  test('disposing rejects what runs and refuses what comes', async () => {
    const { engine, workers } = setUp()
    const running = engine.layout(INPUT)
    engine.dispose()
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    await expect(engine.layout(INPUT)).rejects.toMatchObject({ name: 'AbortError' })
    expect(workers.map(({ terminated }) => terminated)).toEqual([true])
  })
})

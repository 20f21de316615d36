/**
 * The page's half of the conversation in `protocol.ts`: starts a worker with the first call,
 * sends it one request at a time, and replaces it when it dies. It knows nothing of any engine.
 *
 * A dead worker never takes the page with it: whatever was asked of it is rejected with an
 * `EngineCrash` that can be shown to people, and the next call starts a fresh one, after a wait
 * that grows while crashes follow each other so that a crash loop does not spin.
 */
import type { EngineApi, FromWorker, ReportProgress, ToWorker } from './protocol'

export type CrashReason = 'load' | 'panic' | 'timeout' | 'error'

/** An engine died. The message says what happened, what was kept and what comes next. */
export class EngineCrash extends Error {
  override readonly name = 'EngineCrash'

  constructor(
    /** The engine, as people know it: "Prisma’s schema checker". */
    readonly engine: string,
    readonly reason: CrashReason,
    /** The engine's own words, for a bug report; may be empty. */
    readonly detail: string,
    /** How long the next call will wait for a fresh engine, in ms. */
    readonly retryDelay: number,
  ) {
    const pause = retryDelay > 0 ? `, after a pause of ${Math.ceil(retryDelay / 1000)} s` : ''
    super(
      `${engine} ${WHAT_HAPPENED[reason]}. Your design is unchanged. ` +
        `It starts again with your next change${pause}.`,
    )
  }
}

const WHAT_HAPPENED: Record<CrashReason, string> = {
  load: 'could not be loaded; the connection may be down',
  panic: 'stopped because of an error inside it',
  timeout: 'took too long and was stopped',
  error: 'stopped unexpectedly',
}

/** The part of `Worker` used here. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(
    type: 'error' | 'messageerror',
    listener: (event: { readonly message?: string }) => void,
  ): void
}

export interface WorkerClientOptions {
  /** The engine, as people know it; begins messages. */
  readonly name: string
  readonly create: () => WorkerLike
  /** Given to the worker's `load`. */
  readonly init?: unknown
  /** How long one call may run without a word, in ms, not counting the wait for its turn. */
  readonly timeoutMs?: number
  /** How long loading the engine may take, in ms. */
  readonly startTimeoutMs?: number
  /**
   * Whether no call builds on an earlier one. Then those that wait when the worker dies are asked of
   * the next one, since none of them brought it down; otherwise they are rejected as well.
   */
  readonly hasIndependentCalls?: boolean
  readonly onCrash?: (crash: EngineCrash) => void
}

export interface CallOptions {
  /** Aborting drops the reply; a call that has not been sent yet never is. */
  readonly signal?: AbortSignal
  /** Told how far the call is, where the engine says so. */
  readonly onProgress?: ReportProgress
}

export interface WorkerClient<Api extends EngineApi<Api>> {
  /**
   * Asks the engine. Rejects with `EngineCrash` when the worker dies, with an `AbortError` when
   * aborted or disposed of, and with a plain `Error` when the engine itself refuses.
   */
  call<M extends keyof Api & string>(
    method: M,
    params: Parameters<Api[M]>[0],
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<Api[M]>>>
  /** Ends the worker and everything pending. Later calls reject. */
  dispose(): void
}

/** Makes a client; no worker is started before the first call. */
export function createWorkerClient<Api extends EngineApi<Api>>(
  options: WorkerClientOptions,
): WorkerClient<Api> {
  const connection = new Connection(options)
  return {
    call: (method, params, { signal, onProgress } = {}) => {
      const id = connection.nextId++
      const abort = () => connection.drop(id, signal?.reason)
      signal?.addEventListener('abort', abort)
      return new Promise<Awaited<ReturnType<Api[typeof method]>>>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        // Both sides of the wire are typed by `Api`, so the reply is what the method returns.
        const settle = resolve as (value: unknown) => void
        const progress = (done: number) => {
          if (!signal?.aborted) onProgress?.(done)
        }
        connection.add({ id, method, params, onProgress: progress, resolve: settle, reject })
      }).finally(() => signal?.removeEventListener('abort', abort))
    },
    dispose: () => connection.dispose(),
  }
}

interface Call {
  readonly id: number
  readonly method: string
  readonly params: unknown
  readonly onProgress: ReportProgress
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

const DEFAULT_TIMEOUT = 30_000
const DEFAULT_START_TIMEOUT = 120_000
const FIRST_RETRY_DELAY = 500
const LONGEST_RETRY_DELAY = 8_000

/** Invariant: a call is in `queue`, or is `active`, or is settled; `active` implies `ready`. */
class Connection {
  nextId = 1
  private worker: WorkerLike | undefined
  private ready = false
  private disposed = false
  private queue: Call[] = []
  private active: Call | undefined
  /** Runs while the engine loads and while a call is active. */
  private watchdog: ReturnType<typeof setTimeout> | undefined
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private crashesInARow = 0
  private retryAt = 0

  constructor(private readonly options: WorkerClientOptions) {}

  add(call: Call): void {
    if (this.disposed) {
      call.reject(disposedError(this.options.name))
      return
    }
    this.queue.push(call)
    this.pump()
  }

  drop(id: number, reason: unknown): void {
    const call =
      this.active?.id === id ? this.active : this.queue.find((queued) => queued.id === id)
    // An active call stays, because the worker is busy with it; only its caller has gone.
    this.queue = this.queue.filter((queued) => queued !== call)
    call?.reject(reason)
  }

  dispose(): void {
    this.disposed = true
    this.stop()
    this.rejectAll(disposedError(this.options.name))
  }

  private pump(): void {
    if (this.disposed || this.active || this.queue.length === 0) return
    if (!this.worker) this.startWhenAllowed()
    if (!this.ready) return
    const call = this.queue.shift() as Call
    this.active = call
    this.watch(this.options.timeoutMs ?? DEFAULT_TIMEOUT)
    try {
      this.post({ type: 'call', id: call.id, method: call.method, params: call.params })
    } catch (error) {
      // What cannot be cloned never reached the worker, which is as sound as before.
      this.settle(() => call.reject(error))
    }
  }

  private startWhenAllowed(): void {
    if (this.retryTimer !== undefined) return
    const wait = this.retryAt - Date.now()
    if (wait <= 0) {
      this.start()
      return
    }
    this.retryTimer = setTimeout(() => {
      this.retryTimer = undefined
      this.pump()
    }, wait)
  }

  private start(): void {
    try {
      const worker = this.options.create()
      this.worker = worker
      const ifCurrent =
        <Event>(handle: (event: Event) => void) =>
        (event: Event) => {
          if (this.worker === worker) handle(event)
        }
      worker.addEventListener(
        'message',
        ifCurrent((event) => this.receive(event.data as FromWorker)),
      )
      const fail = ifCurrent((event: { readonly message?: string }) =>
        this.crash(this.ready ? 'error' : 'load', event.message ?? ''),
      )
      worker.addEventListener('error', fail)
      worker.addEventListener('messageerror', fail)
      this.watch(this.options.startTimeoutMs ?? DEFAULT_START_TIMEOUT)
      this.post({ type: 'init', params: this.options.init })
    } catch (error) {
      this.crash('load', String(error))
    }
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message)
  }

  private receive(message: FromWorker): void {
    if (message.type === 'fatal') {
      this.crash(message.reason, message.detail)
    } else if (message.type === 'ready') {
      this.ready = true
      clearTimeout(this.watchdog)
      this.pump()
    } else if (message.id === this.active?.id) {
      const call = this.active
      if (message.type === 'progress') {
        this.watch(this.options.timeoutMs ?? DEFAULT_TIMEOUT)
        call.onProgress(message.done)
        return
      }
      this.crashesInARow = 0
      this.settle(() => {
        if (message.type === 'reply') call.resolve(message.value)
        else call.reject(new Error(message.message))
      })
    }
  }

  private settle(finish: () => void): void {
    clearTimeout(this.watchdog)
    this.active = undefined
    finish()
    this.pump()
  }

  private watch(limit: number): void {
    clearTimeout(this.watchdog)
    this.watchdog = setTimeout(() => this.crash('timeout', `No answer within ${limit} ms.`), limit)
  }

  private crash(reason: CrashReason, detail: string): void {
    this.crashesInARow += 1
    const delay =
      this.crashesInARow === 1
        ? 0
        : Math.min(FIRST_RETRY_DELAY * 2 ** (this.crashesInARow - 2), LONGEST_RETRY_DELAY)
    this.retryAt = Date.now() + delay
    const crash = new EngineCrash(this.options.name, reason, detail, delay)
    const isOfOneCall = this.ready && this.options.hasIndependentCalls
    this.stop()
    const { active } = this
    if (isOfOneCall) this.settle(() => active?.reject(crash))
    else this.rejectAll(crash)
    this.options.onCrash?.(crash)
  }

  private stop(): void {
    clearTimeout(this.watchdog)
    clearTimeout(this.retryTimer)
    this.retryTimer = undefined
    this.worker?.terminate()
    this.worker = undefined
    this.ready = false
  }

  private rejectAll(reason: unknown): void {
    const calls = this.active ? [this.active, ...this.queue] : this.queue
    this.active = undefined
    this.queue = []
    for (const call of calls) call.reject(reason)
  }
}

function disposedError(name: string): DOMException {
  return new DOMException(`${name} was closed.`, 'AbortError')
}

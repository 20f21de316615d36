/**
 * The worker's half of the conversation in `protocol.ts`: loads an engine when told to, then
 * answers calls. It knows nothing of any engine, except that one made of WebAssembly may not be
 * called again after a trap.
 */
import type { EngineApi, FromWorker, ReportProgress, ToWorker } from './protocol'

/** The part of a worker's global scope used here; `self` satisfies it. */
export interface WorkerScope {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(
    type: 'unhandledrejection',
    listener: (event: { readonly reason: unknown }) => void,
  ): void
}

/** Tells the page that the engine is broken, with the engine's own words for a bug report. */
export type ReportPanic = (detail: string) => void

/**
 * Serves an engine to the page that started this worker.
 *
 * `load` runs once, with the `init` value given to the client, and returns the methods. It also
 * gets a way to report a panic at once, for engines whose pending call would never settle.
 */
export function serveWorker<Api extends EngineApi<Api>, Init = undefined>(
  scope: WorkerScope,
  load: (init: Init, reportPanic: ReportPanic) => Promise<Api>,
): void {
  const post = (message: FromWorker) => scope.postMessage(message)
  const reportPanic: ReportPanic = (detail) => post({ type: 'fatal', reason: 'panic', detail })
  let methods: Api | undefined

  const start = async (init: Init) => {
    try {
      methods = await load(init, reportPanic)
      post({ type: 'ready' })
    } catch (error) {
      post({ type: 'fatal', reason: 'load', detail: messageOf(error) })
    }
  }

  const answer = async (id: number, method: string, params: unknown) => {
    const report: ReportProgress = (done) => post({ type: 'progress', id, done })
    try {
      const handler = methods?.[method as keyof Api] as
        | ((params: unknown, report: ReportProgress) => unknown)
        | undefined
      if (!handler) throw new Error(`The worker has no method "${method}".`)
      post({ type: 'reply', id, value: await handler(params, report) })
    } catch (error) {
      if (isTrap(error)) reportPanic(messageOf(error))
      else post({ type: 'failure', id, message: messageOf(error) })
    }
  }

  scope.addEventListener('message', (event) => {
    const message = event.data as ToWorker
    if (message.type === 'init') void start(message.params as Init)
    else void answer(message.id, message.method, message.params)
  })
  // WebAssembly glue runs its callbacks detached from the call that caused them.
  scope.addEventListener('unhandledrejection', (event) => reportPanic(messageOf(event.reason)))
}

/** Whether WebAssembly was cut off half-way, leaving its memory in an unknown state. */
function isTrap(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

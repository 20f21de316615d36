/**
 * The page's access to automatic layout: runs it in a worker, so that the diagram stays live while
 * a large schema is laid out. A call owns its worker while it runs: cancelling one is ending the
 * worker, and a worker that dies takes nothing else with it.
 */
import type { LayoutInput } from '@/lib/layout/types'
import type { LayoutReply, LayoutRequest, LayoutResult } from './shared'

export interface LayoutEngine {
  /**
   * Places every node. Rejects with the signal's reason when it is aborted or with an `AbortError`
   * when the engine is disposed of, and with a `LayoutFailure` when the worker dies; the next call
   * then starts a fresh one.
   */
  layout(input: LayoutInput, options?: LayoutCallOptions): Promise<LayoutResult>
  /** Ends all workers. Calls that are still running are rejected. */
  dispose(): void
}

export interface LayoutCallOptions {
  readonly signal?: AbortSignal
  /** Told the part that is done, from 0 to 1, a few times a second. */
  readonly onProgress?: (done: number) => void
}

/** The layout could not be made. The message can be shown to people. */
export class LayoutFailure extends Error {
  override readonly name = 'LayoutFailure'

  constructor(
    /** The technical reason, for a bug report; may be empty. */
    readonly detail: string,
  ) {
    super('Automatic layout stopped unexpectedly. Nothing was moved. You can try it again.')
  }
}

/** The part of `Worker` used here. */
export interface LayoutWorker {
  postMessage(message: LayoutRequest): void
  terminate(): void
  onmessage: ((event: MessageEvent<LayoutReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** Makes the engine. No worker is started before the first call; `create` is for tests. */
export function createLayoutEngine(create: () => LayoutWorker = createWorker): LayoutEngine {
  const running = new Map<LayoutWorker, (reason: unknown) => void>()
  let idle: LayoutWorker | undefined
  let disposed = false

  return {
    layout(input, { signal, onProgress } = {}) {
      return new Promise<LayoutResult>((resolve, reject) => {
        signal?.throwIfAborted()
        if (disposed) throw disposedError()
        const worker = idle ?? create()
        idle = undefined
        const finish = () => {
          running.delete(worker)
          signal?.removeEventListener('abort', onAbort)
          worker.onmessage = null
          worker.onerror = null
        }
        const stop = (reason: unknown) => {
          finish()
          worker.terminate()
          reject(reason)
        }
        const onAbort = () => stop(signal?.reason)
        signal?.addEventListener('abort', onAbort)
        running.set(worker, stop)
        worker.onerror = (event) => {
          event.preventDefault()
          stop(new LayoutFailure(event.message ?? ''))
        }
        worker.onmessage = ({ data }) => {
          if (data.kind === 'progress') onProgress?.(data.done)
          else if (data.kind === 'failed') stop(new LayoutFailure(data.message))
          else {
            finish()
            // One worker is kept for the next call; starting one costs some 50 ms.
            if (idle) worker.terminate()
            else idle = worker
            resolve(data.result)
          }
        }
        worker.postMessage({ input })
      })
    },
    dispose() {
      disposed = true
      idle?.terminate()
      idle = undefined
      for (const stop of [...running.values()]) stop(disposedError())
    },
  }
}

function createWorker(): LayoutWorker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

function disposedError(): DOMException {
  return new DOMException('The layout engine was shut down.', 'AbortError')
}

/** Reads a script as a Prisma schema: in a worker, with a time limit, until it is cancelled. */

import type { Skipped } from '@/lib/interchange/sql/ddl'
import type { ScriptLanguage } from './script-language'

/** What is read so far. PostgreSQL and SQLite need a database to run the script in. */
export type ReadLanguage = Exclude<ScriptLanguage, 'postgresql' | 'sqlite'>

export interface ScriptRequest {
  readonly text: string
  readonly language: ReadLanguage
}

export interface ScriptReading {
  readonly schema: string
  /** The first of what was passed over. */
  readonly skipped: readonly Skipped[]
  readonly skippedCount: number
}

export type ScriptAnswer = ScriptReading | { readonly problem: string }

/** In ms. A script of 10 MB takes a few seconds. */
const TIME_LIMIT = 60_000

/** `null` once `signal` is aborted. */
export function readScript(
  request: ScriptRequest,
  signal: AbortSignal,
): Promise<ScriptAnswer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./script-worker.ts', import.meta.url), { type: 'module' })
    const finish = (answer: ScriptAnswer | null) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(
      () =>
        finish({
          problem: `Reading took longer than ${TIME_LIMIT / 1000} seconds, and was stopped.`,
        }),
      TIME_LIMIT,
    )
    signal.addEventListener('abort', () => finish(null), { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<ScriptAnswer>) => finish(data))
    worker.addEventListener('error', () =>
      finish({ problem: 'The reader could not be started, or ran out of memory.' }),
    )
    worker.postMessage(request)
  })
}

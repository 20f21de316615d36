/** Reads a script as a Prisma schema: in workers, with a time limit, until it is cancelled. */

import type { PreparedScript } from '@/lib/engines/database/shared'
import type { Skipped } from '@/lib/interchange/sql/ddl'
import { runInDatabase } from './run-in-database'
import type { ScriptLanguage } from './script-language'

export interface ScriptRequest {
  readonly text: string
  readonly language: ScriptLanguage
}

export interface ScriptReading {
  readonly schema: string
  /** The first of what was passed over. */
  readonly skipped: readonly Skipped[]
  readonly skippedCount: number
}

export type ScriptAnswer = ScriptReading | { readonly problem: string }

/** What the worker gives: of PostgreSQL and SQLite, what a database is to execute. */
export type WorkerAnswer = ScriptAnswer | { readonly script: PreparedScript }

export interface ReadingProgress {
  /** What is done at the moment; it changes as seldom as that does. */
  readonly step: string
  /** The same with how far it is. */
  readonly label: string
  /** From 0 to 1; `null` when it cannot be told. */
  readonly done: number | null
}

export interface ReadOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ReadingProgress) => void
}

/** In ms. A script of 10 MB takes a few seconds. */
const TIME_LIMIT = 60_000

/** `null` once `signal` is aborted. */
export async function readScript(
  request: ScriptRequest,
  options: ReadOptions,
): Promise<ScriptAnswer | null> {
  const step = 'Reading the script…'
  options.onProgress({ step, label: step, done: null })
  const answer = await askWorker(request, options.signal)
  if (answer === null || !('script' in answer)) return answer
  return runInDatabase(answer.script, options)
}

function askWorker(request: ScriptRequest, signal: AbortSignal): Promise<WorkerAnswer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./script-worker.ts', import.meta.url), { type: 'module' })
    const finish = (answer: WorkerAnswer | null) => {
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
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => finish(data))
    worker.addEventListener('error', () =>
      finish({ problem: 'The reader could not be started, or ran out of memory.' }),
    )
    worker.postMessage(request)
  })
}

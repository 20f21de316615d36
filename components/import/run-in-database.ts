/** Executes a script in an embedded database, which is fetched with the first that needs one. */

import type { PreparedScript, ScriptProgress } from '@/lib/engines/database/shared'
import { EngineCrash } from '@/lib/engines/worker-client'
import { firstSkipped } from './first-skipped'
import type { ReadingProgress, ReadOptions, ScriptAnswer } from './read-script'
import { LANGUAGE_NAMES } from './script-language'

/** For everything together, in ms. A dump of a thousand tables takes less than a minute. */
const TIME_LIMIT = 5 * 60_000

/** `null` once `signal` is aborted. */
export async function runInDatabase(
  script: PreparedScript,
  { signal, onProgress }: ReadOptions,
): Promise<ScriptAnswer | null> {
  const name = LANGUAGE_NAMES[script.provider]
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  signal.addEventListener('abort', stop)
  const timer = setTimeout(stop, TIME_LIMIT)
  let database: { dispose(): void } | null = null
  let last: ReadingProgress | null = null
  try {
    const { createDatabase } = await import('@/lib/engines/database/main')
    const client = createDatabase(script.provider, () => {})
    database = client
    const { schema, skipped } = await client.introspect(script, {
      signal: stopping.signal,
      onProgress(progress) {
        last = describeProgress(progress, name)
        onProgress(last)
      },
    })
    return { schema, ...firstSkipped(skipped) }
  } catch (error) {
    if (signal.aborted) return null
    if (stopping.signal.aborted) {
      const minutes = TIME_LIMIT / 60_000
      const { label = 'starting' } = (last ?? {}) as Partial<ReadingProgress>
      return {
        problem: `It took longer than ${minutes} minutes and was stopped, at: ${label.replace('…', '')}.`,
      }
    }
    if (error instanceof EngineCrash) return { problem: crashText(error, name) }
    return { problem: `${name} gave up: ${error instanceof Error ? error.message : error}.` }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    database?.dispose()
  }
}

export function describeProgress(progress: ScriptProgress, name: string): ReadingProgress {
  switch (progress.phase) {
    case 'start': {
      const step = `Starting ${name}…`
      return { step, label: step, done: progress.done }
    }
    case 'execute': {
      const { done, total } = progress
      const [next, all] = [Math.min(done + 1, total), total].map((n) => n.toLocaleString('en'))
      const label = `Executing statement ${next} of ${all}`
      return { step: 'Executing statements…', label, done: total === 0 ? 1 : done / total }
    }
    case 'read': {
      const step = 'Reading the schema…'
      return { step, label: step, done: null }
    }
  }
}

function crashText({ reason, detail }: EngineCrash, name: string): string {
  const words = detail === '' ? '' : ` It said: ${detail.slice(0, 300)}`
  switch (reason) {
    case 'load':
      return `${name} could not be loaded; the connection may be down. Try again.`
    case 'timeout':
      return `${name} was busy with one statement for a minute, and was stopped.`
    default:
      return `${name} stopped because of an error inside it, or ran out of memory.${words}`
  }
}

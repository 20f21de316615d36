/**
 * The page's access to an embedded database: PostgreSQL or SQLite in a worker, started when first
 * asked. What is in it stays in the page's memory and is gone with the worker.
 */
import { type CallOptions, createWorkerClient, type EngineCrash } from '../worker-client'
import { runScript, type ScriptOptions } from './run-script'
import type {
  DatabaseApi,
  EmbeddedProvider,
  Introspected,
  PreparedScript,
  RunResult,
} from './shared'

export interface EmbeddedDatabaseClient {
  /** Starts the database, unless it is started; the others do so themselves. Aborting ends it. */
  start(options?: CallOptions): Promise<void>
  /** Runs one statement; gives at most `maxRows` of its rows. */
  run(sql: string, options: { maxRows: number; signal?: AbortSignal }): Promise<RunResult>
  /** Empties the database. */
  reset(): Promise<void>
  /**
   * Executes a script in a fresh database and gives what `prisma db pull` would write, with what
   * could not be executed. Aborting ends the worker, and with it whatever the database held.
   */
  introspect(script: PreparedScript, options?: ScriptOptions): Promise<Introspected>
  /** Ends the worker and whatever runs in it, which rejects with an `AbortError`. */
  dispose(): void
}

/** How long one call may run, in ms. */
const TIME_LIMIT = 60_000

/**
 * Makes the client. Its methods may reject with `EngineCrash`, which `onCrash` is also told of.
 * `extensions` are those that PostgreSQL is started with, so that they can be created in it.
 */
export function createDatabase(
  provider: EmbeddedProvider,
  onCrash: (crash: EngineCrash) => void,
  extensions: readonly string[] = [],
): EmbeddedDatabaseClient {
  const connect = () =>
    createWorkerClient<DatabaseApi>({
      name: provider === 'sqlite' ? 'SQLite' : 'PostgreSQL',
      create: () => createWorker(provider),
      timeoutMs: TIME_LIMIT,
      onCrash(crash) {
        started = null
        onCrash(crash)
      },
    })
  let client = connect()
  let started: Promise<void> | null = null
  let disposed = false
  const start = (extensions: readonly string[], options: CallOptions = {}) => {
    started ??= client.call('start', { extensions }, options).catch((error: unknown) => {
      started = null
      throw error
    })
    return started
  }
  /** A fresh worker, for extensions can only be given to a database that starts. */
  const restart = () => {
    client.dispose()
    started = null
    if (!disposed) client = connect()
  }
  /** A worker that is busy hears nothing, so aborting ends it. */
  const stoppable = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>) => {
    signal?.throwIfAborted()
    signal?.addEventListener('abort', restart)
    try {
      return await work()
    } finally {
      signal?.removeEventListener('abort', restart)
    }
  }
  return {
    start: (options = {}) => stoppable(options.signal, () => start(extensions, options)),
    async run(sql, { maxRows, signal }) {
      await start(extensions)
      return client.call('run', { sql, maxRows }, { signal })
    },
    async reset() {
      await start(extensions)
      await client.call('reset', null)
    },
    async introspect(script, options = {}) {
      const { signal, onProgress } = options
      return stoppable(signal, async () => {
        restart()
        onProgress?.({ phase: 'start', done: null })
        await start(script.extensions, {
          onProgress: (done) => onProgress?.({ phase: 'start', done }),
        })
        const skipped = await runScript(
          (params) => client.call('execute', params, { signal }),
          script,
          options,
        )
        onProgress?.({ phase: 'read' })
        return { schema: await client.call('introspect', null, { signal }), skipped }
      })
    },
    dispose() {
      disposed = true
      client.dispose()
    },
  }
}

function createWorker(provider: EmbeddedProvider): Worker {
  return provider === 'sqlite'
    ? new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module', name: 'sqlite' })
    : new Worker(new URL('./postgres-worker.ts', import.meta.url), {
        type: 'module',
        name: 'postgresql',
      })
}

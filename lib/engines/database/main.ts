/**
 * The page's access to an embedded database: PostgreSQL or SQLite in a worker, started when first
 * asked. What is in it stays in the page's memory and is gone with the worker.
 */
import { createWorkerClient, type EngineCrash } from '../worker-client'
import { extensionsOf } from './passed-over'
import { runScript, type ScriptOptions } from './run-script'
import type {
  DatabaseApi,
  EmbeddedProvider,
  Introspected,
  RunResult,
  ScriptStatement,
} from './shared'

export interface EmbeddedDatabaseClient {
  /** Runs one statement; gives at most `maxRows` of its rows. */
  run(sql: string, options: { maxRows: number; signal?: AbortSignal }): Promise<RunResult>
  /** Empties the database. */
  reset(): Promise<void>
  /**
   * Executes a script in a fresh database and gives what `prisma db pull` would write, with what
   * could not be executed. Aborting ends the worker, and with it whatever the database held.
   */
  introspect(statements: readonly ScriptStatement[], options?: ScriptOptions): Promise<Introspected>
  /** Ends the worker and whatever runs in it, which rejects with an `AbortError`. */
  dispose(): void
}

/** How long one call may run, in ms. */
const TIME_LIMIT = 60_000

/** Makes the client. Its methods may reject with `EngineCrash`, which `onCrash` is also told of. */
export function createDatabase(
  provider: EmbeddedProvider,
  onCrash: (crash: EngineCrash) => void,
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
  const start = (extensions: readonly string[]) => {
    started ??= client.call('start', { extensions }).catch((error: unknown) => {
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
  return {
    async run(sql, { maxRows, signal }) {
      await start([])
      return client.call('run', { sql, maxRows }, { signal })
    },
    async reset() {
      await start([])
      await client.call('reset', null)
    },
    async introspect(statements, options = {}) {
      const { signal } = options
      signal?.throwIfAborted()
      restart()
      signal?.addEventListener('abort', restart)
      try {
        await start(extensionsOf(statements.map(({ text }) => text)))
        const skipped = await runScript(
          (params) => client.call('execute', params, { signal }),
          statements,
          provider,
          options,
        )
        return { schema: await client.call('introspect', null, { signal }), skipped }
      } finally {
        signal?.removeEventListener('abort', restart)
      }
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

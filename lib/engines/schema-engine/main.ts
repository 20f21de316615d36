/**
 * The page's access to Prisma's migration engine: the exact SQL that Prisma Migrate would write,
 * with no database. The engine runs in a worker, started when first asked.
 */
import { latest, type Superseded } from '../latest'
import { createWorkerClient, type EngineCrash } from '../worker-client'
import type { SchemaEngineApi, SchemaFile, SqlProvider, SqlResult } from './shared'

export interface SchemaEngine {
  /**
   * The SQL that creates everything in a schema from nothing, as `prisma migrate diff --from-empty`
   * prints it. `provider` overrides the one the schema names. Made for calling at every keystroke:
   * while it runs, only the newest of the waiting calls is kept and the others are superseded.
   */
  ddl(files: readonly SchemaFile[], provider: SqlProvider): Promise<SqlResult | Superseded>
  /** The SQL that takes a database from one schema, or from nothing, to another. */
  diff(
    from: readonly SchemaFile[] | null,
    to: readonly SchemaFile[],
    provider: SqlProvider,
  ): Promise<SqlResult>
  dispose(): void
}

/**
 * Makes the engine's client. Its methods may reject with `EngineCrash`, which `onCrash` is also
 * told of, once for each crash.
 */
export function createSchemaEngine(onCrash: (crash: EngineCrash) => void): SchemaEngine {
  const client = createWorkerClient<SchemaEngineApi>({
    name: 'Prisma’s migration engine',
    create: () =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        type: 'module',
        name: 'schema-engine',
      }),
    onCrash,
  })
  const ddl = latest((params: { files: readonly SchemaFile[]; provider: SqlProvider }) =>
    client.call('diff', { from: null, to: params.files, provider: params.provider }),
  )
  return {
    ddl: (files, provider) => ddl({ files, provider }),
    diff: (from, to, provider) => client.call('diff', { from, to, provider }),
    dispose: () => client.dispose(),
  }
}

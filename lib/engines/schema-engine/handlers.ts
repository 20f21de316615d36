/**
 * The worker's methods over Prisma's migration engine (`@prisma/schema-engine-wasm`), without the
 * worker, so that they also run in Node. The engine compares schemas with each other, so it needs
 * no database; it insists on a driver adapter all the same, and gets one with nothing behind it.
 */
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import { stripAnsi } from '../ansi'
import { prepareFiles } from './prepare'
import type { DiffParams, SchemaEngineApi, SchemaFile, SqlProvider, SqlResult } from './shared'

/** The export used here, of the package's `schema_engine_bg.js` once it has its WebAssembly. */
export interface EngineModule {
  readonly SchemaEngine: Pick<typeof SchemaEngine, 'new'>
}

/** Makes the methods. A panic rejects nothing: the worker has to watch for it. */
export function createHandlers(engineModule: EngineModule): SchemaEngineApi {
  const engines = new Map<SqlProvider, Promise<SchemaEngine>>()
  const engineFor = (provider: SqlProvider) => {
    const engine = engines.get(provider) ?? createEngine(engineModule, provider)
    engines.set(provider, engine)
    return engine
  }
  return {
    diff: async ({ from, to, provider }) => {
      const engine = await engineFor(provider)
      return diff(engine, { from, to, provider })
    },
  }
}

async function diff(engine: SchemaEngine, { from, to, provider }: DiffParams): Promise<SqlResult> {
  try {
    const { stdout } = await engine.diff({
      from: from ? target(from, provider) : { tag: 'empty' },
      to: target(to, provider),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return { kind: 'sql', sql: stdout ?? '' }
  } catch (error) {
    // What the engine says about the schema; anything else is not ours to explain.
    if (!(error instanceof Error) || error.name !== 'SchemaConnectorError') throw error
    return { kind: 'invalid', message: cleanMessage(error.message) }
  }
}

function target(files: readonly SchemaFile[], provider: SqlProvider): DiffTarget {
  const prepared = prepareFiles(files, provider)
  return {
    tag: 'schemaDatamodel',
    files: prepared.map(({ path, text }) => ({ path, content: text })),
  }
}

/** Without colours, and without the trace of the engine's own functions below some messages. */
function cleanMessage(message: string): string {
  return stripAnsi(message)
    .replace(/\n +\d+: \w+(?:::\w+)+\n +at [^\n]+/g, '')
    .trim()
}

async function createEngine(
  engineModule: EngineModule,
  provider: SqlProvider,
): Promise<SchemaEngine> {
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => {}, adapterFor(provider))
}

/** A driver adapter whose database is always empty. CockroachDB speaks PostgreSQL's protocol. */
function adapterFor(provider: SqlProvider): object {
  const flavour = {
    provider: provider === 'sqlite' ? 'sqlite' : 'postgres',
    adapterName: 'facet-empty-database',
  }
  const done = async (value?: unknown) => ({ ok: true, value })
  const connection = {
    ...flavour,
    getConnectionInfo: () => ({ ok: true, value: { supportsRelationJoins: false } }),
    queryRaw: () => done({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: () => done(0),
    executeScript: () => done(),
    dispose: () => done(),
    startTransaction: async () => {
      throw new Error('Comparing schemas never opens a transaction.')
    },
  }
  const connect = () => done(connection)
  return { ...flavour, connect, connectToShadowDb: connect }
}

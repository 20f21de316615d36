/** Prisma's schema engine over an embedded database: the schema that `prisma db pull` writes. */
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { DatabaseError, type EmbeddedDatabase } from './embedded'

/** The export used here, of the package's `schema_engine_bg.js` once it has its WebAssembly. */
export interface EngineModule {
  readonly SchemaEngine: Pick<typeof SchemaEngine, 'new'>
}

/**
 * The schema of a database. Where it has schemas other than `public`, they are all in it; where it
 * has views, so are they, and the generator that switches on the preview feature they need.
 */
export async function introspect(
  { SchemaEngine: Engine }: EngineModule,
  database: EmbeddedDatabase,
): Promise<string> {
  await database.resetSession()
  const found = (await database.namespaces()) ?? []
  const namespaces = found.some((name) => name !== 'public') ? [...found] : null
  const content = configuration(database, namespaces, await database.hasViews())
  const engine = await Engine.new({ datamodels: undefined }, () => {}, adapterFor(database))
  try {
    const { schema } = await engine.introspect({
      schema: { files: [{ path: 'schema.prisma', content }] },
      baseDirectoryPath: '/',
      force: true,
      compositeTypeDepth: -1,
      namespaces,
    })
    return schema.files.map((file) => file.content).join('\n')
  } catch (error) {
    // An empty database is no error here: its schema is the configuration alone.
    if (error instanceof Error && /P4001|database was empty/i.test(error.message)) return content
    throw error
  } finally {
    engine.free()
  }
}

function configuration(
  { provider }: EmbeddedDatabase,
  namespaces: readonly string[] | null,
  hasViews: boolean,
): string {
  const generator = `generator client {
  provider        = "prisma-client"
  output          = "../generated/prisma"
  previewFeatures = ["views"]
}

`
  const schemas = namespaces
    ? `  schemas  = ${JSON.stringify(namespaces).replaceAll(',', ', ')}\n`
    : ''
  const name = provider === 'postgres' ? 'postgresql' : 'sqlite'
  return `${hasViews ? generator : ''}datasource db {\n  provider = "${name}"\n${schemas}}\n`
}

/** A driver adapter as Prisma's engine wants it: answers are values, not exceptions. */
function adapterFor(database: EmbeddedDatabase): object {
  const flavour = { provider: database.provider, adapterName: 'facet-embedded-database' }
  const answer = async (work: () => unknown) => {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      const { message, code } = error
      const details =
        database.provider === 'sqlite'
          ? { kind: 'sqlite', extendedCode: Number(code), message }
          : { kind: 'postgres', code, severity: 'ERROR', message }
      return { ok: false, error: details }
    }
  }
  const connection = {
    ...flavour,
    getConnectionInfo: () => ({
      ok: true,
      value: {
        ...(database.provider === 'postgres' ? { schemaName: 'public' } : {}),
        supportsRelationJoins: false,
      },
    }),
    queryRaw: ({ sql, args }: { sql: string; args: unknown[] }) =>
      answer(() => database.query(sql, args)),
    executeRaw: ({ sql, args }: { sql: string; args: unknown[] }) =>
      answer(async () => (await database.query(sql, args)).rows.length),
    executeScript: (sql: string) => answer(() => database.execute(sql)),
    dispose: () => answer(() => undefined),
    startTransaction: async () => {
      throw new Error('Reading a database never opens a transaction.')
    },
  }
  const connect = () => answer(() => connection)
  return { ...flavour, connect, connectToShadowDb: connect }
}

/** Prisma's schema engine over an embedded database: the schema that `prisma db pull` writes. */
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { DatabaseError, type EmbeddedDatabase } from './embedded'

/** The export used here, of the package's `schema_engine_bg.js` once it has its WebAssembly. */
export interface EngineModule {
  readonly SchemaEngine: Pick<typeof SchemaEngine, 'new'>
}

/**
 * The schema of a database. Where it has schemas other than `public`, they are all in it; the
 * generator switches on the preview features that what was found needs, and no others.
 */
export async function introspect(
  { SchemaEngine: Engine }: EngineModule,
  database: EmbeddedDatabase,
): Promise<string> {
  await database.resetSession()
  const found = (await database.namespaces()) ?? []
  const namespaces = found.some((name) => name !== 'public') ? [...found] : null
  const datasource = datasourceText(database, namespaces)
  const asked = generatorText(FEATURES.map(([name]) => name))
  const engine = await Engine.new({ datamodels: undefined }, () => {}, adapterFor(database))
  try {
    const { schema } = await engine.introspect({
      schema: { files: [{ path: 'schema.prisma', content: `${asked}\n${datasource}` }] },
      baseDirectoryPath: '/',
      force: true,
      compositeTypeDepth: -1,
      namespaces,
    })
    const text = schema.files.map((file) => file.content).join('\n')
    const needed = FEATURES.flatMap(([name, sign]) => (sign.test(text) ? [name] : []))
    return text.replace(asked, () => generatorText(needed))
  } catch (error) {
    // An empty database is no error here: its schema is the configuration alone.
    if (error instanceof Error && /P4001|database was empty/i.test(error.message)) {
      return `${generatorText([])}\n${datasource}`
    }
    throw error
  } finally {
    engine.free()
  }
}

/**
 * Preview features that introspection needs for what it finds, and by what that is told. In the
 * order in which the engine writes them.
 */
const FEATURES: readonly (readonly [name: string, sign: RegExp])[] = [
  ['partialIndexes', /^ .*@(?:unique|index)\(.*\bwhere: /m],
  ['views', /^view \w+ \{$/m],
]

function generatorText(features: readonly string[]): string {
  const rows = [
    ['provider', '"prisma-client"'],
    ['output', '"../generated/prisma"'],
    ...(features.length > 0 ? [['previewFeatures', listText(features)]] : []),
  ] as const
  const width = Math.max(...rows.map(([name = '']) => name.length))
  const lines = rows.map(([name = '', value = '']) => `  ${name.padEnd(width)} = ${value}\n`)
  return `generator client {\n${lines.join('')}}\n`
}

function datasourceText(
  { provider }: EmbeddedDatabase,
  namespaces: readonly string[] | null,
): string {
  const name = provider === 'postgres' ? 'postgresql' : 'sqlite'
  const schemas = namespaces ? `  schemas  = ${listText(namespaces)}\n` : ''
  return `datasource db {\n  provider = "${name}"\n${schemas}}\n`
}

function listText(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`
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

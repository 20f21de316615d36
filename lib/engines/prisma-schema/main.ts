/**
 * The page's access to Prisma's engine for the schema language: what it finds wrong with a schema
 * and how it would format it. Each version of Prisma has a worker of its own, started when first
 * asked; nothing here runs the engine on the page.
 */
import { latest, type Superseded } from '../latest'
import { createWorkerClient, type EngineCrash } from '../worker-client'
import type {
  Diagnostic,
  EngineFix,
  NativeType,
  PrismaSchemaApi,
  PrismaVersion,
  SchemaFile,
} from './shared'

export interface PrismaSchemaEngine {
  /**
   * Everything that the engine finds in these files. Made for calling at every keystroke: while
   * it runs, only the newest of the waiting calls is kept and the others are superseded.
   */
  lint(version: PrismaVersion, files: readonly SchemaFile[]): Promise<Diagnostics | Superseded>
  /** The same, for whoever may not be superseded: every call is answered. */
  check(version: PrismaVersion, files: readonly SchemaFile[]): Promise<Diagnostics>
  /**
   * All files as Prisma lays them out. That may add fields or move comments, so show what it does
   * beyond spaces before keeping it.
   */
  format(version: PrismaVersion, files: readonly SchemaFile[]): Promise<readonly SchemaFile[]>
  /** What the engine offers to do about a finding of its own in these files. */
  fixes(
    version: PrismaVersion,
    files: readonly SchemaFile[],
    diagnostic: Diagnostic,
    signal?: AbortSignal,
  ): Promise<readonly EngineFix[]>
  /** The types that may follow `@db.`; none for a provider that is unknown or has none. */
  nativeTypes(version: PrismaVersion, provider: string): Promise<readonly NativeType[]>
  /** What `onDelete` and `onUpdate` may be for a provider. */
  referentialActions(version: PrismaVersion, provider: string): Promise<readonly string[]>
  /** The preview features that a generator may name. */
  previewFeatures(version: PrismaVersion): Promise<readonly string[]>
  dispose(): void
}

type Diagnostics = readonly Diagnostic[]

/** In ms. The engine checks a thousand models in a twentieth of a second: it hangs by then. */
const LONGEST_CALL = 10_000

/**
 * Makes the engine's client. Any method may reject with `EngineCrash`, which `onCrash` is also
 * told of, once for each crash.
 */
export function createPrismaSchemaEngine(
  onCrash: (crash: EngineCrash) => void,
): PrismaSchemaEngine {
  const connect = (version: PrismaVersion) => {
    const client = createWorkerClient<PrismaSchemaApi>({
      name: `Prisma ${version}’s schema checker`,
      create: () =>
        new Worker(new URL('./worker.ts', import.meta.url), {
          type: 'module',
          name: 'prisma-schema',
        }),
      init: { version },
      timeoutMs: LONGEST_CALL,
      hasIndependentCalls: true,
      onCrash,
    })
    const lint = latest((files: readonly SchemaFile[]) => client.call('lint', { files }))
    return { ...client, lint }
  }
  const clients = { 6: connect(6), 7: connect(7) }
  return {
    lint: (version, files) => clients[version].lint(files),
    check: (version, files) => clients[version].call('lint', { files }),
    format: (version, files) => clients[version].call('format', { files }),
    fixes: (version, files, diagnostic, signal) =>
      clients[version].call('fixes', { files, diagnostic }, { signal }),
    nativeTypes: (version, provider) => clients[version].call('nativeTypes', { provider }),
    referentialActions: (version, provider) =>
      clients[version].call('referentialActions', { provider }),
    previewFeatures: (version) => clients[version].call('previewFeatures', null),
    dispose: () => {
      clients[6].dispose()
      clients[7].dispose()
    },
  }
}

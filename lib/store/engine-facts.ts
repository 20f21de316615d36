/**
 * What the official engine says can be written: lists that depend on nothing but the provider and
 * the Prisma version,
 * asked for once and kept.
 */

import type { PrismaSchemaEngine } from '@/lib/engines/prisma-schema/main'
import type { NativeType } from '@/lib/engines/prisma-schema/shared'

type Version = 6 | 7

/** Any of these may reject when the engine cannot run; asking again tries again. */
export interface EngineFacts {
  nativeTypes(version: Version, provider: string): Promise<readonly NativeType[]>
  /** Named as in `REFERENTIAL_ACTIONS`. */
  referentialActions(version: Version, provider: string): Promise<readonly string[]>
  previewFeatures(version: Version): Promise<readonly string[]>
}

export function createEngineFacts(engine: PrismaSchemaEngine): EngineFacts {
  const kept = new Map<string, Promise<unknown>>()
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) as Promise<T> | undefined
    if (known) return known
    const asked = ask().catch((error: unknown) => {
      kept.delete(key)
      throw error
    })
    kept.set(key, asked)
    return asked
  }
  return {
    nativeTypes: (version, provider) =>
      once(`native ${version} ${provider}`, () => engine.nativeTypes(version, provider)),
    referentialActions: (version, provider) =>
      once(`actions ${version} ${provider}`, () => engine.referentialActions(version, provider)),
    previewFeatures: (version) => once(`preview ${version}`, () => engine.previewFeatures(version)),
  }
}

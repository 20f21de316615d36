/**
 * Prisma's engines for the schema language, as an oracle: what does Prisma itself read in a
 * schema?
 *
 * An engine that panicked must not be asked again, so it is thrown away and loaded anew.
 */

import { createRequire } from 'node:module'
import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import type { Datamodel } from './datamodel'

const PACKAGES: Readonly<Record<PrismaVersion, string>> = {
  6: 'prisma-schema-wasm-6',
  7: '@prisma/prisma-schema-wasm',
}

interface EngineModule {
  get_datamodel(params: string): string
}

const require = createRequire(import.meta.url)
installPrismaGlobals(() => {})

/**
 * What the engine of a Prisma version reads in the files; `null` when it does not accept them,
 * or panics over them.
 */
export function readDatamodel(
  version: PrismaVersion,
  files: readonly DesignFile[],
): Datamodel | null {
  const prismaSchema = files.map(({ path, text }) => [`file:///${encodeURI(path)}`, text])
  const engine: EngineModule = require(PACKAGES[version])
  try {
    return JSON.parse(engine.get_datamodel(JSON.stringify({ prismaSchema })))
  } catch (error) {
    if (!isRefusal(error)) delete require.cache[require.resolve(PACKAGES[version])]
    return null
  }
}

/** Whether the engine says that the schema is wrong; anything else that it throws is a panic. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.includes('"error_code":"P1012"')
}

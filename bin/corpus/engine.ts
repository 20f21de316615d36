/**
 * Prisma's engines for the schema language, as an oracle: what does Prisma itself read in a
 * schema?
 *
 * An engine that panicked must not be asked again, so it is thrown away and loaded anew.
 */

import { createRequire } from 'node:module'
import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { stripAnsi } from '@/lib/engines/ansi'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'
import { createHandlers } from '@/lib/engines/prisma-schema/handlers'
import type { Diagnostic } from '@/lib/engines/prisma-schema/shared'
import type { Datamodel } from './datamodel'

const PACKAGES: Readonly<Record<PrismaVersion, string>> = {
  6: 'prisma-schema-wasm-6',
  7: '@prisma/prisma-schema-wasm',
}

interface EngineModule {
  get_datamodel(params: string): string
  lint(files: string): string
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
  const prismaSchema = toEngine(files)
  const engine = engineOf(version)
  try {
    return JSON.parse(engine.get_datamodel(JSON.stringify({ prismaSchema })))
  } catch (error) {
    if (!isRefusal(error)) forgetEngine(version)
    return null
  }
}

/** What the engine of a Prisma version has against the files, but for its warnings. */
export function findErrors(version: PrismaVersion, files: readonly DesignFile[]): string[] {
  const engine = engineOf(version)
  try {
    const found: { readonly text: string; readonly is_warning: boolean }[] = JSON.parse(
      engine.lint(JSON.stringify(toEngine(files))),
    )
    return found.filter((finding) => !finding.is_warning).map(({ text }) => stripAnsi(text))
  } catch (error) {
    forgetEngine(version)
    return [`panic: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** All that the engine of a Prisma version finds, with its places, as the app gets it. */
export function lintFiles(
  version: PrismaVersion,
  files: readonly DesignFile[],
): readonly Diagnostic[] {
  return createHandlers(require(PACKAGES[version]), version).lint({ files })
}

/** The preview features that the engine of a Prisma version names. */
export function previewFeatures(version: PrismaVersion): readonly string[] {
  return createHandlers(require(PACKAGES[version]), version).previewFeatures(null)
}

function engineOf(version: PrismaVersion): EngineModule {
  return require(PACKAGES[version])
}

function forgetEngine(version: PrismaVersion): void {
  delete require.cache[require.resolve(PACKAGES[version])]
}

function toEngine(files: readonly DesignFile[]): [uri: string, text: string][] {
  return files.map(({ path, text }) => [`file:///${encodeURI(path)}`, text])
}

/** Whether the engine says that the schema is wrong; anything else that it throws is a panic. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.includes('"error_code":"P1012"')
}

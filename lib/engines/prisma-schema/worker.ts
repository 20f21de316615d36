/** The worker of Prisma's schema language engine: loads the one version asked for. */
import { provideFile } from '../fs-shim'
import { installPrismaGlobals } from '../prisma-globals'
import { serveWorker } from '../worker-server'
import { createHandlers, type EngineModule } from './handlers'
import type { PrismaSchemaApi, PrismaVersion, WorkerInit } from './shared'

serveWorker<PrismaSchemaApi, WorkerInit>(self, async ({ version }, reportPanic) => {
  installPrismaGlobals(reportPanic)
  return createHandlers(await loadEngine(version), version)
})

/** The package reads its WebAssembly while it is evaluated, so the bytes must be there first. */
async function loadEngine(version: PrismaVersion): Promise<EngineModule> {
  if (version === 6) {
    await provideWasm(
      new URL('prisma-schema-wasm-6/src/prisma_schema_build_bg.wasm', import.meta.url),
    )
    return import('prisma-schema-wasm-6')
  }
  await provideWasm(
    new URL('@prisma/prisma-schema-wasm/src/prisma_schema_build_bg.wasm', import.meta.url),
  )
  return import('@prisma/prisma-schema-wasm')
}

async function provideWasm(url: URL): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  provideFile(new Uint8Array(await response.arrayBuffer()))
}

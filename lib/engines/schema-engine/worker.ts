/** The worker of Prisma's migration engine. */
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { installPrismaGlobals } from '../prisma-globals'
import { serveWorker } from '../worker-server'
import { createHandlers } from './handlers'
import type { SchemaEngineApi } from './shared'

// By its place on disk, because the package does not export the file by name.
const WASM = new URL(
  '../../../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm',
  import.meta.url,
)

serveWorker<SchemaEngineApi>(self, async (_, reportPanic) => {
  installPrismaGlobals(reportPanic)
  // Compiles while it downloads.
  const { instance } = await WebAssembly.instantiateStreaming(fetch(WASM), {
    './schema_engine_bg.js': { ...glue },
  })
  const { __wbindgen_start: start } = instance.exports
  glue.__wbg_set_wasm(instance.exports)
  if (typeof start === 'function') start()
  return createHandlers(glue)
})

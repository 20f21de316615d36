/** Loads Prisma's schema engine into the worker of a database. */
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { installPrismaGlobals } from '../prisma-globals'
import type { ReportPanic } from '../worker-server'
import type { EngineModule } from './introspect'

// By its place on disk, because the package does not export the file by name.
const WASM = new URL(
  '../../../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm',
  import.meta.url,
)

/** Fetches the engine with the first call. */
export function engineLoader(reportPanic: ReportPanic): () => Promise<EngineModule> {
  let engine: Promise<EngineModule> | undefined
  return () => {
    engine ??= load(reportPanic)
    return engine
  }
}

async function load(reportPanic: ReportPanic): Promise<EngineModule> {
  installPrismaGlobals(reportPanic)
  const { instance } = await WebAssembly.instantiateStreaming(fetch(WASM), {
    './schema_engine_bg.js': { ...glue },
  })
  const { __wbindgen_start: start } = instance.exports
  glue.__wbg_set_wasm(instance.exports)
  if (typeof start === 'function') start()
  return glue
}

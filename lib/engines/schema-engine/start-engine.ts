/** Starts Prisma's migration engine, wherever its WebAssembly comes from. */
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

// By its place on disk, because the package does not export the file by name.
export const WASM = new URL(
  '../../../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm',
  import.meta.url,
)

/** Prisma's globals must be there first. One module is one engine: what is started twice is shared. */
export async function startEngine(
  instantiate: (imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>,
): Promise<typeof glue> {
  const { instance } = await instantiate({ './schema_engine_bg.js': { ...glue } })
  const { __wbindgen_start: start } = instance.exports
  glue.__wbg_set_wasm(instance.exports)
  if (typeof start === 'function') start()
  return glue
}

/** For a browser: compiles while it downloads. */
export function fetchEngine(): Promise<typeof glue> {
  return startEngine((imports) => WebAssembly.instantiateStreaming(fetch(WASM), imports))
}

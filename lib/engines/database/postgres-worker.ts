/** The worker of the embedded PostgreSQL. */
import { serveWorker } from '../worker-server'
import { createHandlers } from './handlers'
import { engineLoader } from './load-engine'
import { openPostgres } from './postgres'
import type { DatabaseApi } from './shared'

const POSTGRES = new URL('@electric-sql/pglite/pglite.wasm', import.meta.url)
const INITDB = new URL('@electric-sql/pglite/initdb.wasm', import.meta.url)
const FILES = new URL('@electric-sql/pglite/pglite.data', import.meta.url)

serveWorker<DatabaseApi>(self, async (_, reportPanic) =>
  createHandlers(async (extensions) => {
    const [pgliteWasmModule, initdbWasmModule, fsBundle] = await Promise.all([
      WebAssembly.compileStreaming(fetch(POSTGRES)),
      WebAssembly.compileStreaming(fetch(INITDB)),
      fetchBlob(FILES),
    ])
    return openPostgres(extensions, { pgliteWasmModule, initdbWasmModule, fsBundle })
  }, engineLoader(reportPanic)),
)

async function fetchBlob(url: URL): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  return response.blob()
}

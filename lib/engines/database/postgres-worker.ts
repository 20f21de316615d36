/** The worker of the embedded PostgreSQL. */
import { serveWorker } from '../worker-server'
import { fetchFiles } from './download'
import { FILE_SIZES } from './file-sizes'
import { createHandlers } from './handlers'
import { engineLoader } from './load-engine'
import { openPostgres } from './postgres'
import type { DatabaseApi } from './shared'

const PROGRAM = new URL('@electric-sql/pglite/pglite.wasm', import.meta.url)
const FILES = new URL('@electric-sql/pglite/pglite.data', import.meta.url)
/** Made by bin/lib/postgres-cluster.mjs before the app is built. */
const CLUSTER = new URL('./prepared/cluster.tar.gz', import.meta.url)

serveWorker<DatabaseApi>(self, async (_, reportPanic) =>
  createHandlers(async (extensions, report) => {
    const [program, files, cluster] = fetchFiles(
      [
        { url: PROGRAM, size: FILE_SIZES.program },
        { url: FILES, size: FILE_SIZES.files },
        { url: CLUSTER, size: FILE_SIZES.cluster },
      ] as const,
      report,
    )
    const [pgliteWasmModule, fsBundle, loadDataDir] = await Promise.all([
      WebAssembly.compileStreaming(program),
      blobOf(files),
      blobOf(cluster),
    ])
    return openPostgres(extensions, { pgliteWasmModule, fsBundle, loadDataDir })
  }, engineLoader(reportPanic)),
)

async function blobOf(response: Promise<Response>): Promise<Blob> {
  return (await response).blob()
}

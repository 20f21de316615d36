/** The worker of the embedded SQLite. */
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { serveWorker } from '../worker-server'
import { fetchFiles } from './download'
import { FILE_SIZES } from './file-sizes'
import { createHandlers } from './handlers'
import { engineLoader } from './load-engine'
import type { DatabaseApi } from './shared'
import { openSqlite } from './sqlite'

// As a file, not as a module: the package starts a further worker for files that persist, from an
// address that no bundler can follow. By its place on disk, because it is not exported by name.
const SCRIPT = new URL(
  '../../../node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs',
  import.meta.url,
)
const PROGRAM = new URL('@sqlite.org/sqlite-wasm/sqlite3.wasm', import.meta.url)

/** What the package's types leave out: the settings of its build tool, Emscripten. */
type Start = (settings: {
  readonly instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => void
}) => Promise<Sqlite3Static>

serveWorker<DatabaseApi>(self, async (_, reportPanic) =>
  createHandlers(async (_extensions, report) => {
    const [program] = fetchFiles([{ url: PROGRAM, size: FILE_SIZES.sqlite }] as const, report)
    const [{ default: start }, module] = await Promise.all([
      import(/* turbopackIgnore: true */ SCRIPT.href) as Promise<{ default: Start }>,
      WebAssembly.compileStreaming(program),
    ])
    const instantiateWasm: Parameters<Start>[0]['instantiateWasm'] = (imports, receive) =>
      void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module))
    return openSqlite(await start({ instantiateWasm }))
  }, engineLoader(reportPanic)),
)

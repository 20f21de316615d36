/** The worker of the embedded SQLite. */
import init from '@sqlite.org/sqlite-wasm'
import { serveWorker } from '../worker-server'
import { createHandlers } from './handlers'
import { engineLoader } from './load-engine'
import type { DatabaseApi } from './shared'
import { openSqlite } from './sqlite'

serveWorker<DatabaseApi>(self, async (_, reportPanic) =>
  createHandlers(async () => openSqlite(await init()), engineLoader(reportPanic)),
)

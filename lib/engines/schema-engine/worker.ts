/** The worker of Prisma's migration engine. */
import { installPrismaGlobals } from '../prisma-globals'
import { serveWorker } from '../worker-server'
import { createHandlers } from './handlers'
import type { SchemaEngineApi } from './shared'
import { fetchEngine } from './start-engine'

serveWorker<SchemaEngineApi>(self, async (_, reportPanic) => {
  installPrismaGlobals(reportPanic)
  return createHandlers(await fetchEngine())
})

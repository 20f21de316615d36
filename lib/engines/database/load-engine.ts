/** Loads Prisma's migration engine into the worker of a database. */
import { installPrismaGlobals } from '../prisma-globals'
import { fetchEngine } from '../schema-engine/start-engine'
import type { ReportPanic } from '../worker-server'
import type { EngineModule } from './introspect'

/** Fetches the engine with the first call. */
export function engineLoader(reportPanic: ReportPanic): () => Promise<EngineModule> {
  let engine: Promise<EngineModule> | undefined
  return () => {
    installPrismaGlobals(reportPanic)
    engine ??= fetchEngine()
    return engine
  }
}

/** The worker's methods over an embedded database, without the worker, so that they run in Node. */
import type { ReportProgress } from '../protocol'
import { DatabaseError, type EmbeddedDatabase } from './embedded'
import { type EngineModule, introspect } from './introspect'
import type { DatabaseApi, FailedStatement } from './shared'

/** `open` starts a database; `loadEngine` gives Prisma's schema engine, needed to introspect. */
export function createHandlers(
  open: (extensions: readonly string[], report: ReportProgress) => Promise<EmbeddedDatabase>,
  loadEngine: () => Promise<EngineModule>,
): DatabaseApi {
  let started: EmbeddedDatabase | null = null
  const database = () => {
    if (!started) throw new Error('The database has not been started.')
    return started
  }
  return {
    async start({ extensions }, report) {
      started ??= await open(extensions, report)
    },
    async run({ sql, maxRows }) {
      try {
        return { kind: 'done', result: await database().run(sql, maxRows) }
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        const { message, detail, offset } = error
        return { kind: 'failed', error: { message, detail, offset } }
      }
    },
    async execute({ statements }) {
      const failed: FailedStatement[] = []
      for (const [index, sql] of statements.entries()) {
        try {
          await database().execute(sql)
        } catch (error) {
          if (!(error instanceof DatabaseError)) throw error
          failed.push({ index, message: error.message, offset: error.offset })
        }
      }
      return failed
    },
    reset: () => database().reset(),
    introspect: async () => introspect(await loadEngine(), database()),
  }
}

/** Reads one script in a worker, so that a long one never holds up the page, then is done. */

import type { PreparedScript } from '@/lib/engines/database/shared'
import type { Skipped } from '@/lib/interchange/sql/ddl'
import { firstSkipped } from './first-skipped'
import type { ScriptRequest, WorkerAnswer } from './read-script'
import type { ScriptLanguage } from './script-language'

self.addEventListener('message', async ({ data }: MessageEvent<ScriptRequest>) => {
  const answer = (value: WorkerAnswer) => self.postMessage(value)
  const read = await loadReader(data.language).catch(() => null)
  if (read === null) return answer({ problem: NOT_LOADED })
  try {
    const reading = read(data.text)
    if ('schema' in reading) answer({ schema: reading.schema, ...firstSkipped(reading.skipped) })
    else answer(reading)
  } catch (error) {
    answer({ problem: error instanceof Error ? error.message : String(error) })
  }
})

const NOT_LOADED = 'The reader could not be loaded; the connection may be down. Try again.'

type Reading =
  | { readonly schema: string; readonly skipped: readonly Skipped[] }
  | { readonly script: PreparedScript }
  | { readonly problem: string }

/** The reader of a language; no other is fetched. */
async function loadReader(language: ScriptLanguage): Promise<(text: string) => Reading> {
  switch (language) {
    case 'mysql':
      return (await import('@/lib/interchange/sql/read-mysql')).readMysql
    case 'sqlserver':
      return (await import('@/lib/interchange/sql/read-sqlserver')).readSqlServer
    case 'dbml':
      return (await import('@/lib/interchange/dbml/read-dbml')).readDbml
    case 'postgresql':
    case 'sqlite': {
      const [{ scriptPieces }, { prepareScript }, { isCockroach }] = await Promise.all([
        import('@/lib/interchange/sql/script-pieces'),
        import('@/lib/engines/database/prepare-script'),
        import('@/lib/interchange/sql/detect-dialect'),
      ])
      return (text) =>
        language === 'postgresql' && isCockroach(text)
          ? { problem: COCKROACH }
          : { script: prepareScript(scriptPieces(text, language), language) }
    }
  }
}

const COCKROACH =
  'This is a script of CockroachDB, whose tables PostgreSQL cannot make: their indexes, families and types are its own. Run prisma db pull against the database, and open the schema that it writes.'

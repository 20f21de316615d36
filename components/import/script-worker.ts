/** Reads one script in a worker, so that a long one never holds up the page, then is done. */

import type { Skipped } from '@/lib/interchange/sql/ddl'
import type { ScriptAnswer, ScriptRequest } from './read-script'

self.addEventListener('message', async ({ data }: MessageEvent<ScriptRequest>) => {
  const answer = (value: ScriptAnswer) => self.postMessage(value)
  try {
    const reading = await read(data)
    if ('problem' in reading) return answer(reading)
    const { schema, skipped } = reading
    answer({ schema, skipped: skipped.slice(0, MOST_SKIPPED), skippedCount: skipped.length })
  } catch (error) {
    answer({ problem: error instanceof Error ? error.message : String(error) })
  }
})

type Reading =
  | { readonly schema: string; readonly skipped: readonly Skipped[] }
  | { readonly problem: string }

/** Loads the reader of the language, and no other. */
async function read({ text, language }: ScriptRequest): Promise<Reading> {
  switch (language) {
    case 'mysql':
      return (await import('@/lib/interchange/sql/read-mysql')).readMysql(text)
    case 'sqlserver':
      return (await import('@/lib/interchange/sql/read-sqlserver')).readSqlServer(text)
    case 'dbml':
      return (await import('@/lib/interchange/dbml/read-dbml')).readDbml(text)
  }
}

/** More than anyone reads; a dump with data has one for each INSERT. */
const MOST_SKIPPED = 500

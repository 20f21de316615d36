/** Reads one script in a worker, so that a long one never holds up the page, then is done. */

import { readMysql } from '@/lib/interchange/sql/read-mysql'
import { readSqlServer } from '@/lib/interchange/sql/read-sqlserver'
import type { ScriptAnswer, ScriptRequest } from './read-script'

self.addEventListener('message', ({ data }: MessageEvent<ScriptRequest>) => {
  const answer = (value: ScriptAnswer) => self.postMessage(value)
  try {
    const { schema, skipped } =
      data.dialect === 'mysql' ? readMysql(data.sql) : readSqlServer(data.sql)
    answer({ schema, skipped: skipped.slice(0, MOST_SKIPPED), skippedCount: skipped.length })
  } catch (error) {
    answer({ problem: error instanceof Error ? error.message : String(error) })
  }
})

/** More than anyone reads; a dump with data has one for each INSERT. */
const MOST_SKIPPED = 500

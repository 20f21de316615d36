/** Executes a whole script in an embedded database, a few statements at a time, and tolerantly. */
import { passedOver } from './passed-over'
import type { DatabaseApi, EmbeddedProvider, ScriptStatement, SkippedStatement } from './shared'

/** Between two batches the page hears how far it is, and can stop. */
const BATCH = 20

export interface ScriptOptions {
  readonly signal?: AbortSignal
  /** Told the part that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
}

/**
 * Gives what did not become part of the database. A statement that fails is tried again once the
 * others have run, as long as that helps: what it refers to may stand further down. Neighbouring
 * statements about rows are given as one.
 */
export async function runScript(
  execute: (params: Parameters<DatabaseApi['execute']>[0]) => ReturnType<DatabaseApi['execute']>,
  statements: readonly ScriptStatement[],
  provider: EmbeddedProvider,
  { signal, onProgress }: ScriptOptions,
): Promise<SkippedStatement[]> {
  const skipped: SkippedStatement[] = []
  let waiting: ScriptStatement[] = []
  let lastReason: string | null = null
  for (const statement of statements) {
    const reason = passedOver(statement.text, provider)
    if (reason === null) waiting.push(statement)
    else if (reason !== '' && reason !== lastReason) skipped.push({ ...statement, reason })
    lastReason = reason
  }
  const total = waiting.length
  for (;;) {
    const failed: SkippedStatement[] = []
    for (let from = 0; from < waiting.length; from += BATCH) {
      signal?.throwIfAborted()
      const batch = waiting.slice(from, from + BATCH)
      const failures = await execute({ statements: batch.map(({ text }) => text) })
      for (const { index, message } of failures) {
        const statement = batch[index]
        if (statement) failed.push({ ...statement, reason: message })
      }
      if (waiting.length === total) onProgress?.(Math.min(from + BATCH, total) / total)
    }
    if (failed.length === 0 || failed.length === waiting.length) {
      return [...skipped, ...failed].sort((a, b) => a.line - b.line)
    }
    waiting = failed.map(({ text, line }) => ({ text, line }))
  }
}

/** Executes a whole script in an embedded database, a few statements at a time, and tolerantly. */
import type {
  DatabaseApi,
  PreparedScript,
  ScriptProgress,
  ScriptStatement,
  SkippedStatement,
} from './shared'
import { shortened } from './shortened'
import { standInsFor } from './stand-ins'

/** Between two batches the page hears how far it is, and can stop. */
const BATCH = 20
/** How often what failed is tried again: a script that needs more is not one that a tool wrote. */
const MOST_ROUNDS = 40

/** What clears the way for a script that is run once more; there is nothing to clear here. */
const REMOVAL = /^\s*(?:drop\b|alter\s[^;(]*\sdrop\b)/i

export interface ScriptOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ScriptProgress) => void
}

type Execute = DatabaseApi['execute']

interface Failed extends SkippedStatement {
  readonly offset: number | null
  /** Of parts that are left out of it already. */
  readonly notes: readonly string[]
}

type Waiting = ScriptStatement & { readonly notes: readonly string[] }

/**
 * Gives what did not become part of the database. A statement that fails is tried again once the
 * others have run, as long as that helps: what it refers to may stand further down. When it no
 * longer does, stand-ins are made for what is missing, and at last a table goes without the part
 * that fails.
 */
export async function runScript(
  execute: Execute,
  { statements, skipped, provider }: PreparedScript,
  { signal, onProgress }: ScriptOptions,
): Promise<SkippedStatement[]> {
  const told: SkippedStatement[] = []
  const made = new Set<string>()
  const runAll = async (waiting: readonly Waiting[], isFirst: boolean) => {
    const failed: Failed[] = []
    for (let from = 0; from < waiting.length; from += BATCH) {
      signal?.throwIfAborted()
      if (isFirst) onProgress?.({ phase: 'execute', done: from, total: waiting.length })
      const batch = waiting.slice(from, from + BATCH)
      const failures = new Map<number, { message: string; offset: number | null }>()
      const answer = await execute({ statements: batch.map(({ text }) => text) })
      for (const { index, ...failure } of answer) failures.set(index, failure)
      for (const [index, statement] of batch.entries()) {
        const failure = failures.get(index)
        if (failure && REMOVAL.test(statement.text)) {
          // Tried again, it would remove what the script made meanwhile.
          if (!/does not exist|no such/.test(failure.message)) {
            told.push({ ...statement, reason: failure.message })
          }
        } else if (failure) {
          failed.push({ ...statement, reason: failure.message, offset: failure.offset })
        } else if (statement.notes.length > 0) {
          told.push({ ...statement, reason: statement.notes.join(' ') })
        }
      }
    }
    return failed
  }

  let waiting: readonly Waiting[] = statements.map((statement) => ({ ...statement, notes: [] }))
  let failed: Failed[] = []
  for (let round = 0; waiting.length > 0 && round < MOST_ROUNDS; round++) {
    failed = await runAll(waiting, round === 0)
    if (failed.length < waiting.length) {
      waiting = failed
      continue
    }
    // SQLite takes any type and any function on trust.
    if (provider === 'sqlite') break
    const standIns = standInsFor(failed).filter(({ key }) => !made.has(key))
    for (const { key, statements: making, note, line, text } of standIns) {
      made.add(key)
      await execute({ statements: making })
      if (note !== null) told.push({ text, line, reason: note })
    }
    const changed = standIns.length > 0 ? failed : failed.map(shortenedStatement)
    if (changed.every((statement, at) => statement === failed[at]) && standIns.length === 0) break
    waiting = changed
  }
  const lost = failed.map(({ text, line, reason }) => ({ text, line, reason }))
  return [...skipped, ...told, ...lost].sort((a, b) => a.line - b.line)
}

function shortenedStatement(statement: Failed): Failed {
  const { text, reason, offset, notes } = statement
  const shorter = shortened({ text, message: reason, offset })
  if (shorter === null) return statement
  const { note } = shorter
  return { ...statement, text: shorter.text, notes: note === null ? notes : [...notes, note] }
}

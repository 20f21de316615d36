/**
 * What the SQL tab shows, and how it comes to it: the engine is asked whenever the text changes
 * while somebody looks, and the last good answer stays until there is a better one.
 *
 * The engine is loaded with the first question. This module knows no React.
 */

import type { SchemaDocument } from '@/lib/document/document'
import type { Migrations } from '@/lib/engines/sql-planner/main'
import type {
  MigrationProvider,
  PlannedStep,
  PlannedWarning,
  Untranslated,
} from '@/lib/engines/sql-planner/shared'
import { filesOf, type Version } from '@/lib/store/baseline'
import type { FacetStore } from '@/lib/store/store'

/** What is looked at. */
export interface SqlSubject {
  readonly provider: MigrationProvider
  /** The version to start from; `null` for an empty database. The same object while it is the same. */
  readonly baseline: Version | null
}

export interface SqlPreview {
  /**
   * `waiting` for the first answer; `current` is the SQL of the text as it is; `outdated` is that
   * of an earlier text, because the present one is not valid; `failed`: the engine cannot run.
   */
  readonly state: 'waiting' | 'current' | 'outdated' | 'failed'
  /** The last good SQL for the subject that is watched. */
  readonly sql: string | null
  /** The parts of that SQL, and what to know before it is run. */
  readonly steps: readonly PlannedStep[]
  readonly warnings: readonly PlannedWarning[]
  /** What of the present text the provider does not have. */
  readonly untranslated: readonly Untranslated[]
  /** Which version is not valid, when one is not. */
  readonly invalid: 'from' | 'to' | null
  /** What the engine says is wrong, or why there is no engine. */
  readonly message: string | null
}

export interface SqlPreviewer {
  get(): SqlPreview
  subscribe(listener: () => void): () => void
  /** Follows the document for a subject until the returned function is called. */
  watch(subject: SqlSubject): () => void
  /** Asks again after a failure. */
  retry(): void
  /** Ends the engine. Watching again starts another. */
  dispose(): void
}

const NOTHING: SqlPreview = {
  state: 'waiting',
  sql: null,
  steps: [],
  warnings: [],
  untranslated: [],
  invalid: null,
  message: null,
}

/** What the preview asks of those who write SQL. */
export type PreviewEngines = Pick<Migrations, 'migration' | 'dispose'>

/** `loadEngines` gives the engines; it is called again after a failure to load, and after `dispose`. */
export function createSqlPreviewer(
  store: FacetStore,
  loadEngines: () => Promise<PreviewEngines>,
): SqlPreviewer {
  const listeners = new Set<() => void>()
  let preview = NOTHING
  /** What `preview.sql` was made for: another design or subject starts from nothing. */
  let shown: (SqlSubject & { readonly designId: string | null }) | null = null
  let engines: Promise<PreviewEngines> | null = null
  /** The same, once they are loaded. */
  let loaded: PreviewEngines | null = null
  let watched: SqlSubject | null = null
  /** The text and subject of the last answer, which need not be asked for again. */
  let answered: { readonly document: SchemaDocument; readonly subject: SqlSubject } | null = null

  function set(next: SqlPreview): void {
    preview = next
    for (const listener of listeners) listener()
  }

  async function ask(): Promise<void> {
    const subject = watched
    const { document, designId } = store.getState()
    if (!subject) return
    const isSame = (other: SqlSubject | null | undefined) =>
      other?.provider === subject.provider && other.baseline === subject.baseline
    if (answered?.document.version === document.version && isSame(answered.subject)) return
    if (!isSame(shown) || shown?.designId !== designId) {
      shown = { ...subject, designId }
      set(NOTHING)
    }
    const isCurrent = () =>
      watched === subject && store.getState().document.version === document.version
    try {
      const { provider, baseline } = subject
      // Asked at once, the engines work while the page draws the change.
      const asked = loaded ?? (await startEngines())
      const from = baseline?.files ?? null
      const to = filesOf(document.files)
      const own = document.graph.provider
      const answer = await asked.migration({ provider, own, from, to })
      if (answer === 'superseded' || !isCurrent()) return
      answered = { document, subject }
      const { untranslated } = answer
      if (answer.kind === 'migration') {
        const { sql, steps, warnings } = answer
        const said = { sql, steps, warnings, untranslated }
        set({ ...said, state: 'current', invalid: null, message: null })
      } else {
        const { version, message } = answer
        set({ ...preview, state: 'outdated', untranslated, invalid: version, message })
      }
    } catch (error) {
      if (isCurrent()) set({ ...preview, state: 'failed', message: messageOf(error) })
    }
  }

  /** An engine that crashed replaces itself; one that could not be loaded is loaded again. */
  function startEngines(): Promise<PreviewEngines> {
    if (engines) return engines
    const starting = loadEngines().then(
      (started) => {
        if (engines === starting) loaded = started
        return started
      },
      (error: unknown) => {
        if (engines === starting) engines = null
        throw error
      },
    )
    engines = starting
    return starting
  }

  return {
    get: () => preview,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch(subject) {
      watched = subject
      void ask()
      const unsubscribe = store.subscribe((state, before) => {
        const hasChanged =
          state.document.version !== before.document.version || state.designId !== before.designId
        if (hasChanged) void ask()
      })
      return () => {
        unsubscribe()
        if (watched === subject) watched = null
      }
    },
    retry() {
      set({ ...preview, state: preview.sql === null ? 'waiting' : 'outdated', message: null })
      void ask()
    },
    dispose() {
      watched = null
      answered = null
      void engines?.then((started) => started.dispose()).catch(() => {})
      engines = null
      loaded = null
    },
  }
}

/** Whether there is nothing to run. Prisma says so in a comment. */
export function isEmptySql(sql: string): boolean {
  return /^\s*(?:-- This is an empty migration\.\s*)?$/.test(sql)
}

/** A crash says itself what it means; anything else is said here. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'EngineCrash') return text
  return `The SQL could not be worked out. Your design is unchanged. (${text})`
}

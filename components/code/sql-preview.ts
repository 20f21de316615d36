/**
 * What the SQL tab shows, and how it comes to it: the engine is asked whenever the text changes
 * while somebody looks, and the last good answer stays until there is a better one.
 *
 * The engine is loaded with the first question. This module knows no React.
 */

import type { SchemaDocument } from '@/lib/document/document'
import type { SchemaEngine } from '@/lib/engines/schema-engine/main'
import type { SqlProvider } from '@/lib/engines/schema-engine/shared'
import type { FacetStore } from '@/lib/store/store'

export interface SqlPreview {
  /**
   * `waiting` for the first answer; `current` is the SQL of the text as it is; `outdated` is that
   * of an earlier text, because the present one is not valid; `failed`: the engine cannot run.
   */
  readonly state: 'waiting' | 'current' | 'outdated' | 'failed'
  /** The last good SQL for the provider that is watched. */
  readonly sql: string | null
  /** What the engine says is wrong, or why there is no engine. */
  readonly message: string | null
}

export interface SqlPreviewer {
  get(): SqlPreview
  subscribe(listener: () => void): () => void
  /** Follows the document for a provider until the returned function is called. */
  watch(provider: SqlProvider): () => void
  /** Asks again after a failure. */
  retry(): void
  /** Ends the engine. Watching again starts another. */
  dispose(): void
}

const NOTHING: SqlPreview = { state: 'waiting', sql: null, message: null }

/** `loadEngine` gives an engine; it is called again after a failure to load, and after `dispose`. */
export function createSqlPreviewer(
  store: FacetStore,
  loadEngine: () => Promise<SchemaEngine>,
): SqlPreviewer {
  const listeners = new Set<() => void>()
  let preview = NOTHING
  /** What `preview.sql` was made for: another design or provider starts from nothing. */
  let subject: { readonly provider: SqlProvider; readonly designId: string | null } | null = null
  let engine: Promise<SchemaEngine> | null = null
  let watched: SqlProvider | null = null
  /** The text and provider of the last answer, which need not be asked for again. */
  let answered: { readonly document: SchemaDocument; readonly provider: SqlProvider } | null = null

  function set(next: SqlPreview): void {
    preview = next
    for (const listener of listeners) listener()
  }

  async function ask(): Promise<void> {
    const provider = watched
    const { document, designId } = store.getState()
    if (!provider) return
    if (answered?.document.version === document.version && answered.provider === provider) return
    if (subject?.provider !== provider || subject.designId !== designId) {
      subject = { provider, designId }
      set(NOTHING)
    }
    const isCurrent = () =>
      watched === provider && store.getState().document.version === document.version
    try {
      const files = [...document.files].map(([path, { syntax }]) => ({ path, text: syntax.text }))
      const result = await (await startEngine()).ddl(files, provider)
      if (result === 'superseded' || !isCurrent()) return
      answered = { document, provider }
      if (result.kind === 'sql') set({ state: 'current', sql: result.sql, message: null })
      else set({ state: 'outdated', sql: preview.sql, message: result.message })
    } catch (error) {
      if (isCurrent()) set({ state: 'failed', sql: preview.sql, message: messageOf(error) })
    }
  }

  /** An engine that crashed replaces itself; one that could not be loaded is loaded again. */
  function startEngine(): Promise<SchemaEngine> {
    engine ??= loadEngine().catch((error: unknown) => {
      engine = null
      throw error
    })
    return engine
  }

  return {
    get: () => preview,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch(provider) {
      watched = provider
      void ask()
      const unsubscribe = store.subscribe((state, before) => {
        const hasChanged =
          state.document.version !== before.document.version || state.designId !== before.designId
        if (hasChanged) void ask()
      })
      return () => {
        unsubscribe()
        if (watched === provider) watched = null
      }
    },
    retry() {
      set({ ...preview, state: preview.sql === null ? 'waiting' : 'outdated', message: null })
      void ask()
    },
    dispose() {
      watched = null
      answered = null
      void engine?.then((loaded) => loaded.dispose()).catch(() => {})
      engine = null
    },
  }
}

/** A crash says itself what it means; anything else is said here. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'EngineCrash') return text
  return `Prisma’s migration engine could not be used. Your design is unchanged. (${text})`
}

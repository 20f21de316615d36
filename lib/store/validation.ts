/** Asks the official engine about the schema whenever its text changes. */

import { detectPrismaVersion } from '@/lib/document/prisma-version'
import type { PrismaSchemaEngine } from '@/lib/engines/prisma-schema/main'
import type { FacetState } from './state'
import type { FacetStore } from './store'
import { whenDrawn } from './when-drawn'

/** The Prisma version that the open design is checked against. */
export function prismaVersionOf(state: Pick<FacetState, 'prismaVersion' | 'document'>): 6 | 7 {
  return state.prismaVersion ?? detectPrismaVersion(state.document.graph)
}

/** Starts checking; the returned function stops it, and leaves the engine to whoever made it. */
export function startValidation(store: FacetStore, engine: PrismaSchemaEngine): () => void {
  let isStarted = false
  let isStopped = false

  async function check(): Promise<void> {
    const state = store.getState()
    const { document } = state
    const prismaVersion = prismaVersionOf(state)
    const files = [...document.files.values()].map(({ path, syntax }) => ({
      path,
      text: syntax.text,
    }))
    const isCurrent = () => {
      const now = store.getState()
      return (
        !isStopped &&
        now.document.version === document.version &&
        prismaVersionOf(now) === prismaVersion
      )
    }
    try {
      const diagnostics = files.length === 0 ? [] : await engine.lint(prismaVersion, files)
      if (diagnostics === 'superseded' || !isCurrent()) return
      state.actions.setValidation({ state: 'checked', diagnostics })
    } catch {
      // The engine crashed or could not be loaded. It starts anew with the next change.
      if (isCurrent()) state.actions.setValidation({ state: 'unavailable', diagnostics: [] })
    }
  }

  const unsubscribe = store.subscribe((state, before) => {
    const hasChanged =
      isStarted &&
      (state.document.version !== before.document.version ||
        state.prismaVersion !== before.prismaVersion)
    if (hasChanged) void check()
  })
  // The engine is large: the diagram comes first.
  const stopWaiting = whenDrawn(store, () => {
    isStarted = true
    void check()
  })
  return () => {
    isStopped = true
    stopWaiting()
    unsubscribe()
  }
}

/** Asks the official engine about the schema whenever its text changes. */

import type { PrismaVersion } from '@/lib/document/design'
import { detectPrismaVersion } from '@/lib/document/prisma-version'
import type { PrismaSchemaEngine } from '@/lib/engines/prisma-schema/main'
import { EngineCrash } from '@/lib/engines/worker-client'
import type { FacetState } from './state'
import type { FacetStore } from './store'
import { whenDrawn } from './when-drawn'

/** The Prisma version that the open design is checked against. */
export function prismaVersionOf({ document }: Pick<FacetState, 'document'>): PrismaVersion {
  return document.prismaVersion ?? detectPrismaVersion(document.graph)
}

export interface Validator {
  /** Checks the text as it is once more, for when the engine could not. Never rejects. */
  checkAgain(): Promise<void>
  /** Stops checking, and leaves the engine to whoever made it. */
  stop(): void
}

/** Starts checking. */
export function startValidation(
  store: FacetStore,
  engine: Pick<PrismaSchemaEngine, 'lint'>,
): Validator {
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
    const lint = () => engine.lint(prismaVersion, files)
    try {
      const diagnostics =
        files.length === 0
          ? []
          : await lint().catch((error: unknown) => {
              if (isCurrent() && mayPass(error)) return lint()
              throw error
            })
      if (diagnostics === 'superseded' || !isCurrent()) return
      state.actions.setValidation({ state: 'checked', diagnostics })
    } catch {
      // It starts anew with the next change.
      if (isCurrent()) state.actions.setValidation({ state: 'unavailable', diagnostics: [] })
    }
  }

  const unsubscribe = store.subscribe((state, before) => {
    const hasChanged =
      isStarted &&
      (state.document.version !== before.document.version ||
        state.document.prismaVersion !== before.document.prismaVersion)
    if (hasChanged) void check()
  })
  // The engine is large: the diagram comes first.
  const stopWaiting = whenDrawn(store, () => {
    isStarted = true
    void check()
  })
  return {
    checkAgain: check,
    stop() {
      isStopped = true
      stopWaiting()
      unsubscribe()
    },
  }
}

/**
 * Whether a fresh engine may well answer the same question: not when it could not be loaded a
 * moment ago, nor when the text keeps it busy for ever.
 */
function mayPass(error: unknown): boolean {
  return error instanceof EngineCrash && (error.reason === 'panic' || error.reason === 'error')
}

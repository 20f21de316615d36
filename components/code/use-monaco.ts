'use client'

import { useCallback, useEffect, useState } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { whenDrawn } from '@/lib/store/when-drawn'
import type { Monaco } from './monaco'

export interface MonacoLoading {
  /** The editor library, with the part of ours that needs it; `null` until it is loaded. */
  readonly loaded: LoadedMonaco | null
  readonly hasFailed: boolean
  retry(): void
}

export interface LoadedMonaco {
  readonly monaco: Monaco
  readonly SchemaEditorView: typeof import('./schema-editor-view').SchemaEditorView
  readonly createSqlEditor: typeof import('./sql-editor').createSqlEditor
}

/** Loads the editor once the diagram has been painted; nothing ever waits for it. */
export function useMonaco(): MonacoLoading {
  const store = useFacetStore()
  const [loaded, setLoaded] = useState<LoadedMonaco | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: Another attempt is another effect.
  useEffect(() => {
    let isWanted = true
    const cancel = whenDrawn(store, () => {
      loadMonaco().then(
        (result) => isWanted && setLoaded(result),
        () => isWanted && setFailed(true),
      )
    })
    return () => {
      isWanted = false
      cancel()
    }
  }, [attempt, store])

  const retry = useCallback(() => {
    setFailed(false)
    setAttempt((count) => count + 1)
  }, [])
  return { loaded, hasFailed, retry }
}

async function loadMonaco(): Promise<LoadedMonaco> {
  const [{ monaco }, { SchemaEditorView }, { createSqlEditor }] = await Promise.all([
    import('./monaco'),
    import('./schema-editor-view'),
    import('./sql-editor'),
    // Measured with another typeface, the cursor would stand beside the text.
    document.fonts.load('13px "GeistMono"'),
  ])
  return { monaco, SchemaEditorView, createSqlEditor }
}

'use client'

import { useEffect, useLayoutEffect } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { loadPreferences, savePreferences } from './preferences'
import { isNarrow, useIsNarrow } from './use-window'

/**
 * Opens and closes the panes at the sides as the person left them. In a narrow window they lie over
 * the diagram, so there they start closed, only one is open at a time, and nothing is remembered.
 */
export function usePanes(): void {
  const store = useFacetStore()
  const narrow = useIsNarrow()

  useLayoutEffect(() => {
    const { actions } = store.getState()
    const { isExplorerOpen, isCodeOpen } = loadPreferences()
    actions.setExplorerOpen(isExplorerOpen && !narrow)
    actions.setCodeOpen(isCodeOpen && !narrow)
  }, [store, narrow])

  useEffect(
    () =>
      store.subscribe((state, before) => {
        const { isExplorerOpen, isCodeOpen } = state
        if (isExplorerOpen === before.isExplorerOpen && isCodeOpen === before.isCodeOpen) return
        if (!isNarrow()) {
          savePreferences({ isExplorerOpen, isCodeOpen })
        } else if (isExplorerOpen && isCodeOpen) {
          if (before.isCodeOpen) state.actions.setCodeOpen(false)
          else state.actions.setExplorerOpen(false)
        }
      }),
    [store],
  )
}

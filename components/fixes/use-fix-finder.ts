'use client'

import { useCallback } from 'react'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FixFinder } from './fix'

/** Fetches what finds fixes: all commands and the words of the engine, so not before it is asked. */
export function fetchFixFinder() {
  return Promise.all([import('./fixes'), import('@/lib/lint/quick-fixes')])
}

/** Finds fixes for the problems and hints of the open design; rejects without a network at first. */
export function useFixFinder(): FixFinder {
  const store = useFacetStore()
  const checker = useServices()?.checker ?? null
  return useCallback(
    async (finding) => {
      const [{ createFixFinder }, { quickFixes }] = await fetchFixFinder()
      return await createFixFinder({ store, checker, fixesFor: quickFixes })(finding)
    },
    [store, checker],
  )
}

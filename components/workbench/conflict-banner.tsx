'use client'

import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFacet } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'

const selectSaveState = (state: FacetState) => state.saveState

/** Two tabs changed one design: nothing is saved until the person chooses. */
export function ConflictBanner() {
  const saveState = useFacet(selectSaveState)
  const services = useServices()
  const [isBusy, setBusy] = useState(false)
  if (saveState !== 'conflict') return null

  const resolve = async (keep: 'mine' | 'theirs') => {
    setBusy(true)
    await services?.resolveConflict(keep)
    setBusy(false)
  }
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-warning-subtle px-3 py-1.5"
    >
      <TriangleAlert className="text-warning" />
      <p className="min-w-48 flex-1">
        <span className="font-medium">This design was changed in another tab.</span>{' '}
        <span className="text-muted">Your changes here are not saved until you choose.</span>
      </p>
      <div className="flex gap-2">
        <Button size="sm" aria-disabled={isBusy} onClick={() => resolve('theirs')}>
          Load that version
        </Button>
        <Button size="sm" aria-disabled={isBusy} onClick={() => resolve('mine')}>
          Keep mine as a copy
        </Button>
      </div>
    </div>
  )
}

'use client'

import { useEffect, useMemo, useState } from 'react'
import { useBaseline } from '@/components/code/use-baseline'
import { useLoadMigrations } from '@/components/code/use-load-migrations'
import { type BaselineState, filesOf } from '@/lib/store/baseline'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { createTrial, type Trial, type TrialSubject } from './trial'
import type { TriedProvider } from './trial-pane'

const selectFiles = (state: FacetState) => state.document.files
const selectDesignId = (state: FacetState) => state.designId
const selectBaseline = (state: BaselineState) => state.baseline

export interface OpenTrial {
  readonly trial: Trial
  /** The design as it is now. */
  readonly subject: TrialSubject
}

/** A trial of the open design, begun at once and ended with the component. */
export function useTrial(provider: TriedProvider): OpenTrial {
  const files = useFacet(selectFiles)
  const designId = useFacet(selectDesignId)
  const baseline = useBaseline(selectBaseline)
  const loadMigrations = useLoadMigrations()
  const subject = useMemo(
    () => ({ provider, files: filesOf(files), baseline, designId }),
    [provider, files, baseline, designId],
  )
  const [trial] = useState(() =>
    createTrial({
      loadMigrations,
      async connect(provider, extensions) {
        const { createDatabase } = await import('@/lib/engines/database/main')
        // Whoever asked is told of a crash; nobody else needs to know.
        return createDatabase(provider, () => {}, extensions)
      },
      now: () => Date.now(),
    }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: It begins once; later changes are offered.
  useEffect(() => {
    trial.begin(subject)
    return () => trial.close()
  }, [trial])
  return { trial, subject }
}

/** Whether the design is another than the one that is in the database. */
export function hasChanged(made: TrialSubject | null, now: TrialSubject): boolean {
  if (made === null || made === now) return false
  if (made.designId !== now.designId || made.baseline !== now.baseline) return true
  if (made.files.length !== now.files.length) return true
  return made.files.some(({ path, text }, at) => {
    const file = now.files[at]
    return file?.path !== path || file.text !== text
  })
}

'use client'

import dynamic from 'next/dynamic'
import { useStore } from 'zustand'
import { ResizablePane } from '@/components/ui/resizable'
import { Spinner } from '@/components/ui/spinner'
import { loadPreferences, savePreferences } from '@/components/workbench/preferences'
import { useIsNarrow } from '@/components/workbench/use-window'
import { useFacetStore } from '@/lib/store/provider'
import { closeTrial, trialPaneOf } from './trial-pane'

/** All that a trial needs comes when there is one. */
const DatabasePanel = dynamic(
  () => import('./database-panel').then((module) => module.DatabasePanel),
  { ssr: false, loading: () => <Opening /> },
)

/** The database that the design is tried in, below the diagram; in a small window, over everything. */
export function DatabasePane() {
  const store = useFacetStore()
  const { provider, insteadOf } = useStore(trialPaneOf(store))
  const isNarrow = useIsNarrow()
  if (provider === null) return null
  const panel = (
    <DatabasePanel
      key={provider}
      provider={provider}
      insteadOf={insteadOf}
      onClose={() => closeTrial(store)}
    />
  )
  if (isNarrow) {
    // The status line stays in view.
    return (
      <div className="fixed inset-x-0 top-0 bottom-7 z-30 flex animate-appear flex-col bg-surface">
        {panel}
      </div>
    )
  }
  return (
    <ResizablePane
      side="bottom"
      label="Resize database"
      defaultSize={loadPreferences().databaseHeight}
      minSize={220}
      maxSize={1200}
      onResizeEnd={(databaseHeight) => savePreferences({ databaseHeight })}
      onCollapse={() => closeTrial(store)}
    >
      {panel}
    </ResizablePane>
  )
}

function Opening() {
  return (
    <p role="status" className="flex items-center gap-2 p-3 text-muted">
      <Spinner />
      Opening…
    </p>
  )
}

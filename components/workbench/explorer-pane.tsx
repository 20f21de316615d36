'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Explorer } from '@/components/explorer/explorer'
import { InspectorHeader } from '@/components/inspector/inspector-header'
import { ResizablePane } from '@/components/ui/resizable'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { OverlayPane } from './overlay-pane'
import { loadPreferences, savePreferences } from './preferences'
import { useIsDrawn } from './use-is-drawn'
import { useIsMounted, useIsNarrow } from './use-window'

/** Nothing is selected at first, so it can come after the diagram. */
const Inspector = dynamic(
  () => import('@/components/inspector/inspector').then((module) => module.Inspector),
  { ssr: false },
)

const selectOpen = (state: FacetState) => state.isExplorerOpen

/** The list of blocks, and under it what is selected. */
export function ExplorerPane() {
  const isOpen = useFacet(selectOpen)
  const isMounted = useIsMounted()
  const isNarrow = useIsNarrow()
  const actions = useActions()

  if (!isMounted) {
    return <div className="w-(--explorer-width,264px) shrink-0 border-r bg-surface" />
  }
  if (!isOpen) return null
  if (isNarrow) {
    return (
      <OverlayPane side="left" label="Explorer" onClose={() => actions.setExplorerOpen(false)}>
        <Contents onGone={() => actions.setExplorerOpen(false)} />
      </OverlayPane>
    )
  }
  return (
    <ResizablePane
      side="left"
      label="Resize explorer"
      defaultSize={loadPreferences().explorerWidth}
      minSize={200}
      maxSize={480}
      onResizeEnd={(explorerWidth) => savePreferences({ explorerWidth })}
      onCollapse={() => actions.setExplorerOpen(false)}
    >
      <Contents />
    </ResizablePane>
  )
}

function Contents({ onGone }: { onGone?: () => void }) {
  const [isInspectorOpen, setInspectorOpen] = useState(() => loadPreferences().isInspectorOpen)
  const isDrawn = useIsDrawn()
  const toggle = () => {
    savePreferences({ isInspectorOpen: !isInspectorOpen })
    setInspectorOpen(!isInspectorOpen)
  }

  return (
    <>
      <aside aria-label="Explorer" className="flex min-h-0 flex-1 flex-col">
        <Explorer onGone={onGone} />
      </aside>
      {isInspectorOpen ? (
        <ResizablePane
          side="bottom"
          label="Resize inspector"
          defaultSize={loadPreferences().inspectorHeight}
          minSize={120}
          maxSize={720}
          onResizeEnd={(inspectorHeight) => savePreferences({ inspectorHeight })}
          onCollapse={toggle}
        >
          <aside aria-label="Inspector" className="flex min-h-0 flex-1 flex-col">
            <InspectorHeader isOpen onToggle={toggle} />
            {isDrawn && <Inspector />}
          </aside>
        </ResizablePane>
      ) : (
        <aside aria-label="Inspector" className="shrink-0 border-t">
          <InspectorHeader isOpen={false} onToggle={toggle} />
        </aside>
      )}
    </>
  )
}

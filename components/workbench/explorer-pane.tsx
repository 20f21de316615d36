'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { Explorer } from '@/components/explorer/explorer'
import { INSPECTOR_ATTRIBUTE, onInspectorWanted } from '@/components/inspector/focus-inspector'
import { InspectorHeader } from '@/components/inspector/inspector-header'
import { ResizablePane } from '@/components/ui/resizable'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { OverlayPane } from './overlay-pane'
import { loadPreferences, savePreferences } from './preferences'
import { useIsDrawn } from './use-is-drawn'
import { useIsMounted, useIsNarrow, useIsShort } from './use-window'

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

  useEffect(() => onInspectorWanted(() => actions.setExplorerOpen(true)), [actions])

  if (!isMounted) {
    return <div className="w-(--explorer-width,304px) shrink-0 border-r bg-surface" />
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
      maxSize={640}
      onResizeEnd={(explorerWidth) => savePreferences({ explorerWidth })}
      onCollapse={() => actions.setExplorerOpen(false)}
    >
      <Contents />
    </ResizablePane>
  )
}

const INSPECTOR = { 'aria-label': 'Inspector', [INSPECTOR_ATTRIBUTE]: '' }

function Contents({ onGone }: { onGone?: () => void }) {
  const isShort = useIsShort()
  const [isInspectorOpen, setInspectorOpen] = useInspectorOpen(isShort)
  const isDrawn = useIsDrawn()
  const toggle = () => setInspectorOpen(!isInspectorOpen)

  const explorer = (
    <aside aria-label="Explorer" className="flex min-h-0 flex-1 flex-col">
      <Explorer onGone={onGone} />
    </aside>
  )
  if (!isInspectorOpen) {
    return (
      <>
        {explorer}
        <aside {...INSPECTOR} className="shrink-0 border-t">
          <InspectorHeader isOpen={false} onToggle={toggle} />
        </aside>
      </>
    )
  }
  const inspector = (
    <aside {...INSPECTOR} className="flex min-h-0 flex-1 flex-col">
      <InspectorHeader isOpen onToggle={toggle} />
      {isDrawn && <Inspector />}
    </aside>
  )
  if (isShort) return inspector
  return (
    <>
      {explorer}
      <ResizablePane
        side="bottom"
        label="Resize inspector"
        defaultSize={loadPreferences().inspectorHeight}
        minSize={160}
        maxSize={1200}
        onResizeEnd={(inspectorHeight) => savePreferences({ inspectorHeight })}
        onCollapse={toggle}
      >
        {inspector}
      </ResizablePane>
    </>
  )
}

/**
 * Whether the inspector is open, as it was left. In a short window, where it takes the place of the
 * explorer, it opens only when asked for, and that is not remembered.
 */
function useInspectorOpen(isShort: boolean) {
  const [isOpen, setOpen] = useState(() => loadPreferences().isInspectorOpen)
  const [isOpenInShort, setOpenInShort] = useState(false)
  const change = (next: boolean) => {
    if (isShort) {
      setOpenInShort(next)
    } else {
      savePreferences({ isInspectorOpen: next })
      setOpen(next)
    }
  }
  useEffect(
    () =>
      onInspectorWanted(() => {
        setOpen(true)
        setOpenInShort(true)
      }),
    [],
  )
  return [isShort ? isOpenInShort : isOpen, change] as const
}

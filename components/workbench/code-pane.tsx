'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { ResizablePane } from '@/components/ui/resizable'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { OverlayPane } from './overlay-pane'
import { loadPreferences, savePreferences } from './preferences'
import { useIsDrawn } from './use-is-drawn'
import { useIsMounted, useIsNarrow } from './use-window'

/** The diagram comes first: nothing of the code side is needed for it to be drawn. */
const CodeSide = dynamic(
  () => import('@/components/code/code-side').then((module) => module.CodeSide),
  { ssr: false },
)

const selectOpen = (state: FacetState) => state.isCodeOpen

/** The code side. Once it has been open it stays on the page, so that its cursor is not lost. */
export function CodePane() {
  const isOpen = useFacet(selectOpen)
  const isMounted = useIsMounted()
  const isNarrow = useIsNarrow()
  const isDrawn = useIsDrawn()
  const actions = useActions()
  const [wasOpen, setWasOpen] = useState(false)
  if (isMounted && isOpen && !wasOpen) setWasOpen(true)

  if (!isMounted) {
    return <div className="w-(--code-width,440px) shrink-0 border-l bg-surface" />
  }
  if (isNarrow) {
    return isOpen ? (
      <OverlayPane side="right" label="Code" onClose={() => actions.setCodeOpen(false)}>
        <aside aria-label="Code" className="flex min-h-0 flex-1 flex-col">
          {isDrawn && <CodeSide />}
        </aside>
      </OverlayPane>
    ) : null
  }
  if (!isOpen && !wasOpen) return null
  return (
    <ResizablePane
      side="right"
      label="Resize code"
      defaultSize={loadPreferences().codeWidth}
      minSize={300}
      maxSize={1100}
      onResizeEnd={(codeWidth) => savePreferences({ codeWidth })}
      onCollapse={() => actions.setCodeOpen(false)}
      className={cn(!isOpen && 'hidden')}
    >
      <aside aria-label="Code" className="flex min-h-0 flex-1 flex-col">
        {isDrawn && <CodeSide />}
      </aside>
    </ResizablePane>
  )
}

'use client'

/** Which of the named views is shown, and what can be done with them. */

import { ChevronDown } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { MENUS } from '@/components/menus/menu-chunk'
import { LateDropdownMenu } from '@/components/ui/late-menu'
import type { NamedView } from '@/lib/document/diagram'
import { isDrawn } from '@/lib/schema/graph'
import { viewById } from '@/lib/store/board'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { renameShownView } from './view-actions'

export function ViewSwitcher() {
  const view = useFacet(shownView)
  const [isRenaming, setRenaming] = useState(false)
  const triggerRef = useRef<HTMLButtonElement>(null)
  const hasBlocks = useFacet(({ document }) =>
    document.graph.blocks.some(({ kind }) => isDrawn(kind)),
  )
  if (!hasBlocks && !view) return null
  return (
    <div className="canvas-views">
      {isRenaming && view ? (
        <ViewNameEditor
          view={view}
          onClose={() => {
            setRenaming(false)
            requestAnimationFrame(() => triggerRef.current?.focus())
          }}
        />
      ) : (
        <LateDropdownMenu
          late={MENUS}
          render={({ ViewSwitcherItems }, trigger) => (
            <ViewSwitcherItems
              trigger={trigger}
              view={view}
              whole={WHOLE}
              // The menu gives the focus back when it has closed; the input must come after.
              onRename={() =>
                requestAnimationFrame(() => requestAnimationFrame(() => setRenaming(true)))
              }
            />
          )}
        >
          <button ref={triggerRef} type="button" className="canvas-view-trigger">
            <span className="sr-only">View: </span>
            <span className="canvas-view-name">{view?.name ?? WHOLE}</span>
            <ChevronDown aria-hidden="true" />
          </button>
        </LateDropdownMenu>
      )}
    </div>
  )
}

const WHOLE = 'All models'

function shownView({ document, viewId }: FacetState): NamedView | null {
  return viewById(document.diagram.views, viewId)
}

function ViewNameEditor({ view, onClose }: { readonly view: NamedView; onClose(): void }) {
  const store = useFacetStore()
  const ref = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(view.name)

  useLayoutEffect(() => {
    ref.current?.focus()
    ref.current?.select()
  }, [])

  const close = (isKept: boolean) => {
    if (isDone.current) return
    isDone.current = true
    if (isKept) renameShownView(store, value.trim())
    onClose()
  }

  return (
    <input
      ref={ref}
      aria-label="View name"
      autoComplete="off"
      maxLength={100}
      className="canvas-view-input"
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter' || event.key === 'Escape') close(event.key === 'Enter')
      }}
    />
  )
}

'use client'

/** Which of the named views is shown, and what can be done with them. */

import { ChevronDown, Copy, ListPlus, PencilLine, Plus, Trash2 } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { NamedView } from '@/lib/document/diagram'
import { isDrawn } from '@/lib/schema/graph'
import { shownBoard, viewById } from '@/lib/store/board'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import {
  addSelectionToView,
  createView,
  deleteView,
  duplicateShownView,
  renameShownView,
} from './view-actions'

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
        <DropdownMenu>
          <DropdownMenuTrigger ref={triggerRef} className="canvas-view-trigger">
            <span className="sr-only">View: </span>
            <span className="canvas-view-name">{view?.name ?? WHOLE}</span>
            <ChevronDown aria-hidden="true" />
          </DropdownMenuTrigger>
          <DropdownMenuContent aria-label="Views" className="nokey w-64">
            <ViewItems
              view={view}
              // The menu gives the focus back when it has closed; the input must come after.
              onRename={() =>
                requestAnimationFrame(() => requestAnimationFrame(() => setRenaming(true)))
              }
            />
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  )
}

const WHOLE = 'All models'

function shownView({ document, viewId }: FacetState): NamedView | null {
  return viewById(document.diagram.views, viewId)
}

function ViewItems({ view, onRename }: { readonly view: NamedView | null; onRename(): void }) {
  const store = useFacetStore()
  const actions = useActions()
  const views = useFacet(({ document }) => document.diagram.views)
  const graph = useFacet(({ document }) => document.graph)
  const hidden = useFacet(({ document }) => document.diagram.hidden)
  const selected = useFacet(({ selection }) => selection.blockIds)
  const isFocused = useFacet((state) => shownBoard(state).kind === 'focus')
  const all = graph.blocks.filter(({ id, kind }) => isDrawn(kind) && !hidden.has(id)).length
  const canAdd = view !== null && selected.some((id) => !view.blockIds.includes(id))
  return (
    <>
      <DropdownMenuRadioGroup
        {...(isFocused ? {} : { value: view?.id ?? '' })}
        onValueChange={(id) => actions.showView(id === '' ? null : id)}
      >
        <DropdownMenuRadioItem value="">
          <ViewItem name={WHOLE} count={all} />
        </DropdownMenuRadioItem>
        {views.map(({ id, name, blockIds }) => (
          <DropdownMenuRadioItem key={id} value={id}>
            <ViewItem
              name={name}
              count={blockIds.filter((blockId) => graph.blockById.has(blockId)).length}
            />
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuItem
        icon={<Plus />}
        onSelect={() => {
          createView(store)
          onRename()
        }}
      >
        {selected.length > 0 ? 'New view from selection' : 'New view of what is shown'}
      </DropdownMenuItem>
      {view && (
        <>
          <DropdownMenuItem
            icon={<ListPlus />}
            disabled={!canAdd}
            onSelect={() => addSelectionToView(store, view.id)}
          >
            Add selection to this view
          </DropdownMenuItem>
          <DropdownMenuItem icon={<PencilLine />} onSelect={onRename}>
            Rename
          </DropdownMenuItem>
          <DropdownMenuItem icon={<Copy />} onSelect={() => duplicateShownView(store)}>
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem
            icon={<Trash2 />}
            tone="danger"
            onSelect={() => deleteView(store, view.id)}
          >
            Delete view
          </DropdownMenuItem>
        </>
      )}
    </>
  )
}

function ViewItem({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="text-faint tabular-nums">{count}</span>
    </>
  )
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

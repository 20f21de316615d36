'use client'

import { Copy, ListPlus, PencilLine, Plus, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'
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
import { shownBoard } from '@/lib/store/board'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { addSelectionToView, createView, deleteView, duplicateShownView } from './view-actions'

interface ViewSwitcherItemsProps {
  readonly trigger: ReactElement
  readonly view: NamedView | null
  /** What the whole diagram is called. */
  readonly whole: string
  onRename(): void
}

export function ViewSwitcherItems({ trigger, ...props }: ViewSwitcherItemsProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent aria-label="Views" className="nokey w-64">
        <ViewItems {...props} />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

function ViewItems({ view, whole, onRename }: Omit<ViewSwitcherItemsProps, 'trigger'>) {
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
          <ViewItem name={whole} count={all} />
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

'use client'

/** What the menu of a block offers for reading: focus, isolate, path, collapse, hide. */

import { ChevronsDownUp, EyeOff, Focus, Group, Route } from 'lucide-react'
import { ContextMenuItem, ContextMenuSeparator } from '@/components/ui/context-menu'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { focusSelection } from './focusing'
import { findPathFromSelection } from './pathing'
import { hideSelection, toggleCollapse } from './reading'

export function ReadingItems({ blockId }: { readonly blockId: BlockId }) {
  const store = useFacetStore()
  const isCollapsed = useFacet(({ document }) => document.diagram.collapsed.has(blockId))
  const isTable = useFacet(({ document }) => {
    const kind = document.graph.blockById.get(blockId)?.kind
    return kind === 'model' || kind === 'view'
  })
  const count = useFacet(({ selection }) => selection.blockIds.length)
  return (
    <>
      <ContextMenuSeparator />
      <ContextMenuItem icon={<Focus />} shortcut="f" onSelect={() => void focusSelection(store, 1)}>
        Focus
      </ContextMenuItem>
      <ContextMenuItem
        icon={<Group />}
        shortcut="i"
        onSelect={() => void focusSelection(store, null)}
      >
        Isolate selection
      </ContextMenuItem>
      {isTable && count <= 2 && (
        <ContextMenuItem icon={<Route />} onSelect={() => findPathFromSelection(store)}>
          {count === 2 ? 'Find path' : 'Find path to…'}
        </ContextMenuItem>
      )}
      <ContextMenuItem
        icon={<ChevronsDownUp />}
        shortcut="c"
        onSelect={() => void toggleCollapse(store, store.getState().selection.blockIds)}
      >
        {isCollapsed ? 'Expand' : 'Collapse'}
      </ContextMenuItem>
      <ContextMenuItem icon={<EyeOff />} shortcut="h" onSelect={() => void hideSelection(store)}>
        Hide
      </ContextMenuItem>
    </>
  )
}

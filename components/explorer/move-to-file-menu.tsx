'use client'

import { FileSymlink } from 'lucide-react'
import { withEditing } from '@/components/canvas/editing-chunk'
import {
  ContextMenuItem,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
} from '@/components/ui/context-menu'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'

const selectFiles = (state: FacetState) => state.document.files

/** Moves a block, or the selection that it is in, to another file; nothing where there is one. */
export function MoveToFileMenu({ blockId }: { readonly blockId: BlockId }) {
  const store = useFacetStore()
  const files = useFacet(selectFiles)
  const own = useFacet(({ document }) => document.graph.blockById.get(blockId)?.path)
  if (files.size < 2) return null
  return (
    <ContextMenuSub>
      <ContextMenuSubTrigger icon={<FileSymlink />}>Move to file</ContextMenuSubTrigger>
      <ContextMenuSubContent className="nokey max-h-80 overflow-y-auto">
        {[...files.keys()].map((path) => (
          <ContextMenuItem
            key={path}
            className="font-mono"
            disabled={path === own}
            onSelect={() => {
              const { blockIds } = store.getState().selection
              const moved = blockIds.includes(blockId) ? blockIds : [blockId]
              withEditing(store, ({ moveBlocksTo }) => moveBlocksTo(store, moved, path))
            }}
          >
            {path}
          </ContextMenuItem>
        ))}
      </ContextMenuSubContent>
    </ContextMenuSub>
  )
}

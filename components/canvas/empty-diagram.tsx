'use client'

import { ClipboardPaste, DatabaseZap, FolderOpen, FolderSync, Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { isDrawn } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { withEditing } from './editing-chunk'

function isEmpty({ document }: FacetState): boolean {
  return !document.graph.blocks.some(({ kind }) => isDrawn(kind))
}

/** What the diagram says when there is nothing to draw. */
export function EmptyDiagram({
  onOpenFiles,
  onOpenFolder,
}: {
  readonly onOpenFiles?: (() => void) | undefined
  readonly onOpenFolder?: (() => void) | undefined
}) {
  const store = useFacetStore()
  const { setDialog } = useActions()
  if (!useFacet(isEmpty)) return null
  return (
    <div className="canvas-empty">
      <EmptyState
        title="Nothing here yet"
        description="Double-click anywhere to draw a model, or bring a schema."
        actions={
          <>
            <Button
              variant="primary"
              onClick={() =>
                withEditing(store, ({ addBlockAt }) => addBlockAt(store, 'model', { x: 0, y: 0 }))
              }
            >
              <Plus />
              Add a model
            </Button>
            {onOpenFiles && (
              <Button onClick={onOpenFiles}>
                <FolderOpen />
                Open files
              </Button>
            )}
            {onOpenFolder && (
              <Button onClick={onOpenFolder}>
                <FolderSync />
                Open folder
              </Button>
            )}
            <Button onClick={() => setDialog('paste')}>
              <ClipboardPaste />
              Paste schema
            </Button>
            <Button onClick={() => setDialog('new-for')}>
              <DatabaseZap />
              New design for…
            </Button>
          </>
        }
      />
    </div>
  )
}

'use client'

/** Dragging in the explorer: blocks onto files, files and folders onto folders. */

import { type DragEvent, useState } from 'react'
import { withEditing } from '@/components/canvas/editing-chunk'
import { folderOf } from '@/lib/document/file-paths'
import { filesAt } from '@/lib/document/file-steps'
import type { BlockId } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import type { FacetStore } from '@/lib/store/store'
import { dragAsType } from './drag-as-type'
import type { Row } from './explorer-rows'
import { isOfBlock } from './explorer-rows'
import { moveFilesTo } from './file-commands'
import { fileKey, folderKey } from './file-rows'

type Dragged =
  | { readonly kind: 'blocks'; readonly blockIds: readonly BlockId[] }
  | { readonly kind: 'path'; readonly path: string }

/** What is being dragged; the browser does not tell before it is dropped. */
let dragged: Dragged | null = null

const DATA = 'application/x-facet-explorer'

/** Lets a row be dragged. A block of a selection takes the others along. */
export function dragRow(store: FacetStore, row: Row) {
  if (row.kind === 'block') {
    const asType = dragAsType(row.block)
    return {
      draggable: true,
      onDragStart(event: DragEvent) {
        asType.onDragStart?.(event)
        const { blockIds } = store.getState().selection
        const { id } = row.block
        start(event, { kind: 'blocks', blockIds: blockIds.includes(id) ? blockIds : [id] })
      },
      onDragEnd() {
        asType.onDragEnd?.()
        dragged = null
      },
    }
  }
  if (row.kind !== 'file' && row.kind !== 'folder') return {}
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => start(event, { kind: 'path', path: row.path }),
    onDragEnd() {
      dragged = null
    },
  }
}

function start({ dataTransfer }: DragEvent, what: Dragged): void {
  dragged = what
  dataTransfer.setData(DATA, what.kind)
  dataTransfer.effectAllowed = 'all'
}

/** A file for blocks, or a folder for files, and the row that stands for it. */
interface Target {
  readonly path: string
  readonly key: string
}

/** Where a drop on the row would put what is dragged; `row` is missing below the last one. */
function targetOf(store: FacetStore, row: Row | undefined): Target | null {
  const { document } = store.getState()
  if (dragged?.kind === 'blocks') {
    const path = row?.kind === 'file' ? row.path : row && isOfBlock(row) ? row.block.path : null
    const isElsewhere = dragged.blockIds.some(
      (id) => document.graph.blockById.get(id)?.path !== path,
    )
    return path !== null && isElsewhere ? { path, key: fileKey(path) } : null
  }
  if (dragged?.kind !== 'path' || row?.kind === 'group') return null
  const { path } = dragged
  const folder = !row ? '' : row.kind === 'folder' ? row.path : folderOf(pathOf(row))
  const isThere = folder === folderOf(path) || folder === path || folder.startsWith(`${path}/`)
  return isThere || filesAt(document, path).length === 0
    ? null
    : { path: folder, key: folderKey(folder) }
}

function pathOf(row: Row): string {
  if (isOfBlock(row)) return row.block.path
  return row.kind === 'group' ? '' : row.path
}

/** Handlers for the tree, and the key of the row that a drop would go to. */
export function useTreeDrop(rowAt: (event: DragEvent) => Row | undefined) {
  const store = useFacetStore()
  const [dropKey, setDropKey] = useState<string | null>(null)
  return {
    dropKey,
    handlers: {
      onDragOver(event: DragEvent) {
        const target = targetOf(store, rowAt(event))
        setDropKey(target?.key ?? null)
        if (!target) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDragLeave(event: DragEvent) {
        const { currentTarget, relatedTarget } = event
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) {
          setDropKey(null)
        }
      },
      onDrop(event: DragEvent) {
        const target = targetOf(store, rowAt(event))
        setDropKey(null)
        if (!target || !dragged) return
        event.preventDefault()
        if (dragged.kind === 'blocks') {
          const { blockIds } = dragged
          withEditing(store, ({ moveBlocksTo }) => moveBlocksTo(store, blockIds, target.path))
        } else moveFilesTo(store, [dragged.path], target.path)
      },
    },
  }
}

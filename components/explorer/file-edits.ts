/** What can be done in the explorer by commands, which come after the diagram. */

import { offerUndo } from '@/components/canvas/offer-undo'
import { keepingSelection } from '@/components/inspector/run-or-refuse'
import { moveBlocksToFile } from '@/lib/commands/move-blocks-to-file'
import { deleteFiles } from '@/lib/document/delete-files'
import type { BlockId } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import { runOrRefuse } from './file-commands'

/** Deletes files with their blocks. */
export function removeFiles(store: FacetStore, paths: readonly string[]): void {
  runOrRefuse(store, deleteFiles(store.getState().document, paths))
}

/** Moves those of the blocks that are elsewhere to the end of a file. */
export function moveBlocksTo(store: FacetStore, blockIds: readonly BlockId[], path: string): void {
  const { actions, document } = store.getState()
  const moved = blockIds.filter((id) => document.graph.blockById.get(id)?.path !== path)
  if (moved.length === 0) return
  const result = keepingSelection(store, () =>
    actions.run(moveBlocksToFile, { blockIds: moved, path }),
  )
  if (result) offerUndo(store, result)
  else {
    const text = `This cannot be moved to ${path} before a block that is not closed is. Nothing was changed.`
    actions.notify({ kind: 'error', text })
  }
}

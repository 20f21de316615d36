'use client'

import { withEditing } from '@/components/canvas/editing-chunk'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { nameOf } from '@/lib/document/file-paths'
import { blocksIn } from '@/lib/document/file-steps'
import { useFacetStore } from '@/lib/store/provider'

interface DeleteFilesDialogProps {
  /** `null` while nothing is to be deleted. */
  paths: readonly string[] | null
  onDone(): void
}

/** Asks before files with blocks in them go. */
export function DeleteFilesDialog({ paths, onDone }: DeleteFilesDialogProps) {
  const store = useFacetStore()
  const { document } = store.getState()
  const asked = paths ?? []
  const blocks = blocksIn(document, new Set(asked))
  const what = asked.length === 1 ? nameOf(asked[0] ?? '') : `${asked.length} files`
  const names = blocks.slice(0, 5).map(({ name, kind }) => name || `a ${kind} without a name`)
  const shown =
    blocks.length > 5 ? `${names.join(', ')} and ${blocks.length - 5} more` : names.join(', ')
  return (
    <ConfirmDialog
      open={paths !== null}
      onOpenChange={(open) => {
        if (!open) onDone()
      }}
      title={`Delete ${what}?`}
      description={`${blocks.length === 1 ? 'Its block goes' : `The ${blocks.length} blocks in it go`} too: ${shown}. So do the relation fields in other files that point at them. Undo brings everything back.`}
      confirmLabel="Delete"
      onConfirm={() => withEditing(store, ({ removeFiles }) => removeFiles(store, asked))}
    />
  )
}

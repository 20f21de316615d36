'use client'

import { ConfirmDialog } from '@/components/ui/alert-dialog'
import type { FolderQuestion, FolderState } from '@/lib/store/folder-state'
import { useFolder } from './use-folder'

type Props = Omit<Extract<FolderQuestion, { kind: 'save' }>, 'kind'>

const selectTitle = (state: FolderState) => state.title

/** Asks before files come to be in the folder, or go from it. */
export function SaveDialog({ unsaved, answer }: Props) {
  const title = useFolder(selectTitle)
  const { changed, added, removed } = unsaved
  const verbs = [
    ...(added.length > 0 ? ['create'] : []),
    ...(removed.length > 0 ? ['delete'] : []),
  ].join(' and ')
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) answer(false)
      }}
      title={`Save to ${title}, and ${verbs} files?`}
      description={
        <div className="flex flex-col gap-2">
          <Files title="New" paths={added} />
          <Files title="Deleted" paths={removed} />
          <Files title="Changed" paths={changed} />
          {removed.length > 0 ? (
            <p>
              Deleted files are gone from the disk. Undo here and save again to write them anew.
            </p>
          ) : null}
        </div>
      }
      confirmLabel="Save"
      tone={removed.length > 0 ? 'danger' : 'primary'}
      onConfirm={() => answer(true)}
    />
  )
}

const SHOWN = 8

function Files({ title, paths }: { title: string; paths: readonly string[] }) {
  if (paths.length === 0) return null
  return (
    <div>
      <p className="font-medium text-fg">{title}</p>
      <ul>
        {paths.slice(0, SHOWN).map((path) => (
          <li key={path} className="truncate font-mono text-sm" title={path}>
            {path}
          </li>
        ))}
        {paths.length > SHOWN ? <li>and {paths.length - SHOWN} more</li> : null}
      </ul>
    </div>
  )
}

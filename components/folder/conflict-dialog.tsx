'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { FileConflict } from '@/lib/document/outside-changes'
import { type FolderState, folderStateOf } from '@/lib/store/folder-state'
import { useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { SideBySide } from './side-by-side'
import { useFolder } from './use-folder'

const selectConflicts = (state: FolderState) => state.conflicts

/** Shows files that were changed here and in the folder, and lets a person decide about each. */
export function ConflictDialog() {
  const store = useFacetStore()
  const services = useServices()
  const conflicts = useFolder(selectConflicts)
  const [path, setPath] = useState<string | null>(null)
  const conflict = conflicts.find((one) => one.path === path) ?? conflicts[0]
  if (!conflict) return null
  const resolve = (keep: 'mine' | 'theirs' | 'both') =>
    services?.folder.resolve(conflict.path, keep)

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) folderStateOf(store).setState({ question: null })
      }}
    >
      <DialogContent placement="top" className="max-w-260">
        <DialogHeader>
          <DialogTitle>Changed here and in the folder</DialogTitle>
          <DialogDescription>
            {sentence(conflict)} Neither version has been touched; nothing is saved to the folder
            until you choose.
          </DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-3">
          {conflicts.length > 1 ? (
            <Field label={`File (${conflicts.length} to decide about)`}>
              {({ id }) => (
                <Select
                  id={id}
                  value={conflict.path}
                  onChange={({ target }) => setPath(target.value)}
                >
                  {conflicts.map((one) => (
                    <option key={one.path}>{one.path}</option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
          <SideBySide mine={conflict.mine} theirs={conflict.theirs} />
        </DialogBody>
        <DialogFooter>
          {conflict.both === null ? null : (
            <Button className="mr-auto" onClick={() => resolve('both')}>
              Keep both, to edit
            </Button>
          )}
          <Button onClick={() => resolve('theirs')}>
            {conflict.theirs === null ? 'Delete it here too' : 'Take the folder’s version'}
          </Button>
          <Button onClick={() => resolve('mine')}>
            {conflict.mine === null ? 'Keep it deleted' : 'Keep my version'}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}

function sentence({ path, mine, theirs }: FileConflict): string {
  if (mine === null) return `${path} was deleted here, and changed in the folder.`
  if (theirs === null) return `${path} was changed here, and deleted in the folder.`
  return `${path} was changed on both sides, in the same lines.`
}

'use client'

import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import type { FolderQuestion } from '@/lib/store/folder-state'

type Props = Omit<Extract<FolderQuestion, { kind: 'schema' }>, 'kind'>

/** Asks which of several schemas in a folder to open. */
export function SchemaDialog({ folder, choices, answer }: Props) {
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) answer(null)
      }}
    >
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Which schema?</DialogTitle>
          <DialogDescription>
            There are several schemas in {folder}. Each is edited as a design of its own.
          </DialogDescription>
        </DialogHeader>
        <DialogBody className="pb-5">
          <ul aria-label="Schemas" className="flex flex-col gap-1">
            {choices.map((choice) => (
              <li key={choice.title}>
                <Button className="w-full justify-between gap-4" onClick={() => answer(choice)}>
                  <span className="truncate font-mono">{choice.title || folder}</span>
                  <span className="text-faint">
                    {choice.files.length === 1 ? '1 file' : `${choice.files.length} files`}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}

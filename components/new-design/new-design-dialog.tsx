'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { startingSchema } from '@/lib/interchange/systems/starting-schema'
import { type PrismaMajor, type SystemId, systemById } from '@/lib/interchange/systems/systems'
import { useServices } from '@/lib/store/services-provider'
import { SystemGrid } from './system-grid'
import { VersionChoice } from './version-choice'

interface NewDesignDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** Arrow keys and Enter are then enough. */
function focusChosen(event: Event): void {
  const chosen = (event.currentTarget as Element).querySelector<HTMLElement>('input:checked')
  if (!chosen) return
  event.preventDefault()
  chosen.focus()
}

/** A new design for a database or a hosted system, with the settings that it asks for. */
export function NewDesignDialog({ open, onOpenChange }: NewDesignDialogProps) {
  const returnFocus = useReturnFocus(open)
  const services = useServices()
  const [id, setId] = useState<SystemId>('postgresql')
  const [wanted, setWanted] = useState<PrismaMajor>(7)
  const [isBusy, setBusy] = useState(false)
  const system = systemById(id)
  const version = system.versions.includes(wanted) ? wanted : system.versions[0]!

  const create = async () => {
    if (isBusy) return
    setBusy(true)
    const isOpened = await services?.openDesign({
      name: 'Untitled schema',
      files: [{ path: 'schema.prisma', text: startingSchema(system, version) }],
      layout: { positions: {} },
      viewport: null,
      prismaVersion: null,
      system: id,
    })
    setBusy(false)
    // When it could not be opened, a message says why, and the choice is still here.
    if (isOpened) onOpenChange(false)
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg" onOpenAutoFocus={focusChosen} onCloseAutoFocus={returnFocus}>
        <form
          className="flex min-h-0 flex-1 flex-col"
          onSubmit={(event) => {
            event.preventDefault()
            void create()
          }}
        >
          <DialogHeader>
            <DialogTitle>New design for…</DialogTitle>
            <DialogDescription>
              It starts empty, with the right settings. The design that is open now stays among your
              recent designs.
            </DialogDescription>
          </DialogHeader>
          <DialogBody className="flex flex-col gap-3">
            <SystemGrid value={id} onValueChange={setId} />
            <ul
              aria-label={`About ${system.name}`}
              className="flex min-h-10 list-disc flex-col gap-0.5 pl-4 text-muted text-sm empty:hidden"
            >
              {system.notes.map((note) => (
                <li key={note}>{note.replaceAll('`', '')}</li>
              ))}
            </ul>
          </DialogBody>
          <DialogFooter className="items-end">
            <VersionChoice
              className="mr-auto"
              system={system}
              value={version}
              onValueChange={setWanted}
            />
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" loading={isBusy}>
              Create
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}

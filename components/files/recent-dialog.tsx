'use client'

import { FileClock, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Badge } from '@/components/ui/badge'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Spinner } from '@/components/ui/spinner'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { counted } from '@/components/workbench/validity'
import type { DesignSummary } from '@/lib/storage/design-storage'
import { useActions, useFacet } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'
import { relativeTime } from './relative-time'

interface RecentDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

const selectDesignId = (state: FacetState) => state.designId

/** The designs that this browser keeps: to open, or to delete. */
export function RecentDialog({ open, onOpenChange }: RecentDialogProps) {
  const returnFocus = useReturnFocus(open)
  const services = useServices()
  const actions = useActions()
  const currentId = useFacet(selectDesignId)
  /** `null` while they are being read. */
  const [designs, setDesigns] = useState<readonly DesignSummary[] | null>(null)
  const [doomed, setDoomed] = useState<DesignSummary | null>(null)

  const refresh = useCallback(async () => {
    if (services) setDesigns(await services.listDesigns())
  }, [services])
  useEffect(() => {
    if (open) void refresh()
  }, [open, refresh])

  const choose = async (id: string) => {
    onOpenChange(false)
    if (id !== currentId) await services?.openStored(id)
  }

  const remove = async ({ id, name }: DesignSummary) => {
    const stored = await services?.deleteDesign(id)
    await refresh()
    const undo = async () => {
      if (!stored) return
      await services?.restoreDesign(stored)
      actions.notify({ kind: 'status', text: `“${name}” is back among your recent designs.` })
      await refresh()
    }
    actions.notify({
      kind: 'status',
      text: `Deleted “${name}”.`,
      ...(stored && { action: { label: 'Undo', run: () => void undo() } }),
    })
  }

  return (
    <>
      <Dialog open={open} onOpenChange={onOpenChange}>
        <DialogContent onCloseAutoFocus={returnFocus}>
          <DialogHeader>
            <DialogTitle>Recent designs</DialogTitle>
            <DialogDescription>
              Kept in this browser only. Whatever you open, the design before it stays here.
            </DialogDescription>
          </DialogHeader>
          <DialogBody className="px-2.5 pb-3">
            {designs === null ? (
              <div className="flex justify-center p-8">
                <Spinner />
              </div>
            ) : designs.length === 0 ? (
              <EmptyState
                className="h-auto py-8"
                icon={<FileClock />}
                title="No designs yet"
                description="What you draw, open or change is kept here by itself."
              />
            ) : (
              <ul aria-label="Designs" className="flex flex-col">
                {designs.map((design) => (
                  <DesignItem
                    key={design.id}
                    design={design}
                    isCurrent={design.id === currentId}
                    onOpen={() => void choose(design.id)}
                    onDelete={() => setDoomed(design)}
                  />
                ))}
              </ul>
            )}
          </DialogBody>
        </DialogContent>
      </Dialog>
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setDoomed(null)
        }}
        title={`Delete “${doomed?.name ?? ''}”?`}
        description={
          doomed?.id === currentId
            ? 'It is removed from this browser, but stays open here as an unsaved copy.'
            : 'It is removed from this browser. Links that you shared keep working.'
        }
        confirmLabel="Delete"
        onConfirm={() => {
          if (doomed) void remove(doomed)
        }}
      />
    </>
  )
}

interface DesignItemProps {
  design: DesignSummary
  isCurrent: boolean
  onOpen(): void
  onDelete(): void
}

function DesignItem({ design, isCurrent, onOpen, onDelete }: DesignItemProps) {
  const { name, savedAt, fileCount, facts, damaged } = design
  const about = [
    relativeTime(savedAt, Date.now()),
    facts && counted(facts.blockCount, 'block'),
    fileCount > 1 && counted(fileCount, 'file'),
    facts?.provider,
  ].filter(Boolean)
  return (
    <li className="group flex items-center gap-1 rounded-md pr-1 hover:bg-hover">
      <button
        type="button"
        aria-current={isCurrent || undefined}
        onClick={onOpen}
        className="min-w-0 flex-1 rounded-md px-2.5 py-1.5 text-left focus-visible:-outline-offset-2"
      >
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{name || 'Untitled'}</span>
          {isCurrent ? <Badge tone="accent">Open</Badge> : null}
          {damaged ? <Badge tone="danger">Damaged</Badge> : null}
        </span>
        <span className="block truncate text-sm text-faint">{about.join(' · ')}</span>
      </button>
      <IconButton label={`Delete ${name || 'Untitled'}`} size="sm" onClick={onDelete}>
        <Trash2 />
      </IconButton>
    </li>
  )
}

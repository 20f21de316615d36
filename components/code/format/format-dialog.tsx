'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogClose, DialogFooter } from '@/components/ui/dialog'
import { Spinner } from '@/components/ui/spinner'
import { MenuDialog, type MenuDialogProps } from '@/components/workbench/menu-dialog'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'
import { FilesDiff } from './files-diff'
import type { FormattedFile } from './format-changes'
import { applyFormatting, type Formatting, fileCount, formattingOf } from './format-schema'

/** Shows what Prisma's formatter would change beyond spaces, before it does. */
export function FormatDialog(props: MenuDialogProps) {
  return (
    <MenuDialog
      {...props}
      title="Format the schema"
      description="Prisma’s formatter would change more than spaces here: it may add what it finds missing, or move comments. Nothing has been changed yet."
      size="lg"
      className="h-[44rem] max-w-280"
    >
      {(close) => <FormatPreview onDone={close} />}
    </MenuDialog>
  )
}

const selectVersion = (state: FacetState) => state.document.version

function FormatPreview({ onDone }: { onDone(): void }) {
  const store = useFacetStore()
  const actions = useActions()
  const services = useServices()
  const version = useFacet(selectVersion)
  const [formatting, setFormatting] = useState<Formatting | 'failed' | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: Another text is formatted anew.
  useEffect(() => {
    let isWanted = true
    if (!services) return
    formattingOf(store.getState(), services.checker).then(
      (result) => isWanted && setFormatting(result),
      () => isWanted && setFormatting('failed'),
    )
    return () => {
      isWanted = false
    }
  }, [store, services, version])

  const apply = () => {
    if (formatting === null || formatting === 'failed') return
    if (!applyFormatting(store, formatting)) return
    actions.notify({ kind: 'status', text: `Formatted ${fileCount(formatting.files.length)}` })
    onDone()
  }
  const files = formatting === null || formatting === 'failed' ? [] : formatting.files
  return (
    <>
      <DialogBody className="flex flex-col gap-3 overflow-hidden">
        <Preview formatting={formatting} files={files} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" disabled={files.length === 0} onClick={apply}>
          Apply
        </Button>
      </DialogFooter>
    </>
  )
}

function Preview({
  formatting,
  files,
}: {
  formatting: Formatting | 'failed' | null
  files: readonly FormattedFile[]
}) {
  if (formatting === null) return <Spinner />
  if (formatting === 'failed') {
    return <p>Prisma’s formatter is not running. Close this, and try again.</p>
  }
  if (files.length === 0) return <p>The schema is formatted already.</p>
  return <FilesDiff files={files} />
}

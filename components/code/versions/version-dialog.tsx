'use client'

import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { DialogBody, DialogClose, DialogFooter } from '@/components/ui/dialog'
import { MenuDialog, type MenuDialogProps } from '@/components/workbench/menu-dialog'
import type { PrismaVersion } from '@/lib/document/design'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { FilesDiff } from '../format/files-diff'
import { bringToVersion, planVersion } from './plan-version'

export function UpgradeDialog(props: MenuDialogProps) {
  return <VersionDialog {...props} target={7} title="Upgrade to Prisma 7" />
}

export function BackToPrisma6Dialog(props: MenuDialogProps) {
  return <VersionDialog {...props} target={6} title="Back to Prisma 6" />
}

/** Shows what the change of version would do to the text, before it does. */
function VersionDialog({
  target,
  title,
  ...props
}: MenuDialogProps & { target: PrismaVersion; title: string }) {
  return (
    <MenuDialog
      {...props}
      title={title}
      description="What would change in the schema. Nothing has been changed yet, and it can be undone."
      size="lg"
      className="max-h-[44rem] max-w-280"
    >
      {(close) => <VersionPreview target={target} onDone={close} />}
    </MenuDialog>
  )
}

const selectDocument = (state: FacetState) => state.document
const selectSystem = (state: FacetState) => state.system

function VersionPreview({ target, onDone }: { target: PrismaVersion; onDone(): void }) {
  const store = useFacetStore()
  const actions = useActions()
  const document = useFacet(selectDocument)
  const system = useFacet(selectSystem)
  const plan = useMemo(() => planVersion({ document, system }, target), [document, system, target])
  const apply = () => {
    if (bringToVersion(store, target)) onDone()
    else actions.notify({ kind: 'error', text: 'The schema has changed meanwhile. Look again.' })
  }
  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        {plan.kind === 'refused' ? (
          <p role="status">{plan.reason}</p>
        ) : (
          <>
            {plan.notes.length > 0 ? (
              <ul aria-label="What to know" className="list-disc space-y-1 pl-5 text-pretty">
                {plan.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : null}
            <div className="flex h-[24rem] min-h-40 flex-col gap-3">
              <FilesDiff files={plan.files} />
            </div>
          </>
        )}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>{plan.kind === 'refused' ? 'Close' : 'Cancel'}</Button>
        </DialogClose>
        {plan.kind === 'planned' ? (
          <Button variant="primary" onClick={apply}>
            Apply
          </Button>
        ) : null}
      </DialogFooter>
    </>
  )
}

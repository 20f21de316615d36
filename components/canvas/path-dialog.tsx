'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { DialogBody, DialogClose, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { MenuDialog, type MenuDialogProps } from '@/components/workbench/menu-dialog'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { showPath } from './pathing'

/** Asks between which two models to find a path; the selected one is the first. */
export function PathDialog(props: MenuDialogProps) {
  return (
    <MenuDialog
      {...props}
      title="Find a path"
      description="The shortest way from one model to another along their relations."
    >
      {(close) => <PathForm onDone={close} />}
    </MenuDialog>
  )
}

function PathForm({ onDone }: { onDone(): void }) {
  const store = useFacetStore()
  const graph = useFacet(({ document }) => document.graph)
  const selected = useFacet(({ selection }) => selection.blockIds[0])
  const options = useMemo(
    () =>
      graph.blocks
        .filter(({ kind }) => kind === 'model' || kind === 'view')
        .map(({ id, name }) => ({ value: id, label: name })),
    [graph],
  )
  const [fromId, setFromId] = useState(
    options.some(({ value }) => value === selected) ? selected : undefined,
  )
  const [toId, setToId] = useState<string>()
  const [problem, setProblem] = useState<string | null>(null)

  const find = () => {
    if (fromId === undefined || toId === undefined) {
      setProblem('Choose both models first.')
      return
    }
    const reason = showPath(store, fromId, toId)
    setProblem(reason)
    if (reason === null) onDone()
  }

  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <Field label="From">
          {({ id }) => (
            <Combobox
              id={id}
              label="From"
              placeholder="From…"
              monospace
              options={options}
              value={fromId}
              onValueChange={setFromId}
            />
          )}
        </Field>
        <Field label="To">
          {({ id }) => (
            <Combobox
              id={id}
              label="To"
              placeholder="To…"
              monospace
              options={options}
              value={toId}
              onValueChange={setToId}
            />
          )}
        </Field>
        {problem !== null && (
          <p role="alert" className="text-danger text-sm">
            {problem}
          </p>
        )}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button variant="primary" onClick={find}>
          Find path
        </Button>
      </DialogFooter>
    </>
  )
}

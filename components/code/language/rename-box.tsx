'use client'

import { type FormEvent, useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { editorSettings } from '../editor-settings'
import type { RenameRequest } from './rename'

/** Asks for the new name, beside the old one in the text. */
export function RenameBox({ request, onClose }: { request: RenameRequest; onClose(): void }) {
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => request.rectangle() } }),
    [request],
  )
  return (
    <Popover open onOpenChange={(open) => !open && onClose()}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        aria-label={`Rename ${request.name}`}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          request.done()
        }}
      >
        <RenameForm request={request} onClose={onClose} />
      </PopoverContent>
    </Popover>
  )
}

function RenameForm({ request, onClose }: { request: RenameRequest; onClose(): void }) {
  const [name, setName] = useState(request.name)
  const [keeps, setKeeps] = useState(() => editorSettings.read().keepsDatabaseNames)
  const [refusal, setRefusal] = useState<string | null>(null)
  const id = useId()
  const isChanged = name !== request.name
  const problem = refusal ?? (isChanged ? request.check(name, keeps) : null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const objection = isChanged ? request.submit(name, keeps) : null
    setRefusal(objection)
    if (objection === null) onClose()
  }
  const choose = (isKept: boolean) => {
    setKeeps(isKept)
    setRefusal(null)
    editorSettings.change({ keepsDatabaseNames: isKept })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field label="New name" hint={whereText(request)} error={problem ?? undefined}>
        {(field) => (
          <Input
            {...field}
            value={name}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setName(event.target.value)
              setRefusal(null)
            }}
          />
        )}
      </Field>
      {request.isInDatabase ? (
        <div className="flex min-h-6 items-center gap-2.5">
          <Checkbox id={id} checked={keeps} onCheckedChange={(value) => choose(value !== false)} />
          <Label htmlFor={id} className="font-normal text-text">
            Keep the name in the database (@map)
          </Label>
        </div>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button type="button" size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="sm" variant="primary" disabled={problem !== null}>
          Rename
        </Button>
      </div>
    </form>
  )
}

function whereText({ places, files }: RenameRequest): string {
  const named = places === 1 ? 'Named in 1 place' : `Named in ${places} places`
  return files > 1 ? `${named}, in ${files} files.` : `${named}.`
}

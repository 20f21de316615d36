'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { relativeTime } from '@/components/files/relative-time'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { earlierVersions } from '@/lib/document/earlier-versions'
import type { DesignSummary } from '@/lib/storage/design-storage'
import type { BaselineState } from '@/lib/store/baseline'
import { useFacet } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'
import { useBaselineChoice } from './baseline-choice'
import { useBaseline } from './use-baseline'

const selectHistory = (state: FacetState) => state.history
const selectDesignId = (state: FacetState) => state.designId
const selectOpened = (state: BaselineState) => state.opened
const selectLink = (state: BaselineState) => state.link

/** Earlier steps than these are found by undoing. */
const MAX_STEPS = 50

interface BaselineDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** The versions that a migration can start from. */
export function BaselineDialog({ open, onOpenChange }: BaselineDialogProps) {
  const opened = useBaseline(selectOpened)
  const link = useBaseline(selectLink)
  const earlier = earlierVersions(useFacet(selectHistory)).slice(0, MAX_STEPS)
  const designs = useOtherDesigns(open)
  const choice = useBaselineChoice(() => onOpenChange(false))
  const now = Date.now()
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>Choose a baseline</DialogTitle>
          <DialogDescription>
            The SQL will lead from there to the schema as it is now. It is remembered in this
            browser, and is in no link.
          </DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-4 pb-5">
          <Versions title="This design">
            {opened ? (
              <VersionButton label={opened.label} onClick={() => choice.take(opened)} />
            ) : null}
            {link ? <VersionButton label={link.label} onClick={() => choice.take(link)} /> : null}
            {earlier.map(({ label, time, steps }) => (
              <VersionButton
                key={steps}
                label={`Before “${label}”`}
                note={relativeTime(time, now)}
                onClick={() => choice.takeEarlier(label, steps)}
              />
            ))}
          </Versions>
          {designs.length > 0 ? (
            <Versions title="Designs in this browser">
              {designs.map(({ id, name, savedAt }) => (
                <VersionButton
                  key={id}
                  label={name}
                  note={relativeTime(savedAt, now)}
                  onClick={() => void choice.takeStored(id)}
                />
              ))}
            </Versions>
          ) : null}
          <FromOutside
            onFiles={(files) => void choice.takeFiles(files)}
            onText={choice.takeText}
            error={choice.error}
          />
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}

/** The designs of this browser but the open one, read anew whenever the dialog opens. */
function useOtherDesigns(isOpen: boolean): readonly DesignSummary[] {
  const services = useServices()
  const currentId = useFacet(selectDesignId)
  const [designs, setDesigns] = useState<readonly DesignSummary[]>([])
  useEffect(() => {
    let isWanted = isOpen
    if (isOpen) void services?.listDesigns().then((found) => isWanted && setDesigns(found))
    return () => {
      isWanted = false
    }
  }, [isOpen, services])
  return designs.filter(({ id, damaged }) => id !== currentId && !damaged)
}

function Versions({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      <ul className="mt-1 max-h-48 overflow-y-auto rounded-md border">{children}</ul>
    </section>
  )
}

interface VersionButtonProps {
  label: string
  note?: string
  onClick(): void
}

function VersionButton({ label, note, onClick }: VersionButtonProps) {
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        onClick={onClick}
        className="flex w-full items-baseline gap-3 px-3 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {note ? <span className="shrink-0 text-sm text-faint">{note}</span> : null}
      </button>
    </li>
  )
}

interface FromOutsideProps {
  onFiles(files: readonly File[]): void
  onText(text: string): void
  /** Why what was given cannot be used. */
  error: string | null
}

function FromOutside({ onFiles, onText, error }: FromOutsideProps) {
  const [text, setText] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-medium text-muted">Another schema</h3>
        <Button size="sm" onClick={() => picker.current?.click()}>
          Open files…
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept=".prisma,.zip,.json"
          aria-label="Baseline files"
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            // The same file chosen again is a change again.
            target.value = ''
            onFiles(files)
          }}
        />
      </div>
      <Field label="Or paste its text" error={error ?? undefined}>
        {(control) => (
          <Textarea
            {...control}
            value={text}
            spellCheck={false}
            className="field-sizing-fixed h-28 font-mono"
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button size="sm" className="self-end" onClick={() => onText(text)}>
        Use this text
      </Button>
    </section>
  )
}

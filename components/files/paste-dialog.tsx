'use client'

import { useRef, useState } from 'react'
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
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { textKind } from '@/lib/interchange/file-text'
import { useServices } from '@/lib/store/services-provider'

interface PasteDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** Opens schema text from the clipboard as a new design. */
export function PasteDialog({ open, onOpenChange }: PasteDialogProps) {
  const returnFocus = useReturnFocus(open)
  const services = useServices()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  const submit = async () => {
    if (text.trim() === '') {
      setError('Paste the text of a Prisma schema here first.')
      field.current?.focus()
      return
    }
    if (textKind(text) === 'other') {
      setError('There is no model, enum or other block of a Prisma schema in this text.')
      field.current?.focus()
      return
    }
    setBusy(true)
    const isOpened = await services?.openText(text)
    setBusy(false)
    // When it could not be opened, a message says why, and the text is still here.
    if (!isOpened) return
    setText('')
    onOpenChange(false)
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg" onCloseAutoFocus={returnFocus}>
        <DialogHeader>
          <DialogTitle>Open a pasted schema</DialogTitle>
          <DialogDescription>
            It opens as a new design. The one that is open now stays among your recent designs.
          </DialogDescription>
        </DialogHeader>
        <DialogBody>
          <Field label="Schema text" error={error}>
            {(control) => (
              <Textarea
                {...control}
                ref={field}
                value={text}
                autoFocus
                spellCheck={false}
                placeholder={'model User {\n  id    Int    @id\n  email String @unique\n}'}
                className="field-sizing-fixed h-72 max-h-[50dvh] font-mono"
                onChange={(event) => {
                  setText(event.target.value)
                  setError(null)
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit()
                }}
              />
            )}
          </Field>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" loading={isBusy} onClick={submit}>
            Open
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}

'use client'

import { Check, ClipboardCopy, Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { saveDownload } from '@/components/files/save-download'
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
import { Input } from '@/components/ui/input'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { SHARE_WARNING_LENGTH } from '@/lib/share/link'
import { useFacetStore } from '@/lib/store/provider'
import { designDownload, shareLink } from '@/lib/store/sending'

interface ShareDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** The link to the design as it is now, copied at once. */
export function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent onCloseAutoFocus={returnFocus}>
        <DialogHeader>
          <DialogTitle>Share this design</DialogTitle>
          <DialogDescription>
            Nothing is uploaded: the whole design is in the link, and only those who have the link
            can open it.
          </DialogDescription>
        </DialogHeader>
        <ShareLink />
      </DialogContent>
    </Dialog>
  )
}

/** Made anew each time the dialog opens, so that the link is never an old one. */
function ShareLink() {
  const store = useFacetStore()
  const [link] = useState(() => shareLink(store))
  const [copying, setCopying] = useState<'waiting' | 'copied' | 'refused'>('waiting')
  const input = useRef<HTMLInputElement>(null)
  const isLong = link.length > SHARE_WARNING_LENGTH

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopying('copied')
    } catch {
      setCopying('refused')
      input.current?.select()
    }
  }
  const copyOnce = useRef(copy)
  useEffect(() => void copyOnce.current(), [])

  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <Field
          label="Link"
          hint={`${link.length.toLocaleString('en')} characters. It opens as a copy; nobody changes yours.`}
        >
          {(control) => (
            <Input
              {...control}
              ref={input}
              readOnly
              value={link}
              className="font-mono text-sm"
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        {isLong ? (
          <div className="rounded-md bg-warning-subtle px-3 py-2 text-sm">
            <p className="font-medium text-warning">This link is long.</p>
            <p className="text-muted">
              Some mail and chat programs cut off links of more than{' '}
              {SHARE_WARNING_LENGTH.toLocaleString('en')} characters. A file always arrives whole;
              it is opened with File → Open files.
            </p>
          </div>
        ) : null}
      </DialogBody>
      <DialogFooter className="items-center">
        <p role="status" className="mr-auto flex items-center gap-1.5 text-sm">
          {copying === 'copied' ? (
            <>
              <Check className="size-3.5 text-success" />
              Link copied
            </>
          ) : copying === 'refused' ? (
            <span className="text-muted">The browser did not allow copying: copy it by hand.</span>
          ) : null}
        </p>
        <Button onClick={() => saveDownload(designDownload(store))}>
          <Download />
          {isLong ? 'Download a file instead' : 'Download as a file'}
        </Button>
        <Button variant="primary" onClick={copy}>
          <ClipboardCopy />
          Copy link
        </Button>
      </DialogFooter>
    </>
  )
}

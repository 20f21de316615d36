'use client'

import { type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useServices } from '@/lib/store/services-provider'

interface CheckerNoteProps {
  /** What has the focus once there is nothing to note any more. */
  next: RefObject<HTMLElement | null>
}

/** Says that the official engine cannot check the schema, and lets it try once more. */
export function CheckerNote({ next }: CheckerNoteProps) {
  const services = useServices()
  const [isTrying, setTrying] = useState(false)

  async function tryAgain() {
    if (!services || isTrying) return
    setTrying(true)
    await services.checkAgain()
    setTrying(false)
    // The button goes with the note, and what has the focus must not be nothing.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) next.current?.focus()
    })
  }
  return (
    <div className="flex items-center gap-3 border-b bg-warning-subtle px-3 py-2">
      <p className="min-w-0 flex-1 text-pretty">
        Prisma’s schema checker is not running, so only mistakes of spelling and structure are
        listed. Everything else works as always; it starts again with your next change.
      </p>
      <Button size="sm" aria-disabled={isTrying} onClick={() => void tryAgain()}>
        {isTrying ? 'Checking…' : 'Check again'}
      </Button>
    </div>
  )
}

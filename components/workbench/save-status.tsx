'use client'

import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { useFacet } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'

const selectReady = (state: FacetState) => state.isReady
const selectSaveState = (state: FacetState) => state.saveState
const selectSaveMessage = (state: FacetState) => state.saveMessage

/** Whether the design is kept in this browser. Failures are also told as messages. */
export function SaveStatus() {
  const isReady = useFacet(selectReady)
  const saveState = useFacet(selectSaveState)
  const message = useFacet(selectSaveMessage)
  const services = useServices()
  if (!isReady) return null

  if (saveState === 'unsaved-copy') {
    return (
      <span className="flex shrink-0 items-center gap-1.5 text-sm text-faint">
        <span className="max-[1040px]:hidden">Unsaved copy</span>
        <Tooltip content="Saves this design in your browser. Changing it does the same.">
          <Button size="sm" onClick={() => services?.keepCopy()}>
            <span>
              Keep <span className="max-[480px]:sr-only">a copy</span>
            </span>
          </Button>
        </Tooltip>
      </span>
    )
  }
  if (saveState === 'saved' || saveState === 'saving') {
    const isSaved = saveState === 'saved'
    return (
      <span className="flex shrink-0 items-center gap-1 text-sm text-faint">
        {isSaved ? (
          <Check className="size-3.5" />
        ) : (
          <LoaderCircle className="size-3.5 motion-safe:animate-spin" />
        )}
        <span className="min-w-12 max-[640px]:sr-only">{isSaved ? 'Saved' : 'Saving…'}</span>
      </span>
    )
  }
  return (
    <span
      title={message ?? undefined}
      className="flex min-w-0 items-center gap-1 text-sm font-medium text-danger"
    >
      <CircleAlert className="size-3.5" />
      <span className="max-w-64 truncate max-[480px]:sr-only">
        {saveState === 'failed' && message ? `Not saved: ${message}` : 'Not saved'}
      </span>
    </span>
  )
}

'use client'

import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { useFacet } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import type { FacetState } from '@/lib/store/state'

const selectProgress = (state: FacetState) => state.progress

/** Long work, over the diagram and in nobody's way. */
export function ProgressBar() {
  const progress = useFacet(selectProgress)
  const services = useServices()
  if (!progress) return null
  return (
    <div className="absolute top-3 left-1/2 z-20 flex w-80 max-w-[calc(100%-1.5rem)] -translate-x-1/2 animate-appear items-center gap-3 rounded-lg border bg-raised py-2 pr-2 pl-3 shadow-popover">
      <div className="min-w-0 flex-1">
        <p role="status" className="truncate text-sm font-medium">
          {progress.label}
        </p>
        <Progress label={progress.label} value={progress.done ?? undefined} className="mt-1.5" />
      </div>
      <Button size="sm" onClick={() => services?.cancelLayout()}>
        Cancel
      </Button>
    </div>
  )
}

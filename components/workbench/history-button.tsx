'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ariaKeyShortcuts } from '@/components/ui/shortcut'
import { Tooltip } from '@/components/ui/tooltip'
import { usePlatform } from '@/components/ui/use-platform'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { APP_ACTIONS } from './app-actions'
import { useRunAction } from './workbench-context'

const BUTTONS = {
  undo: {
    name: 'Undo',
    icon: <Undo2 />,
    nothing: 'Nothing to undo',
    select: ({ history }: FacetState) => history.undo[history.undo.length - 1]?.label ?? null,
  },
  redo: {
    name: 'Redo',
    icon: <Redo2 />,
    nothing: 'Nothing to redo',
    select: ({ history }: FacetState) => history.redo[history.redo.length - 1]?.label ?? null,
  },
}

/** Undo or Redo; its tooltip says what that would be. With nothing left it keeps the focus. */
export function HistoryButton({ direction }: { direction: 'undo' | 'redo' }) {
  const { name, icon, nothing, select } = BUTTONS[direction]
  const { shortcut } = APP_ACTIONS[direction]
  const next = useFacet(select)
  const run = useRunAction()
  const platform = usePlatform()
  return (
    <Tooltip content={next === null ? nothing : `${name}: ${next}`} shortcut={shortcut}>
      <Button
        variant="ghost"
        size="icon"
        aria-label={name}
        aria-disabled={next === null || undefined}
        aria-keyshortcuts={ariaKeyShortcuts(shortcut, platform)}
        onClick={() => run(direction)}
      >
        {icon}
      </Button>
    </Tooltip>
  )
}

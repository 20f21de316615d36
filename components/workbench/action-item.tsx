'use client'

import type { ReactNode } from 'react'
import { DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { type ActionId, APP_ACTIONS, type AppAction } from './app-actions'
import { useRunAction } from './workbench-context'

/** An action of the app as a menu item, with its shortcut. */
export function ActionItem({ id, icon }: { id: ActionId; icon: ReactNode }) {
  const run = useRunAction()
  const action: AppAction = APP_ACTIONS[id]
  return (
    <DropdownMenuItem icon={icon} shortcut={action.shortcut} onSelect={() => run(id)}>
      {action.title}
    </DropdownMenuItem>
  )
}

'use client'

import {
  Keyboard,
  ListPlus,
  Maximize,
  Redo2,
  SquarePlus,
  SunMoon,
  Undo2,
  Workflow,
} from 'lucide-react'
import type { ReactElement } from 'react'
import { ExportItems } from '@/components/files/export-menu-items'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { keepMovedFocus } from './keep-moved-focus'
import { ThemeItems } from './theme-menu-items'
import { useRunAction } from './workbench-context'

export function MoreMenuItems({ trigger }: { trigger: ReactElement }) {
  const run = useRunAction()
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" onCloseAutoFocus={keepMovedFocus}>
        <div className="min-[480px]:hidden">
          <DropdownMenuItem icon={<Undo2 />} onSelect={() => run('undo')}>
            Undo
          </DropdownMenuItem>
          <DropdownMenuItem icon={<Redo2 />} onSelect={() => run('redo')}>
            Redo
          </DropdownMenuItem>
          <DropdownMenuSeparator />
        </div>
        <DropdownMenuItem icon={<SquarePlus />} onSelect={() => run('addModel')}>
          Add model
        </DropdownMenuItem>
        <DropdownMenuItem icon={<ListPlus />} onSelect={() => run('addEnum')}>
          Add enum
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem icon={<Workflow />} onSelect={() => run('autoLayout')}>
          Auto layout
        </DropdownMenuItem>
        <DropdownMenuItem icon={<Maximize />} onSelect={() => run('zoomToFit')}>
          Zoom to fit
        </DropdownMenuItem>
        <div className="min-[720px]:hidden">
          <DropdownMenuSeparator />
          <ExportItems />
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuSub>
          <DropdownMenuSubTrigger icon={<SunMoon />}>Theme</DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            <ThemeItems />
          </DropdownMenuSubContent>
        </DropdownMenuSub>
        <DropdownMenuItem icon={<Keyboard />} onSelect={() => run('showShortcuts')}>
          Keyboard shortcuts
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

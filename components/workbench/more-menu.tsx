'use client'

import {
  Ellipsis,
  Keyboard,
  ListPlus,
  Maximize,
  Redo2,
  SquarePlus,
  SunMoon,
  Undo2,
  Workflow,
} from 'lucide-react'
import { ExportItems } from '@/components/files/export-menu'
import { Button } from '@/components/ui/button'
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
import { ThemeItems } from './theme-menu'
import { useRunAction } from './workbench-context'

/** What a small window has no room for. */
export function MoreMenu({ className }: { className?: string }) {
  const run = useRunAction()
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="More" title="More" className={className}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
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

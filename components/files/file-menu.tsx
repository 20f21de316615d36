'use client'

import {
  BookOpen,
  CaseSensitive,
  ChevronDown,
  ClipboardPaste,
  CopyPlus,
  DatabaseZap,
  Download,
  FilePlus2,
  FolderOpen,
  History,
  PencilLine,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { type ActionId, APP_ACTIONS, type AppAction } from '@/components/workbench/app-actions'
import { keepMovedFocus } from '@/components/workbench/keep-moved-focus'
import { useRunAction } from '@/components/workbench/workbench-context'

/** Designs as wholes: new, open, keep, take away. */
export function FileMenu() {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" className="gap-1 px-2">
          File
          <ChevronDown className="size-3.5 max-[480px]:hidden" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="min-w-60" onCloseAutoFocus={keepMovedFocus}>
        <ActionItem id="newDesign" icon={<FilePlus2 />} />
        <ActionItem id="newDesignFor" icon={<DatabaseZap />} />
        <ActionItem id="openFiles" icon={<FolderOpen />} />
        <ActionItem id="openPasted" icon={<ClipboardPaste />} />
        <ActionItem id="importSql" icon={<DatabaseZap />} />
        <ActionItem id="openRecent" icon={<History />} />
        <ActionItem id="openExample" icon={<BookOpen />} />
        <DropdownMenuSeparator />
        <ActionItem id="renameDesign" icon={<PencilLine />} />
        <ActionItem id="duplicateDesign" icon={<CopyPlus />} />
        <DropdownMenuSeparator />
        <ActionItem id="renameToConventions" icon={<CaseSensitive />} />
        <DropdownMenuSeparator />
        <ActionItem id="downloadSchema" icon={<Download />} />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

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

'use client'

import {
  BookOpen,
  CaseSensitive,
  ClipboardPaste,
  CopyPlus,
  DatabaseZap,
  Download,
  FileCode2,
  FilePlus2,
  FolderOpen,
  FolderSync,
  History,
  PencilLine,
  Save,
} from 'lucide-react'
import type { ReactElement } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { ActionItem } from '@/components/workbench/action-item'
import { keepMovedFocus } from '@/components/workbench/keep-moved-focus'
import { canOpenFolders } from '@/lib/storage/folder-handles'

export function FileMenuItems({ trigger }: { trigger: ReactElement }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent className="min-w-60" onCloseAutoFocus={keepMovedFocus}>
        <ActionItem id="newDesign" icon={<FilePlus2 />} />
        <ActionItem id="newDesignFor" icon={<DatabaseZap />} />
        <ActionItem id="openFiles" icon={<FolderOpen />} />
        {canOpenFolders() ? (
          <ActionItem id="openFolder" icon={<FolderSync />} />
        ) : (
          <p className="max-w-60 px-2 py-1 text-faint text-sm text-pretty">
            This browser cannot edit folders in place; Chrome and Edge can. Open the files here, and
            download them again.
          </p>
        )}
        <ActionItem id="openPasted" icon={<ClipboardPaste />} />
        <ActionItem id="importSql" icon={<DatabaseZap />} />
        <ActionItem id="openRecent" icon={<History />} />
        <ActionItem id="openExample" icon={<BookOpen />} />
        <DropdownMenuSeparator />
        <ActionItem id="newFile" icon={<FileCode2 />} />
        <ActionItem id="save" icon={<Save />} />
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

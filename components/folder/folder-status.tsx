'use client'

import { FolderSync } from 'lucide-react'
import { MENUS } from '@/components/menus/menu-chunk'
import { cn } from '@/components/ui/cn'
import { LateDropdownMenu } from '@/components/ui/late-menu'
import type { FolderState } from '@/lib/store/folder-state'
import { useServices } from '@/lib/store/services-provider'
import { folderWords } from './folder-words'
import { useFolder } from './use-folder'

const selectAll = (state: FolderState) => state

const TONES = { quiet: '', unsaved: 'text-fg', danger: 'font-medium text-danger' }

/** Where the design is edited on disk, and what is not saved there; nothing without a folder. */
export function FolderStatus() {
  const folder = useFolder(selectAll)
  const services = useServices()
  if (folder.phase === 'none') return null
  const { text, tone } = folderWords(folder)
  const label = (
    <>
      <FolderSync aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{text}</span>
    </>
  )
  const className = cn(
    'flex h-5.5 min-w-0 items-center gap-1.5 rounded-sm px-1 transition-colors hover:bg-hover focus-visible:-outline-offset-2',
    TONES[tone],
  )
  if (folder.phase === 'away') {
    return (
      <button
        type="button"
        title="The browser asks again before a page may use a folder"
        onClick={() => void services?.folder.reconnect()}
        className={className}
      >
        {label}
      </button>
    )
  }
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ FolderMenuItems }, trigger) => (
        <FolderMenuItems trigger={trigger} folder={folder} />
      )}
    >
      <button type="button" title={folder.trouble ?? text} className={className}>
        {label}
      </button>
    </LateDropdownMenu>
  )
}

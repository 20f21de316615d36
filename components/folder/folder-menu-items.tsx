'use client'

import { FileDiff, Save, Unplug } from 'lucide-react'
import type { ReactElement } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { type FolderState, folderStateOf } from '@/lib/store/folder-state'
import { useActions, useFacetStore } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'

interface FolderMenuItemsProps {
  trigger: ReactElement
  folder: FolderState
}

export function FolderMenuItems({ trigger, folder }: FolderMenuItemsProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" side="top" className="max-w-90">
        <FolderItems folder={folder} />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

function FolderItems({ folder }: { folder: FolderState }) {
  const store = useFacetStore()
  const services = useServices()
  const { show } = useActions()
  const { unsaved, conflicts, trouble, title } = folder
  const changes = [
    ...unsaved.changed.map((path) => [path, 'changed'] as const),
    ...unsaved.added.map((path) => [path, 'new'] as const),
    ...unsaved.removed.map((path) => [path, 'deleted'] as const),
  ]
  return (
    <>
      <DropdownMenuLabel className="text-pretty">
        {trouble ?? `This design is edited in ${title}.`}
      </DropdownMenuLabel>
      {changes.slice(0, 12).map(([path, what]) => (
        <DropdownMenuItem
          key={path}
          disabled={what === 'deleted'}
          onSelect={() => show({ view: 'code', path })}
        >
          <span className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate font-mono">{path}</span>
            <span className="text-faint">{what}</span>
          </span>
        </DropdownMenuItem>
      ))}
      {changes.length > 12 ? (
        <DropdownMenuLabel>and {changes.length - 12} more</DropdownMenuLabel>
      ) : null}
      <DropdownMenuSeparator />
      {conflicts.length > 0 ? (
        <DropdownMenuItem
          icon={<FileDiff />}
          onSelect={() => folderStateOf(store).setState({ question: { kind: 'conflicts' } })}
        >
          Resolve conflicts…
        </DropdownMenuItem>
      ) : null}
      <DropdownMenuItem
        icon={<Save />}
        shortcut="mod+s"
        onSelect={() => void services?.folder.save()}
      >
        Save to the folder
      </DropdownMenuItem>
      <DropdownMenuItem icon={<Unplug />} onSelect={() => void services?.folder.disconnect()}>
        Stop editing in this folder
      </DropdownMenuItem>
    </>
  )
}

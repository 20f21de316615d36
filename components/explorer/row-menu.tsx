'use client'

/** What the context menu of the explorer offers for a row: all that dragging and the keys do. */

import { ArrowRightToLine, FilePlus2, FolderInput, PencilLine, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { afterClosing } from '@/components/canvas/after-closing'
import { withEditing } from '@/components/canvas/editing-chunk'
import { startEdit } from '@/components/canvas/start-editing'
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
  ContextMenuTrigger,
} from '@/components/ui/context-menu'
import { folderOf } from '@/lib/document/file-paths'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { type BlockRow, isOfBlock, type MemberRow, type Row } from './explorer-rows'
import { moveFilesTo } from './file-commands'
import { MoveToFileMenu } from './move-to-file-menu'

const selectFiles = (state: FacetState) => state.document.files

interface RowMenuProps {
  /** `null` for the space below the rows. */
  row: Row | null
  onGo(row: Row): void
  onNewFile(folder: string): void
  onRename(row: Row): void
  onDelete(row: Row): void
}

export function RowMenu({ trigger, ...props }: RowMenuProps & { trigger: ReactElement }) {
  return (
    <ContextMenu>
      <ContextMenuTrigger asChild>{trigger}</ContextMenuTrigger>
      <ContextMenuContent>
        <RowItems {...props} />
      </ContextMenuContent>
    </ContextMenu>
  )
}

function RowItems({ row, onGo, onNewFile, onRename, onDelete }: RowMenuProps) {
  const newFile = (folder: string) => (
    <ContextMenuItem icon={<FilePlus2 />} onSelect={afterClosing(() => onNewFile(folder))}>
      New file…
    </ContextMenuItem>
  )
  if (!row || row.kind === 'group') return newFile('')
  if (isOfBlock(row)) {
    return (
      <>
        <ContextMenuItem
          icon={<ArrowRightToLine />}
          shortcut="enter"
          onSelect={afterClosing(() => onGo(row))}
        >
          Show in diagram
        </ContextMenuItem>
        <BlockItems row={row} onGo={onGo} />
      </>
    )
  }
  return (
    <>
      {row.kind === 'file' ? (
        <ContextMenuItem
          icon={<ArrowRightToLine />}
          shortcut="enter"
          onSelect={afterClosing(() => onGo(row))}
        >
          Open
        </ContextMenuItem>
      ) : null}
      {newFile(row.kind === 'folder' ? row.path : folderOf(row.path))}
      <ContextMenuSeparator />
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="f2"
        onSelect={afterClosing(() => onRename(row))}
      >
        Rename or move…
      </ContextMenuItem>
      <ContextMenuSub>
        <ContextMenuSubTrigger icon={<FolderInput />}>Move to folder</ContextMenuSubTrigger>
        <ContextMenuSubContent className="max-h-80 overflow-y-auto">
          <FolderItems path={row.path} />
        </ContextMenuSubContent>
      </ContextMenuSub>
      <ContextMenuSeparator />
      <ContextMenuItem
        icon={<Trash2 />}
        shortcut="delete"
        tone="danger"
        onSelect={afterClosing(() => onDelete(row))}
      >
        Delete
      </ContextMenuItem>
    </>
  )
}

function BlockItems({ row, onGo }: { row: BlockRow | MemberRow; onGo(row: Row): void }) {
  const store = useFacetStore()
  const { block } = row
  return (
    <>
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="f2"
        disabled={block.isBroken}
        onSelect={afterClosing(() => {
          onGo(row)
          startEdit(store, block.id, row.kind === 'member' ? row.memberId : null)
        })}
      >
        Rename
      </ContextMenuItem>
      {row.kind === 'block' ? <MoveToFileMenu blockId={block.id} /> : null}
      <ContextMenuSeparator />
      <ContextMenuItem
        icon={<Trash2 />}
        shortcut="delete"
        tone="danger"
        onSelect={afterClosing(() => {
          onGo(row)
          withEditing(store, ({ deleteSelection }) => void deleteSelection(store))
        })}
      >
        Delete
      </ContextMenuItem>
    </>
  )
}

/** All folders that there are but the one that it is in, and the top one. */
function FolderItems({ path }: { path: string }) {
  const store = useFacetStore()
  const files = useFacet(selectFiles)
  const folders = new Set([''])
  for (const file of files.keys()) {
    for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) folders.add(folder)
  }
  const usable = [...folders].filter(
    (folder) => folder !== folderOf(path) && folder !== path && !folder.startsWith(`${path}/`),
  )
  if (usable.length === 0)
    return <ContextMenuItem disabled>There is no other folder</ContextMenuItem>
  return usable.sort().map((folder) => (
    <ContextMenuItem
      key={folder}
      className="font-mono"
      onSelect={() => moveFilesTo(store, [path], folder)}
    >
      {folder === '' ? 'Top folder' : folder}
    </ContextMenuItem>
  ))
}

'use client'

import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useOpenFiles } from '@/components/import/use-open-files'
import { canOpenFolders, type FolderHandle, mayUse } from '@/lib/storage/folder-handles'
import { useActions } from '@/lib/store/provider'
import { useServices } from '@/lib/store/services-provider'
import { type DroppedFiles, droppedFiles, droppedFolder } from './dropped-files'

const COPIED = 'It is a copy: the folder on disk stays as it is.'

/** Files may be dropped anywhere on the window; while they hover, it says what will happen. */
export function DropZone() {
  const openFiles = useOpenFiles()
  const services = useServices()
  const actions = useActions()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const openCopies = async ({ hasFolder, read }: DroppedFiles) => {
      const found = await read()
      if (found.length > 0) await openFiles(found, hasFolder ? COPIED : undefined)
      else {
        const text = 'There is no schema in what was dropped. The open design is unchanged.'
        actions.notify({ kind: 'error', text })
      }
    }
    const openDropped = async (files: DroppedFiles, folder: FolderHandle | null) => {
      const mayWrite = folder !== null && (await mayUse(folder, 'ask').catch(() => false))
      if (services && mayWrite) await services.folder.open(folder, () => openCopies(files))
      else await openCopies(files)
    }
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      // Only leaving the window has nowhere to go to.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = async (event: DragEvent) => {
      setOver(false)
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      const files = droppedFiles(event.dataTransfer)
      const folder = droppedFolder(event.dataTransfer)
      try {
        await openDropped(files, await folder)
      } catch {
        const text = 'What was dropped could not be read. The open design is unchanged.'
        actions.notify({ kind: 'error', text })
      }
    }
    // Before the editor and the diagram, which have ideas of their own about what is dropped.
    const options = { capture: true }
    window.addEventListener('dragenter', onDragOver, options)
    window.addEventListener('dragover', onDragOver, options)
    window.addEventListener('dragleave', onDragLeave, options)
    window.addEventListener('drop', onDrop, options)
    return () => {
      window.removeEventListener('dragenter', onDragOver, options)
      window.removeEventListener('dragover', onDragOver, options)
      window.removeEventListener('dragleave', onDragLeave, options)
      window.removeEventListener('drop', onDrop, options)
    }
  }, [openFiles, services, actions])

  if (!isOver) return null
  return (
    <div
      data-slot="drop-zone"
      className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-backdrop p-6"
    >
      <div className="flex size-full max-h-80 max-w-130 flex-col items-center justify-center gap-1 rounded-xl border-2 border-accent border-dashed bg-raised p-6 text-center shadow-dialog">
        <FileDown className="mb-2 size-6 text-accent" />
        <p className="font-medium text-lg">Drop to open as a new design</p>
        <p className="text-muted">
          Prisma schemas, folders of them, a .zip archive, or a SQL script to import.
        </p>
        {canOpenFolders() ? (
          <p className="text-muted">A folder with a schema is edited in place.</p>
        ) : null}
        <p className="text-muted">The design that is open now stays among your recent designs.</p>
      </div>
    </div>
  )
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

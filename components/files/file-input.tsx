'use client'

import { useOpenFiles } from '@/components/import/use-open-files'
import { useWorkbench } from '@/components/workbench/workbench-context'

/** The file picker behind "Open files…". Never seen; the menu and the shortcut press it. */
export function FileInput() {
  const { fileInputRef } = useWorkbench()
  const openFiles = useOpenFiles()
  return (
    <input
      ref={fileInputRef}
      type="file"
      multiple
      accept=".prisma,.sql,.dbml,.zip,.json"
      aria-label="Open schema files"
      tabIndex={-1}
      hidden
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        // The same file chosen again is a change again.
        event.target.value = ''
        void openFiles(files)
      }}
    />
  )
}

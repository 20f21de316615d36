'use client'

import { useEffect } from 'react'
import { Diagram } from '@/components/canvas/diagram'
import { DatabasePane } from '@/components/database/database-pane'
import { DropZone } from '@/components/files/drop-zone'
import { FileInput } from '@/components/files/file-input'
import { FolderDialogs } from '@/components/folder/folder-dialogs'
import { MENUS } from '@/components/menus/menu-chunk'
import { TOOLTIPS } from '@/components/ui/tooltip'
import { canOpenFolders } from '@/lib/storage/folder-handles'
import { useFacetStore } from '@/lib/store/provider'
import { whenPainted } from '@/lib/store/when-drawn'
import { CodePane } from './code-pane'
import { ConflictBanner } from './conflict-banner'
import { Dialogs } from './dialogs'
import { ExplorerPane } from './explorer-pane'
import { Notices } from './notices'
import { ProgressBar } from './progress-bar'
import { StatusLine } from './status-line'
import { TopBar } from './top-bar'
import { usePanes } from './use-panes'
import { useShortcuts } from './use-shortcuts'
import { useIsMounted } from './use-window'
import { useRunAction, useWorkbench } from './workbench-context'

/** The frame: bars above and below, the diagram in the middle, panes at its sides. */
export function Workbench() {
  const store = useFacetStore()
  const { diagramRef } = useWorkbench()
  const run = useRunAction()
  const canOpen = useIsMounted() && canOpenFolders()
  usePanes()
  useShortcuts()
  useEffect(
    () =>
      // Somebody may want a menu at once, so no idle moment is waited for.
      whenPainted(store, () => {
        MENUS.fetch().catch(ignore)
        TOOLTIPS.fetch().catch(ignore)
      }),
    [store],
  )

  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar />
      <ConflictBanner />
      <div className="relative flex min-h-0 flex-1">
        <ExplorerPane />
        <main ref={diagramRef} className="relative isolate min-w-0 flex-1 bg-canvas">
          <Diagram
            onOpenFiles={() => run('openFiles')}
            onOpenFolder={canOpen ? () => run('openFolder') : undefined}
          />
          <ProgressBar />
        </main>
        <CodePane />
      </div>
      <DatabasePane />
      <StatusLine />
      <FileInput />
      <DropZone />
      <Dialogs />
      <FolderDialogs />
      <Notices />
    </div>
  )
}

/** Without a connection they are asked for again when they are wanted. */
function ignore(): void {}

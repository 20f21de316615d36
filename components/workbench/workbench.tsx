'use client'

import { Diagram } from '@/components/canvas/diagram'
import { DropZone } from '@/components/files/drop-zone'
import { FileInput } from '@/components/files/file-input'
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
import { useRunAction, useWorkbench } from './workbench-context'

/** The frame: bars above and below, the diagram in the middle, panes at its sides. */
export function Workbench() {
  const { diagramRef } = useWorkbench()
  const run = useRunAction()
  usePanes()
  useShortcuts()

  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <TopBar />
      <ConflictBanner />
      <div className="relative flex min-h-0 flex-1">
        <ExplorerPane />
        <main ref={diagramRef} className="relative isolate min-w-0 flex-1 bg-canvas">
          <Diagram onOpenFiles={() => run('openFiles')} />
          <ProgressBar />
        </main>
        <CodePane />
      </div>
      <StatusLine />
      <FileInput />
      <DropZone />
      <Dialogs />
      <Notices />
    </div>
  )
}

'use client'

import {
  ClipboardCopy,
  Database,
  Download,
  FileCode,
  FileJson,
  FolderArchive,
  Network,
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
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'

const selectOpen = (state: FacetState) => state.dialog === 'export'

export function ExportMenuItems({ trigger }: { trigger: ReactElement }) {
  const isOpen = useFacet(selectOpen)
  const { setDialog } = useActions()
  return (
    <DropdownMenu open={isOpen} onOpenChange={(open) => setDialog(open ? 'export' : null)}>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" onCloseAutoFocus={keepMovedFocus}>
        <ExportItems />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

/** The ways, for a menu. */
export function ExportItems() {
  return (
    <>
      <ActionItem id="downloadSchema" icon={<Download />} />
      <ActionItem id="copySchema" icon={<ClipboardCopy />} />
      <ActionItem id="exportSql" icon={<Database />} />
      <ActionItem id="exportProject" icon={<FolderArchive />} />
      <ActionItem id="downloadDesign" icon={<FileJson />} />
      <DropdownMenuSeparator />
      <ActionItem id="downloadDbml" icon={<FileCode />} />
      <ActionItem id="copyDbml" icon={<ClipboardCopy />} />
      <ActionItem id="downloadMermaid" icon={<Network />} />
      <ActionItem id="copyMermaid" icon={<ClipboardCopy />} />
    </>
  )
}

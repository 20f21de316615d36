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
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { keepMovedFocus } from '@/components/workbench/keep-moved-focus'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { ActionItem } from './file-menu'

const selectOpen = (state: FacetState) => state.dialog === 'export'

/** Ways to take the schema out of Facet. */
export function ExportMenu({ className }: { className?: string }) {
  const isOpen = useFacet(selectOpen)
  const { setDialog } = useActions()
  return (
    <DropdownMenu open={isOpen} onOpenChange={(open) => setDialog(open ? 'export' : null)}>
      <DropdownMenuTrigger asChild>
        <Button className={className}>Export</Button>
      </DropdownMenuTrigger>
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

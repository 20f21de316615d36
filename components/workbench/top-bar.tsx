'use client'

import {
  ListPlus,
  Maximize,
  PanelLeft,
  PanelRight,
  Search,
  Share2,
  SquarePlus,
  Workflow,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { ExportMenu } from '@/components/files/export-menu'
import { FileMenu } from '@/components/files/file-menu'
import { Button } from '@/components/ui/button'
import { FacetMark } from '@/components/ui/facet-mark'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Separator } from '@/components/ui/separator'
import { ariaKeyShortcuts } from '@/components/ui/shortcut'
import { usePlatform } from '@/components/ui/use-platform'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { type ActionId, APP_ACTIONS } from './app-actions'
import { DesignName } from './design-name'
import { HistoryButton } from './history-button'
import { MoreMenu } from './more-menu'
import { SaveStatus } from './save-status'
import { ThemeMenu } from './theme-menu'
import { useRunAction } from './workbench-context'

const selectExplorerOpen = (state: FacetState) => state.isExplorerOpen
const selectCodeOpen = (state: FacetState) => state.isCodeOpen

/**
 * The bar above everything. As the window narrows, what is used least moves into the menu "More";
 * style sheets alone decide, so the server's page is right from the first paint.
 */
export function TopBar() {
  const run = useRunAction()
  const isExplorerOpen = useFacet(selectExplorerOpen)
  const isCodeOpen = useFacet(selectCodeOpen)

  return (
    <header className="relative z-30 flex h-11 shrink-0 items-center gap-1 border-b bg-surface px-2">
      <h1 className="mr-0.5 flex items-center gap-2 pl-1 max-[480px]:hidden">
        <FacetMark />
        <span className="sr-only">Facet</span>
      </h1>
      <IconButton
        label="Explorer"
        shortcut={APP_ACTIONS.toggleExplorer.shortcut}
        pressed={isExplorerOpen}
        onClick={() => run('toggleExplorer')}
      >
        <PanelLeft />
      </IconButton>
      <FileMenu />
      <div className="flex min-w-0 flex-1 items-center gap-1.5 min-[900px]:flex-initial">
        <DesignName />
        <SaveStatus />
      </div>
      <div className="hidden flex-1 min-[900px]:block" />

      <BarGroup className="max-[480px]:hidden">
        <HistoryButton direction="undo" />
        <HistoryButton direction="redo" />
      </BarGroup>
      <BarGroup className="max-[900px]:hidden">
        <BarSeparator />
        <BarButton id="addModel" icon={<SquarePlus />} />
        <BarButton id="addEnum" icon={<ListPlus />} />
        <BarSeparator />
        <BarButton id="autoLayout" icon={<Workflow />} />
        <BarButton id="zoomToFit" icon={<Maximize />} />
      </BarGroup>

      <div className="hidden flex-1 min-[900px]:block" />
      <SearchButton onPress={() => run('search')} />
      <Button
        variant="primary"
        aria-label="Share"
        onClick={() => run('share')}
        className="max-[640px]:w-7.5 max-[640px]:px-0"
      >
        <Share2 />
        <span className="max-[640px]:hidden">Share</span>
      </Button>
      <ExportMenu className="max-[720px]:hidden" />
      <ThemeMenu className="max-[640px]:hidden" />
      <MoreMenu className="min-[900px]:hidden" />
      <IconButton
        label="Code"
        shortcut={APP_ACTIONS.toggleCode.shortcut}
        pressed={isCodeOpen}
        onClick={() => run('toggleCode')}
      >
        <PanelRight />
      </IconButton>
    </header>
  )
}

function BarGroup({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={`flex items-center gap-0.5 ${className ?? ''}`}>{children}</div>
}

function BarSeparator() {
  return <Separator orientation="vertical" className="mx-1.5 h-5" />
}

function BarButton({ id, icon }: { id: ActionId; icon: ReactNode }) {
  const run = useRunAction()
  const action = APP_ACTIONS[id]
  return (
    <IconButton
      label={action.title}
      shortcut={'shortcut' in action ? action.shortcut : undefined}
      onClick={() => run(id)}
    >
      {icon}
    </IconButton>
  )
}

/** Looks like the search box that it opens; in a small window only its icon is left. */
function SearchButton({ onPress }: { onPress(): void }) {
  const platform = usePlatform()
  const { shortcut } = APP_ACTIONS.search
  return (
    <Button
      variant="ghost"
      aria-label="Search"
      aria-keyshortcuts={ariaKeyShortcuts(shortcut, platform)}
      onClick={onPress}
      className="max-[1100px]:w-7.5 max-[1100px]:px-0 min-[1100px]:w-44 min-[1100px]:justify-start min-[1100px]:border min-[1100px]:bg-sunken min-[1100px]:px-2.5"
    >
      <Search />
      <span className="flex-1 text-left font-normal max-[1100px]:hidden">Search</span>
      <Kbd shortcut={shortcut} variant="plain" aria-hidden="true" className="max-[1100px]:hidden" />
    </Button>
  )
}

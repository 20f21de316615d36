'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { UnsavedMark } from '@/components/folder/unsaved-mark'
import { useUnsavedPaths } from '@/components/folder/use-folder'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { CONFIG_PATH, hasConfigFile } from '@/lib/store/prisma-config-file'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { ConfigView } from './config-view'
import type { Monaco } from './monaco'
import { problemsByFile } from './problems'
import { shortPaths } from './short-paths'

const selectFiles = (state: FacetState) => state.document.files
const selectActivePath = (state: FacetState) => state.activePath
const selectReveal = (state: FacetState) => state.reveal
const selectDesignId = (state: FacetState) => state.designId

/** So many tabs are seen at once in a pane of usual width; beyond, a menu lists them all. */
const FEW_TABS = 3

interface FileTabsProps {
  /** `null` until the editor library is loaded. */
  monaco: Monaco | null
  /** What shows the chosen file of the schema. */
  children: ReactNode
}

/**
 * The tabs of a design's files above what shows the chosen one, and of the `prisma.config.ts` that
 * is made of it. A single file needs no tabs.
 */
export function FileTabs({ monaco, children }: FileTabsProps) {
  const paths = [...useFacet(selectFiles).keys()]
  const activePath = useFacet(selectActivePath)
  const unsaved = useUnsavedPaths()
  const hasConfig = useFacet(hasConfigFile)
  const [isConfigChosen, setConfigChosen] = useConfigChoice()
  const { setActivePath } = useActions()
  const isConfig = hasConfig && isConfigChosen
  const hasTabs = paths.length > 1 || hasConfig
  const labels = shortPaths(paths)
  const value = isConfig ? CONFIG_PATH : activePath
  const choose = (path: string) => {
    const isOther = hasConfig && path === CONFIG_PATH
    setConfigChosen(isOther)
    if (!isOther) setActivePath(path)
  }
  return (
    <Tabs value={value} onValueChange={choose} className="h-full">
      {hasTabs ? (
        <div className="flex h-8 shrink-0 border-b bg-sunken">
          <TabsList
            aria-label="Files"
            className="h-8 min-w-0 flex-1 gap-3 overflow-x-auto border-b-0 [scrollbar-width:none]"
            onWheel={({ currentTarget, deltaX, deltaY }) => {
              // A wheel that only goes up and down moves the tabs all the same.
              if (deltaX === 0) currentTarget.scrollLeft += deltaY
            }}
          >
            {paths.map((path, index) => (
              <TabsTrigger
                key={path}
                value={path}
                title={path}
                className="font-mono text-sm"
                ref={path === value ? scrollIntoView : undefined}
              >
                {labels[index]}
                {unsaved.has(path) ? <UnsavedMark /> : null}
              </TabsTrigger>
            ))}
            {hasConfig ? (
              <TabsTrigger
                value={CONFIG_PATH}
                title="Made of this design, for Prisma’s commands"
                className="font-mono text-sm"
                ref={isConfig ? scrollIntoView : undefined}
              >
                {CONFIG_PATH}
              </TabsTrigger>
            ) : null}
          </TabsList>
          {paths.length > FEW_TABS ? (
            <AllFiles paths={paths} activePath={value} onChoose={choose} />
          ) : null}
        </div>
      ) : null}
      {/* One panel for all files: the editor in it is never made anew. */}
      <TabsContent
        value={value}
        tabIndex={-1}
        className="flex flex-col"
        {...(!hasTabs && { role: undefined, 'aria-labelledby': undefined })}
      >
        <div className={cn('flex min-h-0 flex-1 flex-col', isConfig && 'hidden')}>{children}</div>
        {isConfig ? <ConfigView monaco={monaco} /> : null}
      </TabsContent>
    </Tabs>
  )
}

const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation

/** A menu of all files, with how many errors are in each. Letters find a file by its path. */
function AllFiles({
  paths,
  activePath,
  onChoose,
}: {
  paths: readonly string[]
  activePath: string
  onChoose(path: string): void
}) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="All files" size="sm" className="m-0.75 shrink-0">
          <ChevronDown />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-h-[60dvh] max-w-100 overflow-y-auto">
        <DropdownMenuRadioGroup value={activePath} onValueChange={onChoose}>
          <FileItems paths={paths} />
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

/** Counted while the menu is open only. */
function FileItems({ paths }: { paths: readonly string[] }) {
  const problems = problemsByFile(useFacet(selectDocument), useFacet(selectValidation))
  const unsaved = useUnsavedPaths()
  return paths.map((path) => {
    const errors = problems.get(path)?.errors ?? 0
    return (
      <DropdownMenuRadioItem key={path} value={path} textValue={path} className="font-mono">
        <span className="flex items-center gap-2">
          <span className="truncate">{path}</span>
          {unsaved.has(path) ? <UnsavedMark /> : null}
          {errors > 0 ? (
            <Badge tone="danger" aria-label={errors === 1 ? '1 error' : `${errors} errors`}>
              {errors}
            </Badge>
          ) : null}
        </span>
      </DropdownMenuRadioItem>
    )
  })
}

/** Whatever leads to a file of the schema leads away from the one that is made of it. */
function useConfigChoice() {
  const reveal = useFacet(selectReveal)
  const activePath = useFacet(selectActivePath)
  const designId = useFacet(selectDesignId)
  const [choice, setChoice] = useState({ isChosen: false, reveal, activePath, designId })
  const isElsewhere = choice.activePath !== activePath || choice.designId !== designId
  if (choice.reveal !== reveal || isElsewhere) {
    const isChosen = choice.isChosen && !isElsewhere && reveal?.view !== 'code'
    setChoice({ isChosen, reveal, activePath, designId })
  }
  const setChosen = (isChosen: boolean) => setChoice({ isChosen, reveal, activePath, designId })
  return [choice.isChosen, setChosen] as const
}

function scrollIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

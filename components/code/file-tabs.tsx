'use client'

import type { ReactNode } from 'react'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { shortPaths } from './short-paths'

const selectFiles = (state: FacetState) => state.document.files
const selectActivePath = (state: FacetState) => state.activePath

/** The tabs of a design's files above what shows the chosen one. A single file needs no tabs. */
export function FileTabs({ children }: { children: ReactNode }) {
  const paths = [...useFacet(selectFiles).keys()]
  const activePath = useFacet(selectActivePath)
  const { setActivePath } = useActions()
  const hasTabs = paths.length > 1
  const labels = shortPaths(paths)
  return (
    <Tabs value={activePath} onValueChange={setActivePath} className="h-full">
      {hasTabs ? (
        <TabsList
          aria-label="Files"
          className="h-8 gap-3 overflow-x-auto bg-sunken [scrollbar-width:none]"
        >
          {paths.map((path, index) => (
            <TabsTrigger
              key={path}
              value={path}
              title={path}
              className="font-mono text-sm"
              ref={path === activePath ? scrollIntoView : undefined}
            >
              {labels[index]}
            </TabsTrigger>
          ))}
        </TabsList>
      ) : null}
      {/* One panel for all files: the editor in it is never made anew. */}
      <TabsContent
        value={activePath}
        tabIndex={-1}
        className="flex flex-col"
        {...(!hasTabs && { role: undefined, 'aria-labelledby': undefined })}
      >
        {children}
      </TabsContent>
    </Tabs>
  )
}

function scrollIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

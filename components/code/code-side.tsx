'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { useActions, useFacet } from '@/lib/store/provider'
import type { CodeTab, FacetState } from '@/lib/store/state'
import { countProblems } from './problems'
import { ProblemsPane } from './problems-pane'
import { SchemaPane } from './schema-pane'
import { SqlPane } from './sql-pane'
import type { ProviderId } from './sql-providers'
import { useSqlPreviewer } from './use-sql-previewer'

const selectTab = (state: FacetState) => state.codeTab
const selectDesignId = (state: FacetState) => state.designId
const selectDocument = (state: FacetState) => state.document
const selectValidation = (state: FacetState) => state.validation

/** Which database's SQL a person chose to look at, and for which design. */
interface ProviderChoice {
  designId: string | null
  provider: ProviderId | null
}

/** The code beside the diagram: the schema to edit, its SQL, and what is wrong with it. */
export function CodeSide() {
  const tab = useFacet(selectTab)
  const { setCodeTab } = useActions()
  const previewer = useSqlPreviewer()
  const designId = useFacet(selectDesignId)
  const [choice, setChoice] = useState<ProviderChoice>({ designId, provider: null })

  return (
    <Tabs
      value={tab}
      onValueChange={(value) => setCodeTab(value as CodeTab)}
      data-slot="code-side"
      className="h-full min-w-0 bg-surface"
    >
      <TabsList aria-label="Code">
        <TabsTrigger value="schema">Schema</TabsTrigger>
        <TabsTrigger value="sql">SQL</TabsTrigger>
        <ProblemsTab />
      </TabsList>
      {/* Stays as it is while another tab is open, with its cursor, folds and search. */}
      <TabsContent value="schema" forceMount tabIndex={-1} className="data-[state=inactive]:hidden">
        <SchemaPane />
      </TabsContent>
      <TabsContent value="sql" tabIndex={-1}>
        <SqlPane
          previewer={previewer}
          choice={choice.designId === designId ? choice.provider : null}
          onChoice={(provider) => setChoice({ designId, provider })}
        />
      </TabsContent>
      <TabsContent value="problems" tabIndex={-1}>
        <ProblemsPane />
      </TabsContent>
    </Tabs>
  )
}

/** Its name is "Problems" however many there are; the number is its description. */
function ProblemsTab() {
  const { errors, warnings } = countProblems(useFacet(selectDocument), useFacet(selectValidation))
  const count = errors + warnings
  const description = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <TabsTrigger value="problems" aria-label="Problems" aria-description={description || undefined}>
      Problems
      {count > 0 ? <Badge tone={errors > 0 ? 'danger' : 'warning'}>{count}</Badge> : null}
    </TabsTrigger>
  )
}

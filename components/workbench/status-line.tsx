'use client'

import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { FolderStatus } from '@/components/folder/folder-status'
import { cn } from '@/components/ui/cn'
import type { SchemaGraph } from '@/lib/schema/graph'
import { providerTitle } from '@/lib/schema/provider-title'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CHECKING, counted, nextValidity, type Validity, validityOf } from './validity'
import { VersionMenu } from './version-menu'

const selectReady = (state: FacetState) => state.isReady
const selectGraph = (state: FacetState): SchemaGraph => state.document.graph
const selectFileCount = (state: FacetState) => state.document.files.size

/** Facts about the schema, under everything. */
export function StatusLine() {
  const isReady = useFacet(selectReady)
  return (
    <footer className="relative z-30 flex h-7 shrink-0 items-center gap-3 overflow-hidden border-t bg-surface px-2 text-sm whitespace-nowrap text-muted">
      {isReady ? (
        <>
          <ValidityStatus />
          <Counts />
          <div className="flex-1" />
          <FolderStatus />
          <SchemaFacts />
        </>
      ) : (
        <span className="px-1 text-faint">Opening…</span>
      )}
    </footer>
  )
}

const ICONS: Record<Validity['tone'], ReactNode> = {
  valid: <CircleCheck className="size-3.5 text-success" />,
  error: <CircleAlert className="size-3.5 text-danger" />,
  warning: <TriangleAlert className="size-3.5 text-warning" />,
  unknown: <CircleDashed className="size-3.5 text-faint" />,
}

/** How long the last verdict stands while the engine says nothing of a newer text, in ms. */
const LONGEST_STANDING = 3_000

/** The engine's verdict; pressing it shows the problems. */
function ValidityStatus() {
  const store = useFacetStore()
  const [validity, setValidity] = useState(() => validityOf(store.getState().validation))
  useEffect(() => {
    setValidity((known) =>
      store.getState().validation.state === 'checking'
        ? known
        : validityOf(store.getState().validation),
    )
    let overdue: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = store.subscribe((state, before) => {
      setValidity((known) => nextValidity(known, state, before))
      if (state.validation.state !== 'checking') {
        clearTimeout(overdue)
        overdue = undefined
      } else overdue ??= setTimeout(() => setValidity(CHECKING), LONGEST_STANDING)
    })
    return () => {
      clearTimeout(overdue)
      unsubscribe()
    }
  }, [store])

  return (
    <div role="status" className="shrink-0">
      <button
        type="button"
        title="Show problems"
        onClick={() => store.getState().actions.setCodeTab('problems')}
        className={cn(
          'flex h-5.5 items-center gap-1.5 rounded-sm px-1 transition-colors hover:bg-hover focus-visible:-outline-offset-2',
          validity.tone === 'error' && 'text-danger',
          validity.tone === 'warning' && 'text-warning',
        )}
      >
        {ICONS[validity.tone]}
        {validity.text}
      </button>
    </div>
  )
}

function Counts() {
  const graph = useFacet(selectGraph)
  const fileCount = useFacet(selectFileCount)
  const counts = { model: 0, view: 0, type: 0, enum: 0 }
  for (const { kind } of graph.blocks) {
    if (kind in counts) counts[kind as keyof typeof counts] += 1
  }
  const facts = [
    counted(counts.model, 'model'),
    ...(counts.view > 0 ? [counted(counts.view, 'view')] : []),
    ...(counts.type > 0 ? [counted(counts.type, 'type')] : []),
    counted(counts.enum, 'enum'),
    counted(graph.relations.length, 'relation'),
    ...(fileCount > 1 ? [counted(fileCount, 'file')] : []),
  ]
  return (
    <ul
      aria-label="Counts"
      className="flex min-w-0 gap-3 overflow-hidden text-faint tabular-nums max-[640px]:hidden"
    >
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}

/** The database that the schema is for, and the Prisma version that it is checked against. */
function SchemaFacts() {
  const graph = useFacet(selectGraph)
  const provider = providerTitle(graph) ?? graph.provider
  return (
    <>
      <span className="truncate" title="The provider of the datasource">
        {provider ?? 'No datasource'}
      </span>
      <VersionMenu />
    </>
  )
}

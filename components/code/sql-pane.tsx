'use client'

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { PlannedStep } from '@/lib/engines/sql-planner/shared'
import type { BaselineState } from '@/lib/store/baseline'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { BaselineBar } from './baseline-bar'
import { MigrationSummary } from './migration-summary'
import type { SqlEditor } from './sql-editor'
import { missingEnum } from './sql-places'
import type { SqlPreview, SqlPreviewer } from './sql-preview'
import { type ProviderId, providerById, providerOfSchema } from './sql-providers'
import { SqlToolbar } from './sql-toolbar'
import { SqlView } from './sql-view'
import { useBaseline } from './use-baseline'

const selectProvider = (state: FacetState) => state.document.graph.provider
const selectBaseline = (state: BaselineState) => state.baseline

interface SqlPaneProps {
  previewer: SqlPreviewer
  /** Another provider than the schema's, just to look; `null` for the schema's own. */
  choice: ProviderId | null
  onChoice: (choice: ProviderId | null) => void
}

/** What Prisma Migrate would run to create the schema, or to bring a database up to it. */
export function SqlPane({ previewer, choice, onChoice }: SqlPaneProps) {
  const store = useFacetStore()
  const schemaProvider = useFacet(selectProvider)
  const ownProvider = providerOfSchema(schemaProvider)
  const provider = providerById(choice ?? ownProvider ?? 'postgresql')
  const baseline = useBaseline(selectBaseline)
  const preview = useSyncExternalStore(previewer.subscribe, previewer.get, previewer.get)
  const subject = useMemo(() => ({ provider: provider.id, baseline }), [provider.id, baseline])
  const editor = useRef<SqlEditor | null>(null)

  useEffect(() => previewer.watch(subject), [previewer, subject])

  /** Shows a step in the SQL and, if its block is still there, in the diagram. */
  const goTo = useCallback(
    (step: PlannedStep) => {
      const { document, actions } = store.getState()
      const block = step.blocks.flatMap((name) => document.graph.blockByName.get(name) ?? [])[0]
      if (block) {
        actions.select({ blockIds: [block.id] })
        actions.show({ view: 'diagram', blockIds: [block.id] })
      }
      editor.current?.goTo(step)
    },
    [store],
  )

  return (
    <div className="flex h-full flex-col">
      <SqlToolbar
        preview={preview}
        provider={provider}
        baseline={baseline}
        onProvider={(id) => onChoice(id === ownProvider ? null : id)}
      />
      <BaselineBar baseline={baseline} />
      {ownProvider === null ? (
        <p className="border-b bg-sunken px-3 py-1.5 text-sm text-pretty text-muted">
          {schemaProvider === null
            ? `The schema names no database; this is for ${provider.name}.`
            : `The database “${schemaProvider}” is not known here; this is for ${provider.name}.`}
        </p>
      ) : null}
      <MigrationSummary
        preview={preview}
        provider={provider}
        isOther={choice !== null}
        baseline={baseline}
        onStep={goTo}
      />
      <MissingEnum preview={preview} />
      <SqlView
        preview={preview}
        isMigration={baseline !== null}
        withoutSql={
          preview.invalid === 'from'
            ? `The baseline is not a valid schema for ${provider.name}, so there is no SQL from there.`
            : choice === null
              ? 'The schema has errors, so there is no SQL yet.'
              : `The schema as it is does not fit ${provider.name}, so there is no SQL for it.`
        }
        onRetry={previewer.retry}
        editorRef={editor}
      />
    </div>
  )
}

const selectSelection = (state: FacetState) => state.selection
const selectGraph = (state: FacetState) => state.document.graph

/** Says so when an enum is selected that no statement is about, and no column of one. */
function MissingEnum({ preview: { sql, steps } }: { preview: SqlPreview }) {
  const selection = useFacet(selectSelection)
  const graph = useFacet(selectGraph)
  const text = useMemo(
    () => (sql === null ? null : missingEnum(sql, steps, selection, graph)),
    [sql, steps, selection, graph],
  )
  return (
    <div role="status" aria-label="Selected enum">
      {text === null ? null : (
        <p className="border-b bg-sunken px-3 py-1.5 text-sm text-pretty text-muted">{text}</p>
      )}
    </div>
  )
}

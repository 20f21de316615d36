'use client'

import { Copy, Database, Download } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { ScrollArea } from '@/components/ui/scroll-area'
import { Select } from '@/components/ui/select'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { downloadText } from './download-text'
import type { SqlPreviewer } from './sql-preview'
import { PROVIDERS, type ProviderId, providerById, providerOfSchema } from './sql-providers'
import { SqlView } from './sql-view'

const selectProvider = (state: FacetState) => state.document.graph.provider

interface SqlPaneProps {
  previewer: SqlPreviewer
  /** Another provider than the schema's, just to look; `null` for the schema's own. */
  choice: ProviderId | null
  onChoice: (choice: ProviderId | null) => void
}

/** What Prisma Migrate would run to create the schema in an empty database. */
export function SqlPane({ previewer, choice, onChoice }: SqlPaneProps) {
  const schemaProvider = useFacet(selectProvider)
  const ownProvider = providerOfSchema(schemaProvider)
  const provider = providerById(choice ?? ownProvider ?? 'postgresql')
  const preview = useSyncExternalStore(previewer.subscribe, previewer.get, previewer.get)
  const { notify } = useActions()

  useEffect(() => {
    if (provider.engine) return previewer.watch(provider.engine)
  }, [previewer, provider.engine])

  const sql = provider.engine ? preview.sql : null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sql ?? '')
      notify({ kind: 'status', text: 'SQL copied' })
    } catch {
      const text = 'The SQL could not be copied: the browser refused. Download it instead.'
      notify({ kind: 'error', text })
    }
  }
  const download = () => {
    downloadText('schema.sql', sql ?? '', 'application/sql')
    notify({ kind: 'status', text: 'Downloaded schema.sql' })
  }
  const choose = (id: string) => {
    const next = PROVIDERS.find((candidate) => candidate.id === id)
    onChoice(next && next.id !== ownProvider ? next.id : null)
  }

  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-1 border-b px-3 py-1.5">
        <Select
          aria-label="Provider"
          value={provider.id}
          onChange={(event) => choose(event.target.value)}
          className="mr-auto w-40"
        >
          {PROVIDERS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <IconButton label="Copy SQL" disabled={!sql} onClick={copy}>
          <Copy />
        </IconButton>
        <IconButton label="Download SQL" disabled={!sql} onClick={download}>
          <Download />
        </IconButton>
      </div>
      {ownProvider === null && provider.engine ? (
        <p className="border-b bg-sunken px-3 py-1.5 text-sm text-pretty text-muted">
          {schemaProvider === null
            ? `The schema names no database; this is for ${provider.name}.`
            : `The database “${schemaProvider}” is not known here; this is for ${provider.name}.`}
        </p>
      ) : null}
      {provider.engine ? (
        <SqlView
          preview={preview}
          withoutSql={
            choice === null
              ? 'The schema has errors, so there is no SQL yet.'
              : `The schema as it is does not fit ${provider.name}, so there is no SQL for it.`
          }
          onRetry={previewer.retry}
        />
      ) : (
        <ScrollArea label="SQL preview" className="flex-1">
          <EmptyState
            icon={<Database />}
            title={`The SQL preview for ${provider.name} is not available yet.`}
            description="PostgreSQL, CockroachDB and SQLite can be previewed; choosing one here does not change the schema."
          />
        </ScrollArea>
      )}
    </div>
  )
}

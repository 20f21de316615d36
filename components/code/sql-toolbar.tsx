'use client'

import { Copy, Download } from 'lucide-react'
import { TryItButton } from '@/components/database/try-it-button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import type { Version } from '@/lib/store/baseline'
import { useActions } from '@/lib/store/provider'
import { downloadText } from './download-text'
import { MigrationExport } from './migration-export'
import type { SqlPreview } from './sql-preview'
import { PROVIDERS, type ProviderId, type providerById } from './sql-providers'

interface SqlToolbarProps {
  preview: SqlPreview
  provider: ReturnType<typeof providerById>
  baseline: Version | null
  onProvider: (id: ProviderId) => void
}

/** Which database, and what can be done with the SQL. */
export function SqlToolbar({ preview, provider, baseline, onProvider }: SqlToolbarProps) {
  const { sql } = preview
  const { notify } = useActions()
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
    const isScript = provider.id === 'mongodb'
    const name = `${baseline ? 'migration' : 'schema'}.${isScript ? 'mongodb.js' : 'sql'}`
    downloadText(name, sql ?? '', isScript ? 'text/javascript' : 'application/sql')
    notify({ kind: 'status', text: `Downloaded ${name}` })
  }
  return (
    <div className="flex items-center gap-1 border-b px-3 py-1.5">
      <Select
        aria-label="Provider"
        value={provider.id}
        onChange={({ target }) => {
          const next = PROVIDERS.find(({ id }) => id === target.value)
          if (next) onProvider(next.id)
        }}
        className="mr-auto w-40"
      >
        {PROVIDERS.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TryItButton provider={provider.id} />
      <MigrationExport preview={preview} provider={provider.id} baseline={baseline} />
      <IconButton label="Copy SQL" disabled={!sql} onClick={copy}>
        <Copy />
      </IconButton>
      <IconButton label="Download SQL" disabled={!sql} onClick={download}>
        <Download />
      </IconButton>
    </div>
  )
}

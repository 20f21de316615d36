'use client'

import { Play } from 'lucide-react'
import { type ProviderId, providerById } from '@/components/code/sql-providers'
import { Button } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { useFacetStore } from '@/lib/store/provider'
import { openTrial, type TriedProvider, triedProvider } from './trial-pane'

/** Opens a real database with the schema in it. */
export function TryItButton({ provider }: { provider: ProviderId }) {
  const store = useFacetStore()
  const runs = triedProvider(provider)
  const { name } = providerById(provider)
  return (
    <Tooltip content={explanation(provider, name, runs)}>
      <Button
        size="sm"
        aria-disabled={runs === null || undefined}
        onClick={() => {
          if (runs) openTrial(store, runs, runs === provider ? null : name)
        }}
      >
        <Play />
        Try it
      </Button>
    </Tooltip>
  )
}

function explanation(provider: ProviderId, name: string, runs: TriedProvider | null): string {
  if (runs === null) {
    return `${name} does not run in a browser. Choose PostgreSQL or SQLite here to try the schema as it would be there.`
  }
  if (runs !== provider) {
    return `${name} does not run in a browser: this tries the schema as it would be in PostgreSQL, whose language it speaks.`
  }
  return `Create the schema in a real ${name} in this page, fill it with sample rows and query it`
}

'use client'

import { useMemo, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { addSettings } from '@/lib/commands/add-settings'
import { describeProviderChange } from '@/lib/commands/describe-provider-change'
import type { ProviderConsequence } from '@/lib/commands/provider-consequences'
import { setProvider } from '@/lib/commands/set-provider'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { useFacet } from '@/lib/store/provider'
import { commandContext } from '@/lib/store/store'
import { useRunOrRefuse } from './run-or-refuse'

const PROVIDERS: readonly (readonly [name: string, title: string])[] = [
  ['postgresql', 'PostgreSQL'],
  ['mysql', 'MySQL'],
  ['sqlite', 'SQLite'],
  ['sqlserver', 'SQL Server'],
  ['cockroachdb', 'CockroachDB'],
  ['mongodb', 'MongoDB'],
]

interface ProviderFieldProps {
  graph: SchemaGraph
  datasource: Block
}

/** The database; before it is changed, what that implies is listed. */
export function ProviderField({ graph, datasource }: ProviderFieldProps) {
  const run = useRunOrRefuse()
  const [wanted, setWanted] = useState<string | null>(null)
  const provider = graph.provider === 'postgres' ? 'postgresql' : (graph.provider ?? '')
  const isKnown = PROVIDERS.some(([name]) => name === provider)
  const document = useFacet(({ document }) => document)
  const implied = useMemo(
    () => (wanted === null ? [] : describeProviderChange(commandContext(document), wanted)),
    [document, wanted],
  )
  const title = PROVIDERS.find(([name]) => name === wanted)?.[1] ?? ''
  return (
    <>
      <Field label="Database">
        {(control) => (
          <Select
            {...control}
            value={provider}
            disabled={datasource.isBroken}
            onChange={({ target: { value } }) => {
              if (value !== '' && value !== provider) setWanted(value)
            }}
          >
            {isKnown ? null : <option value={provider}>{provider || 'Choose…'}</option>}
            {PROVIDERS.map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ConfirmDialog
        open={wanted !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setWanted(null)
        }}
        title={`Change the provider to ${title}?`}
        description={<Implied implied={implied} />}
        confirmLabel="Change"
        tone="primary"
        onConfirm={() => {
          if (wanted !== null) run(setProvider, { provider: wanted }, 'the datasource')
        }}
      />
    </>
  )
}

function Implied({ implied }: { implied: readonly ProviderConsequence[] }) {
  if (implied.length === 0) {
    return <p>Nothing in the schema speaks against it. It can be undone.</p>
  }
  return (
    <>
      <p>What the schema says now and this database does not have. The change can be undone.</p>
      <ul className="mt-2 flex max-h-72 list-disc flex-col gap-1 overflow-y-auto pl-5 text-fg">
        {[...byWords(implied)].map(([words, { text, fix }]) => (
          <li key={words}>
            {text}{' '}
            <span className="text-muted">{fix ?? 'What becomes of it is for you to say.'}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What reads the same is listed once. */
function byWords(implied: readonly ProviderConsequence[]): Map<string, ProviderConsequence> {
  return new Map(
    implied.map((consequence) => [`${consequence.text} ${consequence.fix}`, consequence]),
  )
}

/** Offers to add a datasource where there is none. */
export function NewDatasource({ version }: { version: 6 | 7 }) {
  const run = useRunOrRefuse()
  const [provider, setProvider] = useState('postgresql')
  const properties: [string, string][] = [['provider', quoteString(provider)]]
  if (version === 6) properties.push(['url', 'env("DATABASE_URL")'])
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-sm">
        The schema does not say which database it is for: it has no datasource.
      </p>
      <Field label="Database">
        {(control) => (
          <Select
            {...control}
            value={provider}
            onChange={({ target: { value } }) => setProvider(value)}
          >
            {PROVIDERS.map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        size="sm"
        className="self-start"
        onClick={() => run(addSettings, { kind: 'datasource', properties }, 'the schema')}
      >
        Add datasource
      </Button>
    </div>
  )
}

'use client'

import { renamePart } from '@/components/canvas/editing'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { useFacetStore } from '@/lib/store/provider'
import { CommitInput } from './commit-input'
import { EngineNotes } from './engine-notes'
import { BrokenNote } from './panel-parts'
import { PanelSection } from './panel-section'
import { supportsSchemas } from './placements'
import { ConnectionProperty, FixedProperty, ListProperty, useSetProperty } from './property-fields'
import { ProviderField } from './provider-field'
import { propertyOf, shownValue } from './settings-values'
import { UnknownSettings } from './unknown-settings'

interface DatasourceSectionProps {
  graph: SchemaGraph
  version: 6 | 7
  datasource: Block
}

const CONNECTIONS = [
  ['url', 'Connection', 'DATABASE_URL'],
  ['directUrl', 'Direct connection', 'DIRECT_URL'],
  ['shadowDatabaseUrl', 'Shadow database', 'SHADOW_DATABASE_URL'],
] as const

const KNOWN: ReadonlySet<string> = new Set([
  'provider',
  'relationMode',
  'schemas',
  'extensions',
  ...CONNECTIONS.map(([name]) => name),
])

/** The datasource: the database, and how Prisma reaches it. */
export function DatasourceSection({ graph, version, datasource }: DatasourceSectionProps) {
  const store = useFacetStore()
  const { provider } = graph
  const isPostgres = provider === 'postgresql' || provider === 'postgres'
  const has = (name: string) => propertyOf(datasource, name) !== null
  return (
    <PanelSection name="datasource" title="Datasource" summary={datasource.name}>
      <BrokenNote block={datasource} />
      <EngineNotes blockId={datasource.id} />
      <ProviderField graph={graph} datasource={datasource} />
      <CommitInput
        label="Name of the datasource"
        value={datasource.name}
        disabled={datasource.isBroken}
        monospace
        onCommit={(name) => renamePart(store, datasource.id, null, name)}
      />
      <RelationModeField block={datasource} />
      {version === 6 ? (
        CONNECTIONS.map(([name, label, placeholder]) => (
          <ConnectionProperty
            key={name}
            block={datasource}
            name={name}
            label={label}
            placeholder={placeholder}
          />
        ))
      ) : (
        <Connections7 block={datasource} />
      )}
      {supportsSchemas(graph) || has('schemas') ? (
        <ListProperty
          block={datasource}
          name="schemas"
          label="Schemas of the database"
          itemLabel="schema"
          placeholder="public"
          itemOf={(value) => ({ kind: 'string', value })}
        />
      ) : null}
      {isPostgres || has('extensions') ? (
        <ListProperty
          block={datasource}
          name="extensions"
          label="Extensions of PostgreSQL"
          itemLabel="extension"
          placeholder="pg_trgm"
          hint={'Also with arguments: postgis(version: "3.4")'}
          itemOf={(text) => ({ kind: 'name', text })}
          check={(text) =>
            /^\p{L}[\p{L}\p{N}_]*(\(.*\))?$/u.test(text)
              ? null
              : 'The name of an extension consists of letters, digits and underscores.'
          }
        />
      ) : null}
      <UnknownSettings block={datasource} known={KNOWN} />
    </PanelSection>
  )
}

function RelationModeField({ block }: { block: Block }) {
  const set = useSetProperty(block)
  const value = shownValue(propertyOf(block, 'relationMode')?.value ?? null)
  const isKnown = value === '' || value === 'foreignKeys' || value === 'prisma'
  return (
    <Field
      label="Relations are kept by"
      hint={value === 'prisma' ? 'Index the fields of foreign keys: the database does not.' : null}
    >
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={block.isBroken}
          onChange={({ target }) =>
            void set('relationMode', target.value === '' ? null : quoteString(target.value))
          }
        >
          <option value="">What is usual for the database</option>
          <option value="foreignKeys">Foreign keys of the database</option>
          <option value="prisma">Prisma Client</option>
          {isKnown ? null : <option value={value}>{value}</option>}
        </Select>
      )}
    </Field>
  )
}

/** Prisma 7 has the connection in a file of its own, and refuses it in the schema. */
function Connections7({ block }: { block: Block }) {
  const left = CONNECTIONS.filter(([name]) => propertyOf(block, name) !== null)
  return (
    <div className="flex flex-col gap-1">
      <p className="text-faint text-sm">
        Prisma 7 has the connection in <code className="font-mono">prisma.config.ts</code>
        {left.length > 0 ? ', and not in the schema. Remove it here:' : '.'}
      </p>
      {left.map(([name]) => (
        <FixedProperty key={name} block={block} name={name} />
      ))}
    </div>
  )
}

'use client'

/** Where blocks are: in which schema of the database, and in which file. One block or several. */

import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { moveBlocksToFile } from '@/lib/commands/move-blocks-to-file'
import { setDatabaseSchema } from '@/lib/commands/set-database-schema'
import { filePathFrom } from '@/lib/document/file-paths'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { listedSchemas, MIXED, sharedValue, supportsSchemas } from './placements'
import { keepingSelection } from './run-or-refuse'

interface PlacementProps {
  blocks: readonly Block[]
  disabled?: boolean
}

const selectGraph = (state: FacetState): SchemaGraph => state.document.graph
const selectFiles = (state: FacetState) => state.document.files

/** `@@schema`, chosen among those of the datasource; nothing where the database has no schemas. */
export function DatabaseSchemaField({ blocks, disabled }: PlacementProps) {
  const store = useFacetStore()
  const actions = useActions()
  const graph = useFacet(selectGraph)
  const value = sharedValue(blocks.map(({ databaseSchema }) => databaseSchema))
  if (!supportsSchemas(graph) && value === null) return null
  const choose = (schema: string) => {
    const blockIds = blocks.map(({ id }) => id)
    const args = { blockIds, schema: schema === '' ? null : schema }
    const result = keepingSelection(store, () => actions.run(setDatabaseSchema, args))
    if (!result) actions.notify({ kind: 'error', text: REFUSED })
  }
  return (
    <Field label="Database schema">
      {({ id }) => (
        <Combobox
          id={id}
          label="Database schema"
          placeholder={value === MIXED ? 'Mixed' : 'None'}
          options={[
            { value: '', label: 'None' },
            ...listedSchemas(graph).map((name) => ({ value: name, label: name })),
          ]}
          value={value === MIXED ? undefined : (value ?? '')}
          disabled={disabled}
          searchPlaceholder="Find, or name a new one…"
          offerTyped={(typed) => `New schema “${typed}”`}
          onValueChange={(next) => {
            if (value === MIXED || next !== (value ?? '')) choose(next.trim())
          }}
        />
      )}
    </Field>
  )
}

/** The file that blocks stand in, or are to. */
export function FileField({ blocks, disabled }: PlacementProps) {
  const store = useFacetStore()
  const actions = useActions()
  const files = useFacet(selectFiles)
  const value = sharedValue(blocks.map(({ path }) => path))
  const choose = (path: string) => {
    if (path === value) return
    const answer = files.has(path) ? { path } : filePathFrom(path, files.keys())
    if ('problem' in answer) {
      actions.notify({ kind: 'error', text: `${answer.problem} Nothing was changed.` })
      return
    }
    const blockIds = blocks.map(({ id }) => id)
    const result = keepingSelection(store, () =>
      actions.run(moveBlocksToFile, { blockIds, path: answer.path }),
    )
    if (!result) actions.notify({ kind: 'error', text: REFUSED })
  }
  return (
    <Field label="File">
      {({ id }) => (
        <Combobox
          id={id}
          label="File"
          placeholder="Mixed"
          options={[...files.keys()].map((path) => ({ value: path, label: path }))}
          value={value === MIXED || value === null ? undefined : value}
          disabled={disabled}
          searchPlaceholder="Find, or name a new one…"
          offerTyped={(typed) => `New file ${withExtension(typed)}`}
          onValueChange={choose}
        />
      )}
    </Field>
  )
}

const REFUSED = 'This is not possible as the schema is now. Nothing was changed.'

function withExtension(path: string): string {
  const trimmed = path.trim()
  return /\.prisma$/i.test(trimmed) ? trimmed : `${trimmed}.prisma`
}

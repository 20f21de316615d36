'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { addSettings } from '@/lib/commands/add-settings'
import { detectPrismaVersion } from '@/lib/document/prisma-version'
import type { SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { prismaVersionOf } from '@/lib/store/validation'
import { DatasourceSection } from './datasource-section'
import { GeneratorSection } from './generator-section'
import { NewDatasource } from './provider-field'
import { useRunOrRefuse } from './run-or-refuse'

const selectGraph = (state: FacetState): SchemaGraph => state.document.graph
const selectChosen = (state: FacetState) => state.document.prismaVersion

/** The schema itself: the Prisma that it is for, its datasource and its generators. */
export function SchemaPanel() {
  const graph = useFacet(selectGraph)
  const version = useFacet(prismaVersionOf)
  return (
    <div className="flex flex-col gap-3">
      <VersionField />
      {graph.datasource ? (
        <DatasourceSection graph={graph} version={version} datasource={graph.datasource} />
      ) : (
        <NewDatasource version={version} />
      )}
      {graph.generators.map((generator) => (
        <GeneratorSection key={generator.id} generator={generator} version={version} />
      ))}
      <AddGenerator version={version} />
    </div>
  )
}

function VersionField() {
  const graph = useFacet(selectGraph)
  const chosen = useFacet(selectChosen)
  const actions = useActions()
  return (
    <Field label="Version of Prisma">
      {(control) => (
        <Select
          {...control}
          value={chosen ?? 'detected'}
          onChange={({ target: { value } }) =>
            actions.setPrismaVersion(value === '6' ? 6 : value === '7' ? 7 : null)
          }
        >
          <option value="detected">Prisma {detectPrismaVersion(graph)} (detected)</option>
          <option value="7">Prisma 7</option>
          <option value="6">Prisma 6</option>
        </Select>
      )}
    </Field>
  )
}

/** Adds what Prisma's own `init` writes in this version. */
function AddGenerator({ version }: { version: 6 | 7 }) {
  const run = useRunOrRefuse()
  const properties =
    version === 7
      ? ([
          ['provider', '"prisma-client"'],
          ['output', '"../generated/prisma"'],
        ] as const)
      : ([['provider', '"prisma-client-js"']] as const)
  return (
    <div className="-mx-3 border-t px-3 pt-3">
      <Button
        size="sm"
        onClick={() => run(addSettings, { kind: 'generator', properties }, 'the schema')}
      >
        <Plus />
        Add generator
      </Button>
    </div>
  )
}

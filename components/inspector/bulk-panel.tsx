'use client'

import { useMemo } from 'react'
import { KindIcon } from '@/components/explorer/kind-icon'
import { Button } from '@/components/ui/button'
import { addFieldsToBlocks } from '@/lib/commands/add-fields-to-blocks'
import { parseField } from '@/lib/commands/names'
import { setIgnored } from '@/lib/commands/set-ignored'
import { nameStyle } from '@/lib/commands/words'
import { type Block, hasFields, type SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { type Ask, runTogether } from '@/lib/store/run-together'
import type { FacetState } from '@/lib/store/state'
import { AddLine } from './add-line'
import { PanelSection } from './panel-section'
import { DatabaseSchemaField, FileField } from './placement-fields'
import { sharedValue } from './placements'
import { keepingSelection } from './run-or-refuse'
import { TriStateRow } from './tri-state-row'

const selectGraph = (state: FacetState): SchemaGraph => state.document.graph
const selectIds = ({ selection }: FacetState) => selection.blockIds

/** Several blocks: what can be done to all of them, each in one step. */
export function BulkPanel() {
  const graph = useFacet(selectGraph)
  const ids = useFacet(selectIds)
  const blocks = useMemo(() => ids.flatMap((id) => graph.blockById.get(id) ?? []), [graph, ids])
  const withFields = blocks.filter(({ kind }) => hasFields(kind))
  const inDatabase = blocks.filter(({ kind }) => kind !== 'type')
  const tables = blocks.filter(({ kind }) => kind === 'model' || kind === 'view')
  const isBroken = blocks.some((block) => block.isBroken)
  return (
    <div className="flex flex-col gap-3">
      <Selected blocks={blocks} />
      {isBroken ? (
        <p className="rounded-md bg-warning-subtle px-2 py-1 text-sm text-warning">
          The text of some of these blocks has an error. They are left out until it is corrected.
        </p>
      ) : null}
      {withFields.length > 0 ? <AddToAll blocks={withFields} graph={graph} /> : null}
      <PanelSection name="placement" title="Database and file">
        {inDatabase.length > 0 ? <DatabaseSchemaField blocks={inDatabase} /> : null}
        {tables.length > 0 ? <IgnoreAll blocks={tables} /> : null}
        <FileField blocks={blocks} />
      </PanelSection>
    </div>
  )
}

const KIND_WORDS = { model: 'models', view: 'views', type: 'types', enum: 'enums' } as const

/** The blocks by kind; pressing one selects it alone. */
function Selected({ blocks }: { blocks: readonly Block[] }) {
  const { select } = useActions()
  return (
    <dl className="flex max-h-36 flex-col gap-1.5 overflow-y-auto">
      {(Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[]).map((kind) => {
        const own = blocks.filter((block) => block.kind === kind)
        if (own.length === 0) return null
        return (
          <div key={kind} className="flex flex-col gap-1">
            <dt className="flex items-center gap-1.5 text-muted text-sm">
              <KindIcon kind={kind} />
              {own.length === 1 ? `1 ${kind}` : `${own.length} ${KIND_WORDS[kind]}`}
            </dt>
            <dd className="flex flex-wrap gap-1">
              {own.map(({ id, name }) => (
                <button
                  key={id}
                  type="button"
                  title={`Select only ${name}`}
                  className="max-w-full truncate rounded-sm bg-hover px-1.5 py-0.5 font-mono text-sm hover:bg-pressed"
                  onClick={() => select({ blockIds: [id] })}
                >
                  {name}
                </button>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function AddToAll({ blocks, graph }: { blocks: readonly Block[]; graph: SchemaGraph }) {
  const store = useFacetStore()
  const blockIds = blocks.map(({ id }) => id)
  const names = nameStyle(graph) === 'snake' ? SNAKE : CAMEL

  const add = (lines: readonly string[]): string | null => {
    if (lines.some((line) => parseField(line) === null)) {
      return 'This is no field. Write it as in a schema: name String?'
    }
    const { actions } = store.getState()
    const result = keepingSelection(store, () =>
      actions.run(addFieldsToBlocks, { blockIds, lines }),
    )
    return result ? null : 'None of these blocks can have this field, or all of them have it.'
  }
  const addTimes = () => {
    const problem = add([
      `${names.created} DateTime @default(now())`,
      `${names.updated} DateTime @updatedAt`,
    ])
    if (problem) store.getState().actions.notify({ kind: 'error', text: problem })
  }
  return (
    <PanelSection name="bulk-fields" title="Add a field to all">
      <AddLine
        label="Add a field to all"
        placeholder="deletedAt DateTime?"
        onAdd={(line) => add([line])}
      />
      <Button size="sm" className="self-start font-mono" onClick={addTimes}>
        {names.created}, {names.updated}
      </Button>
    </PanelSection>
  )
}

const CAMEL = { created: 'createdAt', updated: 'updatedAt' }
const SNAKE = { created: 'created_at', updated: 'updated_at' }

function IgnoreAll({ blocks }: { blocks: readonly Block[] }) {
  const store = useFacetStore()
  const shared = sharedValue(blocks.map(({ isIgnored }) => isIgnored))
  const change = (isIgnored: boolean) => {
    const { actions } = store.getState()
    const asks = blocks
      .filter((block) => block.isIgnored !== isIgnored)
      .map(
        ({ id }): Ask =>
          (ctx) =>
            setIgnored.run(ctx, { blockId: id, isIgnored }),
      )
    const label = isIgnored ? 'Leave blocks out of Prisma Client' : 'Keep blocks in Prisma Client'
    const result = keepingSelection(store, () => runTogether(store, asks, { label }))
    if (result) return
    const text = 'This is not possible for these blocks as they are now. Nothing was changed.'
    actions.notify({ kind: 'error', text })
  }
  return (
    <TriStateRow
      label="Leave out of Prisma Client"
      hint="@@ignore"
      checked={typeof shared === 'boolean' ? shared : 'indeterminate'}
      onCheckedChange={change}
    />
  )
}

'use client'

import { Code, Trash2 } from 'lucide-react'
import { deleteSelection, showInCode } from '@/components/canvas/selection-actions'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Relation, RelationKind, SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { Actions, Facts } from './panel-parts'

const KINDS: Record<RelationKind, string> = {
  'one-to-one': 'One-to-one',
  'one-to-many': 'One-to-many',
  'many-to-many': 'Many-to-many',
}

const selectGraph = (state: FacetState): SchemaGraph => state.document.graph

/** A relation: both of its ends, and what holds it together. */
export function RelationPanel({ relation }: { relation: Relation }) {
  const store = useFacetStore()
  const graph = useFacet(selectGraph)
  const { select } = useActions()
  const { from, to, fromBlockId, toBlockId, fields, references } = relation
  const nameOf = (blockId: string) => graph.blockById.get(blockId)?.name ?? ''

  const end = (blockId: string, fieldId: string, fieldName: string) => (
    <button
      type="button"
      className="max-w-full truncate rounded-sm text-left font-mono text-accent hover:underline"
      onClick={() => select({ blockIds: [blockId], memberId: fieldId })}
    >
      {nameOf(blockId)}.{fieldName}
    </button>
  )
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium wrap-anywhere">
        {nameOf(fromBlockId)} → {nameOf(toBlockId)}
      </p>
      <Facts
        facts={[
          ['Kind', KINDS[relation.kind]],
          ['Name', relation.name],
          ['From', end(fromBlockId, from.fieldId, from.fieldName)],
          ['To', to ? end(toBlockId, to.fieldId, to.fieldName) : 'No field on the other side'],
          ['Foreign key', fields.length > 0 ? fields.join(', ') : null],
          ['References', references.length > 0 ? references.join(', ') : null],
          ['On delete', relation.onDelete],
          ['On update', relation.onUpdate],
          ['In the database', relation.map],
        ]}
      />
      <Actions>
        <IconButton
          label="Show in code"
          variant="secondary"
          size="sm"
          onClick={() => showInCode(store, fromBlockId, from.fieldId)}
        >
          <Code />
        </IconButton>
        <Button size="sm" onClick={() => void deleteSelection(store)}>
          <Trash2 />
          Delete relation
        </Button>
      </Actions>
    </div>
  )
}

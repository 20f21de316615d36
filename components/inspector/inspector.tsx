'use client'

import { CopyPlus, Trash2 } from 'lucide-react'
import { deleteSelection, duplicateSelection } from '@/components/canvas/selection-actions'
import { Button } from '@/components/ui/button'
import { selectedBlock, selectedRelation } from '@/components/workbench/selected'
import type { EnumValue, Field } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { BlockPanel } from './block-panel'
import { FieldPanel } from './field-panel'
import { Actions } from './panel-parts'
import { RelationPanel } from './relation-panel'
import { ValuePanel } from './value-panel'

const selectCount = (state: FacetState) => state.selection.blockIds.length
const selectMember = (state: FacetState): Field | EnumValue | null => {
  const block = selectedBlock(state)
  const { memberId } = state.selection
  if (!block || memberId === null) return null
  return [...block.fields, ...block.values].find(({ id }) => id === memberId) ?? null
}

/** What is selected: what it is, and the changes that one makes most often. */
export function Inspector() {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pb-3">
      <Contents />
    </div>
  )
}

function Contents() {
  const count = useFacet(selectCount)
  const block = useFacet(selectedBlock)
  const member = useFacet(selectMember)
  const relation = useFacet(selectedRelation)
  if (relation) return <RelationPanel key={relation.id} relation={relation} />
  if (count > 1) return <ManyPanel count={count} />
  if (!block) {
    return (
      <p className="text-faint">Select a block, a field or a relation to see and change it here.</p>
    )
  }
  if (!member) return <BlockPanel key={block.id} block={block} />
  return 'typeName' in member ? (
    <FieldPanel key={member.id} block={block} field={member} />
  ) : (
    <ValuePanel key={member.id} block={block} value={member} />
  )
}

function ManyPanel({ count }: { count: number }) {
  const store = useFacetStore()
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{count} blocks selected</p>
      <Actions>
        <Button size="sm" onClick={() => void duplicateSelection(store)}>
          <CopyPlus />
          Duplicate
        </Button>
        <Button size="sm" onClick={() => void deleteSelection(store)}>
          <Trash2 />
          Delete
        </Button>
      </Actions>
    </div>
  )
}

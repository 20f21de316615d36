'use client'

import { selectedBlock, selectedRelation } from '@/components/workbench/selected'
import type { EnumValue, Field } from '@/lib/schema/graph'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { BlockPanel } from './block-panel'
import { BulkPanel } from './bulk-panel'
import { FieldPanel } from './field-panel'
import { RelationPanel } from './relation-panel'
import { SchemaPanel } from './schema-panel'
import { ValuePanel } from './value-panel'

const selectCount = (state: FacetState) => state.selection.blockIds.length
const selectMember = (state: FacetState): Field | EnumValue | null => {
  const block = selectedBlock(state)
  const { memberId } = state.selection
  if (!block || memberId === null) return null
  return [...block.fields, ...block.values].find(({ id }) => id === memberId) ?? null
}

/** From one field of a block to another, the panel stays where it is scrolled to. */
const selectPlace = ({ selection }: FacetState): string => {
  const { blockIds, memberId, relationId } = selection
  if (relationId !== null) return 'relation'
  return `${blockIds.join(' ')} ${memberId === null ? 'block' : 'member'}`
}

/** Everything that can be said of what is selected, and of the schema when nothing is. */
export function Inspector() {
  const place = useFacet(selectPlace)
  return (
    <div
      key={place}
      data-inspector-body=""
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pt-2.5 pb-4 [scrollbar-gutter:stable]"
    >
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
  if (count > 1) return <BulkPanel />
  if (!block) return <SchemaPanel />
  if (!member) return <BlockPanel key={block.id} block={block} />
  return 'typeName' in member ? (
    <FieldPanel key={member.id} block={block} field={member} />
  ) : (
    <ValuePanel key={member.id} block={block} value={member} />
  )
}

'use client'

import { type BlockId, type Field, typeText } from '@/lib/schema/graph'
import { useActions, useFacetStore } from '@/lib/store/provider'
import { useCanvasStore } from './canvas-context'
import { editNeighbour, retypeField } from './editing'
import { focusSoon } from './focus'
import { applyLine, lineWith } from './line-editing'
import { startEdit } from './start-editing'
import { TypePicker } from './type-picker'

/** The type of an existing field while it is edited in place. */
export function TypeEditor({
  blockId,
  member,
}: {
  readonly blockId: BlockId
  readonly member: Field
}) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const actions = useActions()
  return (
    <span className="canvas-editor" data-for="type">
      <TypePicker
        blockId={blockId}
        label="Type"
        text={typeText(member)}
        autoFocus
        onCommit={(typed, end) => {
          const reason =
            typed.attributes === undefined
              ? retypeField(store, blockId, member, typed)
              : applyLine(store, blockId, member, lineWith(member, typed))
          if (reason !== null) return reason
          if (end === 'blur') actions.editInPlace(null)
          else if (end === 'shift-tab') startEdit(store, blockId, member.id, 'name')
          else editNeighbour(store, canvas, blockId, member.id, 1, 'name')
          return null
        }}
        onCancel={() => {
          actions.editInPlace(null)
          focusSoon(blockId, member.id)
        }}
      />
    </span>
  )
}

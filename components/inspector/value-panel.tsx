'use client'

import { ArrowDown, ArrowUp, Code, Trash2 } from 'lucide-react'
import { renamePart } from '@/components/canvas/editing'
import { showInCode } from '@/components/canvas/selected-blocks'
import { deleteSelection } from '@/components/canvas/selection-actions'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { moveEnumValue } from '@/lib/commands/move-enum-value'
import type { Block, EnumValue } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { CommitInput } from './commit-input'
import { EngineNotes } from './engine-notes'
import { Actions, BrokenNote } from './panel-parts'
import { DatabaseNameField, DocumentationField } from './part-fields'
import { useRunOrRefuse } from './run-or-refuse'

/** A value of an enum. */
export function ValuePanel({ block, value }: { block: Block; value: EnumValue }) {
  const store = useFacetStore()
  const { isBroken } = block
  return (
    <div className="flex flex-col gap-3">
      <EngineNotes blockId={block.id} memberId={value.id} />
      <BrokenNote block={block} />
      <CommitInput
        label="Name"
        value={value.name}
        disabled={isBroken}
        monospace
        onCommit={(next) => renamePart(store, block.id, value.id, next)}
      />
      <DatabaseNameField
        blockId={block.id}
        memberId={value.id}
        name={value.databaseName}
        placeholder={value.name}
        disabled={isBroken}
      />
      <DocumentationField
        blockId={block.id}
        memberId={value.id}
        text={value.documentation}
        disabled={isBroken}
      />
      <Position block={block} value={value} />
      <Actions>
        <IconButton
          label="Show in code"
          variant="secondary"
          size="sm"
          onClick={() => showInCode(store, block.id, value.id)}
        >
          <Code />
        </IconButton>
        <Button size="sm" aria-disabled={isBroken} onClick={() => void deleteSelection(store)}>
          <Trash2 />
          Delete value
        </Button>
      </Actions>
    </div>
  )
}

/** Where the value stands among the others; databases sort by it. */
function Position({ block, value }: { block: Block; value: EnumValue }) {
  const run = useRunOrRefuse()
  const { values, isBroken } = block
  const index = values.findIndex(({ id }) => id === value.id)
  const isFirst = index === 0
  const isLast = index === values.length - 1
  const moveBefore = (before: EnumValue | undefined) => {
    const target = { blockId: block.id, valueId: value.id, before: before?.id ?? null }
    run(moveEnumValue, target, `${block.name}.${value.name}`)
  }
  return (
    <div className="flex items-center gap-1">
      <p className="min-w-0 flex-1 text-muted text-sm">
        Value {index + 1} of {values.length}
      </p>
      <IconButton
        label="Move up"
        size="sm"
        aria-disabled={isBroken || isFirst}
        onClick={() => isBroken || isFirst || moveBefore(values[index - 1])}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        label="Move down"
        size="sm"
        aria-disabled={isBroken || isLast}
        onClick={() => isBroken || isLast || moveBefore(values[index + 2])}
      >
        <ArrowDown />
      </IconButton>
    </div>
  )
}

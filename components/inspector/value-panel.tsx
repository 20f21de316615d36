'use client'

import { Code, Trash2 } from 'lucide-react'
import { renamePart } from '@/components/canvas/editing'
import { deleteSelection, showInCode } from '@/components/canvas/selection-actions'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Block, EnumValue } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { CommitInput } from './commit-input'
import { BackToBlock } from './field-panel'
import { Actions, BrokenNote, Documentation, Facts } from './panel-parts'

/** A value of an enum. */
export function ValuePanel({ block, value }: { block: Block; value: EnumValue }) {
  const store = useFacetStore()
  return (
    <div className="flex flex-col gap-3">
      <BackToBlock block={block} />
      <BrokenNote block={block} />
      <CommitInput
        label="Name"
        value={value.name}
        disabled={block.isBroken}
        monospace
        onCommit={(next) => renamePart(store, block.id, value.id, next)}
      />
      <Facts facts={[['In the database', value.databaseName]]} />
      <Documentation text={value.documentation} />
      <Actions>
        <IconButton
          label="Show in code"
          variant="secondary"
          size="sm"
          onClick={() => showInCode(store, block.id, value.id)}
        >
          <Code />
        </IconButton>
        <Button
          size="sm"
          aria-disabled={block.isBroken}
          onClick={() => void deleteSelection(store)}
        >
          <Trash2 />
          Delete value
        </Button>
      </Actions>
    </div>
  )
}

'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Block, Field } from '@/lib/schema/graph'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { writtenItems } from './default-choice'
import { LiteralEditor } from './literal-editor'

interface DefaultListProps {
  block: Block
  field: Field
  /** Takes the list as written; gives the reason, as a sentence, when it cannot. */
  onSet(text: string): string | null
}

/** A default that is a list: its items under one another. Those not edited stay as written. */
export function DefaultList({ block, field, onSet }: DefaultListProps) {
  const [isAdding, setAdding] = useState(false)
  const first = useFacet((state: FacetState) => {
    return state.document.graph.blockByName.get(field.typeName)?.values[0]?.name ?? null
  })
  const written = writtenItems(block, field)
  const values = field.default?.kind === 'list' ? field.default.items : []
  const setItems = (items: readonly string[]) => onSet(`[${items.join(', ')}]`)
  const addItem = (text: string) => {
    const problem = setItems([...written, text])
    if (problem === null) setAdding(false)
    return problem
  }
  const start = () => {
    const ready = field.typeName === 'Boolean' ? 'false' : first
    if (ready === null) setAdding(true)
    else addItem(ready)
  }
  return (
    <fieldset aria-label="Default items" className="flex min-w-0 flex-col gap-1">
      {written.length === 0 && !isAdding ? <p className="text-faint text-sm">Empty list</p> : null}
      {values.map((value, index) => (
        // An item has no name of its own: its place in the list is what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: As said.
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <LiteralEditor
              label={<span className="sr-only">{`Item ${index + 1}`}</span>}
              type={field.typeName}
              value={value}
              isNew={false}
              disabled={block.isBroken}
              onSet={(text) => setItems(written.map((item, at) => (at === index ? text : item)))}
            />
          </div>
          <IconButton
            label={`Remove item ${index + 1}`}
            size="sm"
            className="mt-1.5"
            disabled={block.isBroken}
            onClick={() => void setItems(written.filter((_, at) => at !== index))}
          >
            <X />
          </IconButton>
        </div>
      ))}
      {isAdding ? (
        <LiteralEditor
          label={<span className="sr-only">{`Item ${written.length + 1}`}</span>}
          type={field.typeName}
          value={null}
          isNew
          disabled={block.isBroken}
          onSet={addItem}
        />
      ) : (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-1.5 self-start px-1.5"
          disabled={block.isBroken}
          onClick={start}
        >
          <Plus />
          Add item
        </Button>
      )}
    </fieldset>
  )
}
